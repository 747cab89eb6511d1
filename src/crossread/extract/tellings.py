"""Tellings: every clause of the article with the voice that tells it: the outlet's own, a quoted or a reported one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from crossread.extract.cast import Cast
from crossread.extract.chunks import VerbGroup
from crossread.extract.clauses import Clause, find_clauses
from crossread.extract.cues import reports_speech
from crossread.extract.inversion import reporter_behind
from crossread.extract.reading import Reading
from crossread.extract.roles import agent_of, subject_of
from crossread.extract.voices import Voice, voice_of
from crossread.extract.word_classes import word_class
from crossread.records import Quote, Speaker


@dataclass(frozen=True, slots=True)
class Telling:
    """A clause and who tells it: `speaker` is None in the outlet's own voice.

    `quoted`: the clause stands in a direct quotation. `cue`: the word by which it is reported, if it is.
    """

    clause: Clause
    speaker: Speaker | None
    quoted: bool = False
    cue: int | None = None


def find_tellings(cast: Cast, quotes: Sequence[Quote]) -> list[Telling]:
    """Return the tellings of all sentences, in text order; every sentence has at least one."""
    reading = cast.reading
    direct = [q for q in quotes if q.kind == "direct"]
    cues = _cue_words(reading, quotes)
    found: list[Telling] = []
    at = 0
    for (begin, stop), (start, end) in zip(reading.annotated.sentences, reading.sentence_words, strict=True):
        while at < len(direct) and direct[at].span.end <= begin:
            at += 1
        inside: list[tuple[int, int, Quote]] = []
        following = at
        while following < len(direct) and direct[following].span.start < stop:
            quote = direct[following]
            first = max(start, reading.word_at(quote.span.start))
            after = min(end, reading.word_after(quote.span.end))
            if first < after:
                inside.append((first, after, quote))
            following += 1
        found += _sentence(cast, start, end, inside, cues)
    return found


_LONGEST = 300  # words of a stretch that is cut into clauses at once: no sentence is longer, and time stays linear


def _clauses(reading: Reading, start: int, end: int) -> list[Clause]:
    return [
        c for first in range(start, end, _LONGEST) for c in find_clauses(reading, first, min(end, first + _LONGEST))
    ]


def _cue_words(reading: Reading, quotes: Sequence[Quote]) -> frozenset[int]:
    """The words that introduce a direct quotation: the last or first of that form beside it."""
    found = set()
    for quote in quotes:
        if quote.cue is None or quote.kind != "direct":
            continue
        first, after = reading.word_at(quote.span.start), reading.word_after(quote.span.end)
        near = sorted(range(max(0, first - _CUE_REACH), min(len(reading.forms), after + _CUE_REACH)))
        outside = [w for w in near if not first <= w < after and reading.forms[w] == quote.cue]
        if outside:
            found.add(min(outside, key=lambda w: min(abs(w - first), abs(w - after))))
    return frozenset(found)


_CUE_REACH = 30  # words between a quotation and its cue, apposition and time included


def _sentence(
    cast: Cast, start: int, end: int, inside: Sequence[tuple[int, int, Quote]], cues: frozenset[int]
) -> list[Telling]:
    reading = cast.reading
    found: list[Telling] = []
    at = start
    for first, after, quote in inside:
        found += _outside(cast, at, first, cues)
        found += [Telling(c, quote.speaker, quoted=True) for c in _clauses(reading, first, after)]
        at = after
    found += _outside(cast, at, end, cues) if inside else _reported(cast, _clauses(reading, at, end))
    if not found and start < end:
        found = [Telling(Clause(start, end, None, None), None)]
    return found


def _outside(cast: Cast, start: int, end: int, cues: frozenset[int]) -> list[Telling]:
    """The tellings beside a direct quotation in its sentence, but for the words that only say who speaks."""
    if start >= end:
        return []
    clauses = [c for c in _clauses(cast.reading, start, end) if c.group is not None and not _closes(cast.reading, c)]
    kept = [c for c in clauses if not any(c.start <= cue < c.end for cue in cues) or not _only_says(c)]
    return _reported(cast, kept)


def _only_says(clause: Clause) -> bool:
    return clause.group is not None and reports_speech(clause.group.lemma)


def _closes(reading: Reading, clause: Clause) -> bool:
    """Whether the clause only names who told what stands before it: ", said Ann Lee"."""
    return clause.group is not None and reporter_behind(reading, clause.group) is not None


def _reported(cast: Cast, clauses: Sequence[Clause]) -> list[Telling]:
    """Give each clause its reporter: the verb that leads it in, "…, she said" at the end, or "according to"."""
    reading = cast.reading
    trailing = _trailing(reading, clauses)
    source = _source(cast, clauses)
    found: list[Telling] = []
    for clause in clauses:
        if trailing is not None and clause.group == trailing:
            continue
        shell = clause.shell or _inherited_shell(reading, clause, found)
        if shell is None and trailing is not None and clause.end <= trailing.start:
            shell = trailing
        speaker = _speaker(cast, shell) if shell is not None else source
        cue = shell.verb if shell is not None and speaker is not None else None
        found.append(Telling(replace(clause, shell=shell), speaker, cue=cue))
    return found


def _trailing(reading: Reading, clauses: Sequence[Clause]) -> VerbGroup | None:
    """Return the cue of a clause that only says who told the rest: "…, officials said on Friday", "…, said Ann Lee"."""
    if len(clauses) < 2:
        return None
    closing = next((clause for clause in clauses if _closes(reading, clause)), None)
    if closing is not None:
        return closing.group
    last = clauses[-1]
    group = last.group
    if group is None or not group.finite or not reports_speech(group.lemma) or group.negated:
        return None
    before = reading.forms[last.start - 1] if last.start else ""
    after = [w for w in range(group.verb + 1, last.end) if reading.tags[w].part != "punct"]
    plain = all(w in reading.timed or reading.tags[w].part in {"prep", "det", "noun", "poss"} for w in after)
    content = bool(after) and reading.tags[after[0]].part in {"det", "noun"} and after[0] not in reading.timed
    return group if before == "," and plain and not content else None


def _source(cast: Cast, clauses: Sequence[Clause]) -> Speaker | None:
    """Return who is meant by "according to" somewhere in the clauses."""
    reading = cast.reading
    for clause in clauses:
        for word in range(clause.start, clause.end - 2):
            if reading.lower[word] == "according" and reading.lower[word + 1] == "to":
                chunk = reading.chunk_of[word + 2]
                voice = voice_of(cast, chunk) if chunk is not None else None
                return speaker_of(cast, voice) if voice is not None else None
    return None


def _inherited_shell(reading: Reading, clause: Clause, before: Sequence[Telling]) -> VerbGroup | None:
    """A clause that hangs on reported content, by its subject or as its condition, is reported too."""
    if not before or before[-1].clause.shell is None:
        return None
    last = before[-1].clause
    if clause.subject is not None and last.start <= clause.subject.start < last.end:
        return last.shell
    opener = reading.lower[clause.start]
    return last.shell if opener in word_class("clause_opener") and reading.forms[clause.start - 1] != "," else None


def _speaker(cast: Cast, shell: VerbGroup) -> Speaker | None:
    reading = cast.reading
    chunk = agent_of(reading, shell) if shell.passive else subject_of(reading, shell)
    voice = voice_of(cast, chunk) if chunk is not None else None
    return speaker_of(cast, voice) if voice is not None else None


def speaker_of(cast: Cast, voice: Voice) -> Speaker:
    """Return the speaker with the chain from the outlet."""
    return Speaker(voice.name, voice.span, None, (cast.reading.annotated.document.outlet, voice.name))
