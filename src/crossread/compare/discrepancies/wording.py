"""One quotation given in different words: garbled, translated anew, or cut without a sign."""

from collections.abc import Iterator
from typing import Final

from crossread.compare.discrepancies.candidate import MOST_WORDS, Candidate, Fragment
from crossread.compare.discrepancies.quotations import Twin, Utterance, gaps, twins, utterances
from crossread.compare.discrepancies.scene import Scene
from crossread.compare.passages import Word

_TELLING: Final = 2  # equal words that are more than grammar, at least
_RUN: Final = 3  # equal words in one run, at least, for two quotations to be one
_SHARE: Final = 0.4
_CUT_SIGNS: Final = ("...", "…", "[")


def find_wording(scene: Scene) -> Iterator[Candidate]:
    """Yield the quotations that two accounts give in different words."""
    for twin in twins(utterances(scene)):
        if twin.telling >= _TELLING and twin.longest >= _RUN and twin.share >= _SHARE:
            candidate = _candidate(twin, scene)
            if candidate is not None:
                yield candidate


def _candidate(twin: Twin, scene: Scene) -> Candidate | None:
    differing = [gap for gap in gaps(twin) if _differs(twin, gap)]
    if not differing:
        return None
    first, last = differing[0], differing[-1]
    if last[1] - first[0] > MOST_WORDS or last[3] - first[2] > MOST_WORDS:
        last = first = max(differing, key=lambda gap: gap[1] - gap[0] + gap[3] - gap[2])
    a = _fragment(twin.a, first[0], last[1], scene)
    b = _fragment(twin.b, first[2], last[3], scene)
    if a is None or b is None:
        return None
    changed = sum(max(a1 - a0, b1 - b0) for a0, a1, b0, b1 in differing)
    return Candidate(
        kind="wording",
        severity="difference",
        about="how one quotation is worded",
        a=a,
        b=b,
        strength=min(1.0, twin.equal / (twin.equal + changed)),
        features={
            "equal": min(twin.equal, 30) / 30,
            "share": twin.share,
            "changed": min(changed, 10) / 10,
            "replaced": float(any(a1 > a0 and b1 > b0 for a0, a1, b0, b1 in differing)),
            "telling": float(any(_tells(twin, gap) for gap in differing)),
        },
    )


def _differs(twin: Twin, gap: tuple[int, int, int, int]) -> bool:
    """Tell whether the words of the gap differ in more than spelling, and were not cut with a sign."""
    a0, a1, b0, b1 = gap
    left, right = twin.a.words[a0:a1], twin.b.words[b0:b1]
    if _letters(left) == _letters(right):
        return False
    shorter = (twin.a, a0, a1) if len(left) < len(right) else (twin.b, b0, b1)
    return not _signed(*shorter)


def _signed(utterance: Utterance, start: int, end: int) -> bool:
    """Tell whether dots or brackets, or the end of a part, stand where the words were left out."""
    before, after = utterance.words[max(start - 1, 0)], utterance.words[min(end, len(utterance.words) - 1)]
    between = utterance.coded.annotated.document.text[before.end : after.start]
    inside = any(part.span.start <= before.start and after.end <= part.span.end for part in utterance.parts)
    return not inside or any(sign in between for sign in _CUT_SIGNS)


def _letters(words: tuple[Word, ...]) -> str:
    return "".join(c for word in words for c in word.text if c.isalnum())


def _tells(twin: Twin, gap: tuple[int, int, int, int]) -> bool:
    words = (*twin.a.words[gap[0] : gap[1]], *twin.b.words[gap[2] : gap[3]])
    return any(not word.grammar for word in words)


def _fragment(utterance: Utterance, start: int, end: int, scene: Scene) -> Fragment | None:
    """The words, with one neighbour on each side where there is room, so that a missing word can be shown at all."""
    if end - start + 2 <= MOST_WORDS:
        start, end = max(start - 1, 0), min(end + 1, len(utterance.words))
    words = utterance.words[start:end]
    document = utterance.coded.annotated.document
    stretches = [[w for w in words if p.span.start <= w.start < p.span.end] for p in utterance.parts]
    spans = tuple(document.span(stretch[0].start, stretch[-1].end) for stretch in stretches if stretch)
    passage = scene.passages.at(spans[0])
    return Fragment(passage, spans) if passage is not None else None
