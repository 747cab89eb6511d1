"""Quotations as they can be compared: what stands in quotation marks, joined where a speaker was interrupted."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations, pairwise
from typing import Final

from crossread.compare.discrepancies.scene import Scene
from crossread.compare.passages import Word, words_of
from crossread.records import CodedDocument, Quote

_GAP: Final = 120  # characters between two parts of one utterance: `," he told reporters, "`
_LARGEST_BLOCK: Final = 40  # a word in more utterances than this finds no twin
_SHARED_KEYS: Final = 2
_STRAY: Final = 3  # equal words of grammar: fewer of them in a row are chance
_NEIGHBOURS: Final = 3  # words between two equal runs that still belong together
_LONGEST: Final = 400  # words; longer utterances are speeches, which align slowly and are cut everywhere


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words of one mouth: `parts` are the quotations that it was printed in, `words` all their words."""

    coded: CodedDocument
    order: int
    parts: tuple[Quote, ...]
    words: tuple[Word, ...]

    @property
    def doc(self) -> str:
        """The document's id."""
        return self.parts[0].span.doc


@dataclass(frozen=True, slots=True)
class Twin:
    """Two accounts' versions of one utterance; `blocks` are the runs of equal words, `(in a, in b, length)`."""

    a: Utterance
    b: Utterance
    blocks: tuple[tuple[int, int, int], ...]

    @property
    def equal(self) -> int:
        """How many words are the same, in the same order."""
        return sum(length for _, _, length in self.blocks)

    @property
    def telling(self) -> int:
        """How many of them are more than grammar."""
        return sum(
            not word.grammar for start, _, length in self.blocks for word in self.a.words[start : start + length]
        )

    @property
    def longest(self) -> int:
        """The longest run of equal words."""
        return max(length for _, _, length in self.blocks)

    @property
    def share(self) -> float:
        """The equal words over those of the stretch, in the shorter account, that the equal words span."""
        (a, b, _), (last_a, last_b, last) = self.blocks[0], self.blocks[-1]
        return self.equal / max(min(last_a + last - a, last_b + last - b), 1)


@dataclass(frozen=True, slots=True)
class Gap:
    """Word ranges `[a0, a1)` and `[b0, b1)` that differ between two equal runs, or, at an `edge`, beside one."""

    a0: int
    a1: int
    b0: int
    b1: int
    edge: bool

    @property
    def words(self) -> int:
        """How many words are missing, added or exchanged."""
        return max(self.a1 - self.a0, self.b1 - self.b0)


def utterances(scene: Scene) -> list[Utterance]:
    """Return all that is quoted directly, by document, then offset."""
    found: list[Utterance] = []
    for order, coded in enumerate(scene.resolved.story.documents):
        direct = sorted((q for q in coded.quotes if q.kind in ("direct", "mixed")), key=lambda q: q.span)
        group: list[Quote] = []
        for quote in direct:
            if group and not _goes_on(group[-1], quote, coded, scene):
                found.append(_utterance(coded, order, group))
                group = []
            if not group or quote.span.end > group[-1].span.end:  # who quotes themselves has said it already
                group.append(quote)
        if group:
            found.append(_utterance(coded, order, group))
    return [utterance for utterance in found if utterance.words]


def twins(found: list[Utterance]) -> Iterator[Twin]:
    """Yield the pairs, of different documents, that share words enough to be compared."""
    for (left, right), count in sorted(_shared_words(found).items()):
        a, b = found[left], found[right]
        if count >= _SHARED_KEYS and a.doc != b.doc:
            twin = align_words(a, b)
            if twin is not None:
                yield twin


def _shared_words(found: list[Utterance]) -> Counter[tuple[int, int]]:
    """Count the telling words that two utterances share, by their numbers."""
    blocks: defaultdict[str, set[int]] = defaultdict(set)
    for number, utterance in enumerate(found):
        for word in utterance.words:
            if not word.grammar:
                blocks[word.text].add(number)
    small = (numbers for numbers in blocks.values() if len(numbers) <= _LARGEST_BLOCK)
    return Counter(pair for numbers in small for pair in combinations(sorted(numbers), 2))


def align_words(a: Utterance, b: Utterance) -> Twin | None:
    """Align two utterances word by word; None when no word is equal."""
    left, right = [w.text for w in a.words[:_LONGEST]], [w.text for w in b.words[:_LONGEST]]
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    blocks = [(m.a, m.b, m.size) for m in matcher.get_matching_blocks() if m.size]
    blocks = _anchored(blocks, a)
    return Twin(a, b, tuple(blocks)) if blocks else None


def _anchored(blocks: list[tuple[int, int, int]], a: Utterance) -> list[tuple[int, int, int]]:
    """Leave out stray equal words of grammar far from the others: they belong to other sentences."""

    def stray(block: tuple[int, int, int], neighbour: tuple[int, int, int]) -> bool:
        first, second = sorted((block, neighbour))
        far = max(second[0] - first[0], second[1] - first[1]) - first[2] > _NEIGHBOURS
        start, _, length = block
        return far and length < _STRAY and all(word.grammar for word in a.words[start : start + length])

    while len(blocks) > 1 and stray(blocks[0], blocks[1]):
        blocks = blocks[1:]
    while len(blocks) > 1 and stray(blocks[-1], blocks[-2]):
        blocks = blocks[:-1]
    return blocks


def gaps(twin: Twin) -> list[Gap]:
    """Return the stretches that differ: before, between and after the equal runs."""
    (first_a, first_b, _), (last_a, last_b, last) = twin.blocks[0], twin.blocks[-1]
    inner = [Gap(a + n, next_a, b + n, next_b, False) for (a, b, n), (next_a, next_b, _) in pairwise(twin.blocks)]
    head = Gap(0, first_a, 0, first_b, True)
    tail = Gap(last_a + last, len(twin.a.words), last_b + last, len(twin.b.words), True)
    return [gap for gap in (head, *inner, tail) if gap.words]


def _goes_on(before: Quote, after: Quote, coded: CodedDocument, scene: Scene) -> bool:
    between = coded.annotated.document.text[before.span.end : after.span.start]
    if len(between) > _GAP or "\n" in between:
        return False
    first, second = (scene.parties.speaker(quote.speaker) for quote in (before, after))
    return first is None or second is None or (first.entity or first.name) == (second.entity or second.name)


def _utterance(coded: CodedDocument, order: int, parts: list[Quote]) -> Utterance:
    text = coded.annotated.document.text
    words = tuple(word for part in parts for word in words_of(text, part.span.start, part.span.end))
    return Utterance(coded, order, tuple(parts), words)
