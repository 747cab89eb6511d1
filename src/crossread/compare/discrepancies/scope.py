"""All in one account, some in the other; broader or narrower."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from crossread.compare.discrepancies.candidate import Candidate, Fragment
from crossread.compare.discrepancies.scene import Pair, Scene
from crossread.compare.passages import Passage, Word
from crossread.records import Span
from crossread.resources import read_table

_BEHIND: Final = 4  # words behind the marker that say what is measured
_DENIED: Final = frozenset({"none", "whole"})  # "no part" and "denied any part" tell the same
_SHOWN: Final = 3


def find_scope(scene: Scene) -> Iterator[Candidate]:
    """Yield aligned sentences that measure one thing by words of different extent."""
    for pair in scene.pairs:
        if not pair.accepted:
            continue
        for n, scope_a in _marked(pair.a):
            for m, scope_b in _marked(pair.b):
                behind_a, behind_b = _behind(pair.a, n), _behind(pair.b, m)
                if scope_a != scope_b and {scope_a, scope_b} != _DENIED and behind_a & behind_b:
                    yield _candidate(pair, n, m, {"shared": min(len(behind_a & behind_b), 3) / 3})
        yield from _bare(pair)


def _bare(pair: Pair) -> Iterator[Candidate]:
    """Yield a marker of extent on one side only, before a noun that the other side has bare."""
    for n, scope in _marked(pair.a):
        yield from _against(pair, n, scope, swapped=False)
    for n, scope in _marked(pair.b):
        yield from _against(pair, n, scope, swapped=True)


def _against(pair: Pair, n: int, scope: str, *, swapped: bool) -> Iterator[Candidate]:
    mine, other = (pair.b, pair.a) if swapped else (pair.a, pair.b)
    noun = next((w for w in mine.words[n + 1 : n + 1 + _BEHIND] if not w.grammar), None)
    if noun is None or any(True for _ in _marked(other)):
        return
    m = next((k for k, word in enumerate(other.words) if word.key == noun.key), None)
    if m is not None:
        features = {"bare": 1.0, "limiting": float(scope in ("only", "limited", "few", "some"))}
        yield _candidate(pair, m if swapped else n, n if swapped else m, features)


@cache
def scopes() -> dict[str, str]:
    """Return what extent each word tells: whole, most, many, some, few, none, only."""
    return {row["word"]: row["scope"] for row in read_table("lexicons/en/scope_words.tsv")}


def _marked(passage: Passage) -> list[tuple[int, str]]:
    """Return the words of extent; before a number, "some" and "nearly" say only that it is rounded."""
    numbers = {quantity.span.start for quantity in passage.quantities}
    following = [*passage.words, None][1:]
    return [
        (n, scopes()[word.text])
        for n, (word, after) in enumerate(zip(passage.words, following, strict=True))
        if word.text in scopes() and (after is None or after.start not in numbers)
    ]


def _behind(passage: Passage, n: int) -> frozenset[str]:
    return frozenset(word.key for word in passage.words[n + 1 : n + 1 + _BEHIND] if not word.grammar)


def _candidate(pair: Pair, n: int, m: int, features: dict[str, float]) -> Candidate:
    return Candidate(
        finder="scope",
        kind="scope",
        severity="difference",
        about="how far it goes",
        a=Fragment(pair.a, (_span(pair.a, n),)),
        b=Fragment(pair.b, (_span(pair.b, m),)),
        strength=pair.confidence,
        features=features,
    )


def _span(passage: Passage, n: int) -> Span:
    words: tuple[Word, ...] = passage.words[max(n - _SHOWN, 0) : n + 1 + _BEHIND]
    return passage.cut(words[0].start, words[-1].end)
