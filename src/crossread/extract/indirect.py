"""Indirect speech: what somebody is reported to have said or thought, without quotation marks."""

from collections.abc import Iterator, Sequence

from crossread.extract.cues import cue_kinds
from crossread.extract.reading import Reading
from crossread.extract.tellings import Telling
from crossread.records import Quote, content_id

_REPORTED = frozenset({"speech", "thought", "show"})


def find_indirect(reading: Reading, tellings: Sequence[Telling]) -> Iterator[Quote]:
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
    yield Quote(identity, span, "indirect", reading.forms[cue], stretch[0].speaker)
