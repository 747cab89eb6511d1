"""Indirect speech where there are no trees: clauses that somebody is reported to have said or thought."""

from collections.abc import Iterator, Sequence

from crossread.extract.cues import cue_kinds
from crossread.extract.reading import Reading
from crossread.extract.tellings import Telling
from crossread.records import Quote, content_id

_REPORTED = frozenset({"speech", "thought", "show"})


def indirect_by_clause(reading: Reading, tellings: Sequence[Telling]) -> Iterator[Quote]:
    """Yield one quote of kind `indirect` for each stretch of clauses that one cue reports and no marks enclose."""
    stretch: list[Telling] = []
    for telling in tellings:
        if stretch and (telling.cue != stretch[-1].cue or telling.clause.start < stretch[-1].clause.end):
            yield from _quote(reading, stretch)
            stretch = []
        if telling.cue is not None and telling.speaker is not None and not telling.quoted:
            stretch.append(telling)
    yield from _quote(reading, stretch)


def _quote(reading: Reading, stretch: Sequence[Telling]) -> Iterator[Quote]:
    if not stretch or stretch[0].cue is None:
        return
    start, end = stretch[0].clause.start, stretch[-1].clause.end
    cue = stretch[0].cue
    kinds = cue_kinds().get(reading.tags[cue].lemma, frozenset())
    if not kinds & _REPORTED or any(reading.quoted[start:end]):
        return
    span = reading.span(start, end)
    identity = content_id("q", span.doc, span.start, span.end, "indirect")
    speaker = stretch[0].speaker
    yield Quote(
        identity,
        span,
        "indirect",
        reading.forms[cue],
        speaker,
        cue_spans=(reading.span(cue, cue + 1),),
        source_spans=(speaker.span,) if speaker is not None and speaker.span is not None else (),
    )
