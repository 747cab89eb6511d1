"""One quotation given in different words: garbled, translated anew, or cut without a sign."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from crossread.compare.discrepancies.candidate import MOST_WORDS, Candidate, Fragment
from crossread.compare.discrepancies.quotations import Gap, Twin, Utterance, gaps, twins, utterances
from crossread.compare.discrepancies.scene import Scene
from crossread.compare.passages import Word

_TELLING: Final = 2  # equal words that are more than grammar, at least
_RUN: Final = 3  # equal words in one run, at least, for two quotations to be one
_SHARE: Final = 0.4
_APART: Final = 6  # equal words between two changes that make them two differences
_LONGEST_CHANGE: Final = 25  # words: more of them missing or added is a choice of what to quote, not a wording
_CONTEXT: Final = 3  # equal words shown on each side of the change, where there is room
_CUT_SIGNS: Final = ("...", "…", "[", ". .")
_NEGATION: Final = frozenset({"not", "never", "no", "cannot"})
_WORDS_FULL: Final = 30.0  # equal words: from here on, more of them tell no more
_CHANGE_FULL: Final = 10.0


@dataclass(frozen=True, slots=True)
class _Change:
    """Word ranges that differ, one in each utterance; `edge`: at the beginning or end of a quotation."""

    a0: int
    a1: int
    b0: int
    b1: int
    edge: bool
    words: int

    def joined(self, other: "_Change") -> "_Change":
        return _Change(self.a0, other.a1, self.b0, other.b1, self.edge or other.edge, self.words + other.words)


def find_wording(scene: Scene) -> Iterator[Candidate]:
    """Yield each stretch in which two accounts of one quotation have different words."""
    for twin in twins(utterances(scene)):
        if twin.telling >= _TELLING and twin.longest >= _RUN and twin.share >= _SHARE:
            for change in _changes(twin):
                candidate = _candidate(twin, change, scene)
                if candidate is not None:
                    yield candidate


def _changes(twin: Twin) -> Iterator[_Change]:
    """Yield the changes; those with few equal words between them are one."""
    waiting: _Change | None = None
    for gap in gaps(twin):
        if not _differs(twin, gap):
            continue
        change = _Change(gap.a0, gap.a1, gap.b0, gap.b1, gap.edge, gap.words)
        if waiting is not None and change.a0 - waiting.a1 < _APART and change.a1 - waiting.a0 <= MOST_WORDS:
            waiting = waiting.joined(change)
            continue
        if waiting is not None:
            yield waiting
        waiting = change
    if waiting is not None:
        yield waiting


def _candidate(twin: Twin, change: _Change, scene: Scene) -> Candidate | None:
    a = _fragment(twin.a, change.a0, change.a1, scene)
    b = _fragment(twin.b, change.b0, change.b1, scene)
    if a is None or b is None:
        return None
    denied = _denied(twin, change)
    return Candidate(
        finder="wording",
        kind="polarity" if denied else "wording",
        severity="contradiction" if denied else "difference",
        about="whether one quotation says so or denies it" if denied else "how one quotation is worded",
        a=a,
        b=b,
        strength=twin.equal / (twin.equal + change.words),
        features={
            "equal": min(twin.equal / _WORDS_FULL, 1.0),
            "share": twin.share,
            "changed": min(change.words / _CHANGE_FULL, 1.0),
            "replaced": float(change.a1 > change.a0 and change.b1 > change.b0),
            "telling": float(any(not word.grammar for word in _words(twin, change))),
            "edge": float(change.edge),
            "grammar": float(change.words == 1 and all(word.grammar for word in _words(twin, change))),
        },
    )


def _differs(twin: Twin, gap: Gap) -> bool:
    """Tell whether the words of the gap differ in more than spelling, and were not cut with a sign."""
    left, right = twin.a.words[gap.a0 : gap.a1], twin.b.words[gap.b0 : gap.b1]
    if _letters(left) == _letters(right) or gap.words > _LONGEST_CHANGE:
        return False
    if gap.edge:
        return _cut_at_edge(twin, gap)
    shorter = (twin.a, gap.a0, gap.a1) if len(left) < len(right) else (twin.b, gap.b0, gap.b1)
    return not _signed(*shorter)


def _cut_at_edge(twin: Twin, gap: Gap) -> bool:
    """Tell whether one account begins or ends as a sentence where the other's sentence goes on.

    Where an outlet breaks off within its own sentence it does not claim to quote the whole.
    """
    if gap.a1 > gap.a0 and gap.b1 > gap.b0:
        return gap.words <= 2
    first = gap.a0 == gap.b0 == 0
    longer, start, end = (twin.a, gap.a0, gap.a1) if gap.a1 > gap.a0 else (twin.b, gap.b0, gap.b1)
    shorter, edge = (twin.b, gap.b0) if gap.a1 > gap.a0 else (twin.a, gap.a0)
    if first:
        return _capital(shorter, shorter.words[edge]) and not _stops(longer, longer.words[end - 1], longer.words[end])
    closes = _text(shorter)[shorter.words[edge - 1].end : shorter.words[edge - 1].end + 1] in (".", "!", "?")
    return closes and not _stops(longer, longer.words[start - 1], longer.words[start])


def _text(utterance: Utterance) -> str:
    return utterance.coded.annotated.document.text


def _capital(utterance: Utterance, word: Word) -> bool:
    return _text(utterance)[word.start].isupper()


def _stops(utterance: Utterance, before: Word, after: Word) -> bool:
    """Tell whether a sentence, or a part of the quotation, ends between the two words."""
    between = _text(utterance)[before.end : after.start]
    return any(sign in between for sign in (".", "!", "?", "\n", '"', "”", "…"))


def _signed(utterance: Utterance, start: int, end: int) -> bool:
    """Tell whether dots or brackets, or the end of a part, stand where the words were left out."""
    before, after = utterance.words[max(start - 1, 0)], utterance.words[min(end, len(utterance.words) - 1)]
    between = _text(utterance)[before.end : after.start]
    inside = any(part.span.start <= before.start and after.end <= part.span.end for part in utterance.parts)
    return not inside or any(sign in between for sign in _CUT_SIGNS)


def _letters(words: tuple[Word, ...]) -> str:
    return "".join(c for word in words for c in word.text if c.isalnum())


def _words(twin: Twin, change: _Change) -> tuple[Word, ...]:
    return *twin.a.words[change.a0 : change.a1], *twin.b.words[change.b0 : change.b1]


def _denied(twin: Twin, change: _Change) -> bool:
    """Tell whether one side's words are a bare denial of the other's: only grammar differs, and a negation is in it."""
    sides = twin.a.words[change.a0 : change.a1], twin.b.words[change.b0 : change.b1]
    if not all(word.grammar or _negates(word) for side in sides for word in side):
        return False
    return sum(_negates(word) for word in sides[0]) % 2 != sum(_negates(word) for word in sides[1]) % 2


def _negates(word: Word) -> bool:
    return word.text in _NEGATION or word.text.endswith("n't")


def _fragment(utterance: Utterance, start: int, end: int, scene: Scene) -> Fragment | None:
    """Show the words with some equal ones around them, so that a missing word can be seen at all."""
    room = max(min((MOST_WORDS - (end - start)) // 2, _CONTEXT), 0)
    words = utterance.words[max(start - room, 0) : min(end + room, len(utterance.words))]
    document = utterance.coded.annotated.document
    stretches = [[w for w in words if p.span.start <= w.start < p.span.end] for p in utterance.parts]
    spans = tuple(document.span(stretch[0].start, stretch[-1].end) for stretch in stretches if stretch)
    passage = scene.passages.at(spans[0]) if spans else None
    return Fragment(passage, spans) if passage is not None else None
