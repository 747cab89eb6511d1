"""What kind of difference two accounts' words are, and what they are about."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

import numpy as np

from crossread.compare.discrepancies.candidate import Candidate, Fragment
from crossread.compare.discrepancies.retold.pairs import Judged
from crossread.compare.discrepancies.retold.sentence import Matrix
from crossread.compare.passages import Passage
from crossread.records import DiscrepancyKind, Severity, any_overlap

_FIRST: Final = 4  # words of a side, the likeliest, that say what kind it is
_HALF: Final = 0.5
_HARD: Final = ("number", "time", "name")  # figures, days and names are no matter of style
_NAMED: Final = 3  # stretches of shared words that say what two sentences are about
_LONG: Final = 4  # words of such a stretch


class Kind(NamedTuple):
    """What a difference is called."""

    kind: DiscrepancyKind
    severity: Severity
    about: str


def kind_of(judged: Judged, a: Fragment, b: Fragment, seen: Iterable[Candidate]) -> Kind:
    """Say what kind the difference is, as the finder that saw it in the same words has it, or else by the words.

    Words that are mostly quoted are two wordings of what somebody said; others are two ways to call one thing.

    Args:
        judged: the two sentences.
        a: the words that one account shows.
        b: those of the other.
        seen: what the finders saw in the same two sentences, the likeliest first.
    """
    for candidate in seen:
        if _touches(candidate.a, a, b) and _touches(candidate.b, a, b):
            return Kind(candidate.kind, "framing" if candidate.severity == "framing" else "difference", candidate.about)
    if _least(judged, "quoted") >= _HALF:
        return Kind("wording", "difference", f"how it is put in quotation: {_topic(judged)}")
    called = _called(a, b)
    hard = any(_most(judged, column) > 0 for column in _HARD)
    about = f"how {called} is told of" if called is not None else f"how it is told: {_topic(judged)}"
    return Kind("label", "difference" if hard else "framing", about)


def _touches(seen: Fragment, a: Fragment, b: Fragment) -> bool:
    shown = a if seen.passage.doc == a.passage.doc else b
    return any_overlap(seen.spans, shown.spans)


def _least(judged: Judged, column: str) -> float:
    """Return the lesser share of the two sides' first words that have the figure, in [0, 1]."""
    return min(_shares(judged, column))


def _shares(judged: Judged, column: str) -> tuple[float, ...]:
    sides = ((judged.a, judged.odds_a), (judged.b, judged.odds_b))
    return tuple(float(sentence.column(column)[_first(odds)].mean()) for sentence, odds in sides)


def _most(judged: Judged, column: str) -> float:
    """Return the greater share of the two sides' first words that have the figure, in [0, 1]."""
    return max(_shares(judged, column))


def _first(odds: Matrix) -> Sequence[int]:
    first: Sequence[int] = np.argsort(-odds, kind="stable")[:_FIRST].tolist()
    return first


def _called(a: Fragment, b: Fragment) -> str | None:
    """Return the name of the one actor whom the words of both sides describe, or stand right beside."""
    described = _described(a) & _described(b)
    names = {m.entity: m.mention.span.text for m in a.passage.mentions if m.mention.form == "name"}
    return next((names[entity] for entity in names if entity in described), None)


def _described(fragment: Fragment) -> frozenset[str]:
    """Return the entities that a span of the fragment touches as a description, or right before or after the name."""
    text = fragment.passage.coded.annotated.document.text
    return frozenset(
        m.entity
        for m in fragment.passage.mentions
        if m.entity is not None and m.mention.form != "pronoun"
        for span in fragment.spans
        if (m.mention.form == "nominal" and m.mention.span.overlaps(span))
        or text[span.end : m.mention.span.start] in (" ", ", ")
        or text[m.mention.span.end : span.start] in (", ", ", the ", ", a ", ", an ")
    )


def _topic(judged: Judged) -> str:
    """Return the rarest stretches of words that the other sentence has too, as the first one writes them."""
    passage, rarity, theirs = judged.a.passage, judged.a.column("rarity"), frozenset(judged.b.keys)
    stretches = _stretches([word.key in theirs for word in passage.words], [word.grammar for word in passage.words])
    rarest = sorted(stretches, key=lambda ends: (-max(rarity[ends[0] : ends[1] + 1]), ends))[:_NAMED]
    return " … ".join(_written(passage, *ends) for ends in sorted(rarest)) or "the same"


def _stretches(shared: Sequence[bool], grammar: Sequence[bool]) -> list[tuple[int, int]]:
    """Return the first and last word of each run of shared words, from telling word to telling word, four at most."""
    runs: list[tuple[int, int]] = []
    telling = [n for n, (both, empty) in enumerate(zip(shared, grammar, strict=True)) if both and not empty]
    for n in telling:
        first, last = runs[-1] if runs else (n, n)
        if runs and n - first < _LONG and all(shared[last:n]):
            runs[-1] = first, n
        else:
            runs.append((n, n))
    return runs


def _written(passage: Passage, first: int, last: int) -> str:
    words = passage.words
    return passage.coded.annotated.document.text[words[first].start : words[last].end]
