"""Two sentences that tell the same, word against word: what stands in the same slot, and is not the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import Final

from crossread.compare.discrepancies.scene import Pair
from crossread.compare.passages import Passage, Word
from crossread.linking import stem
from crossread.resources import read_table

_LONGEST_SLOT: Final = 8  # words: what is longer is another clause, not another word for the same
_IRREGULAR: Final = frozenset({"said", "told", "wrote", "thought"})
_MODIFIERS: Final = 3  # words before a noun that may qualify it


@dataclass(frozen=True, slots=True)
class Token:
    """A word, or a whole name: `key` is the word's stem or the entity's id."""

    words: tuple[Word, ...]
    key: str

    @property
    def grammar(self) -> bool:
        """Whether it tells nothing by itself."""
        return all(word.grammar for word in self.words)


@dataclass(frozen=True, slots=True)
class Contrast:
    """Words in the same slot of two sentences.

    `left`, `right`: how many equal tokens stand directly before and after. `head`: both end in the same noun, and only
    what qualifies it differs.
    """

    pair: Pair
    a: tuple[Token, ...]
    b: tuple[Token, ...]
    left: int
    right: int
    head: bool


def tokens(passage: Passage) -> tuple[Token, ...]:
    """Return the sentence's words, those of one name taken together."""
    named = sorted(
        (m.mention.span.start, m.mention.span.end, m.entity)
        for m in passage.mentions
        if m.entity is not None and m.mention.form != "pronoun"
    )
    found: list[Token] = []
    waiting = list(passage.words)
    for start, end, entity in named:
        before = [w for w in waiting if w.start < start]
        inside = tuple(w for w in waiting if start <= w.start and w.end <= end)
        if inside:
            found += [Token((w,), w.key) for w in before]
            found.append(Token(inside, entity))
            waiting = [w for w in waiting if w.start >= end]
    return (*found, *(Token((w,), w.key) for w in waiting))


def contrasts(pair: Pair) -> Iterator[Contrast]:
    """Yield the slots of two sentences that are filled differently."""
    a, b = tokens(pair.a), tokens(pair.b)
    yield from _slots(pair, a, b)
    yield from _heads(pair, a, b)


def _slots(pair: Pair, a: Sequence[Token], b: Sequence[Token]) -> Iterator[Contrast]:
    matcher = SequenceMatcher(None, [t.key for t in a], [t.key for t in b], autojunk=False)
    blocks = matcher.get_matching_blocks()
    for before, after in zip([None, *blocks[:-1]], blocks, strict=True):
        a0, b0 = (before.a + before.size, before.b + before.size) if before else (0, 0)
        left, right = a[a0 : after.a], b[b0 : after.b]
        if _tells(left) and _tells(right) and max(len(left), len(right)) <= _LONGEST_SLOT:
            yield Contrast(pair, tuple(left), tuple(right), before.size if before else 0, after.size, head=False)


def _heads(pair: Pair, a: Sequence[Token], b: Sequence[Token]) -> Iterator[Contrast]:
    places = {token.key: n for n, token in reversed(list(enumerate(b))) if not token.grammar}
    for n, token in enumerate(a):
        if token.grammar or token.key not in places or token.key in _cues():
            continue
        m = places[token.key]
        left, right = _qualifiers(pair.a, a, n), _qualifiers(pair.b, b, m)
        if left and right and not {t.key for t in left} & {t.key for t in right}:
            yield Contrast(pair, (*left, token), (*right, b[m]), 0, 1, head=True)


@cache
def _cues() -> frozenset[str]:
    """Return the stems of the verbs that report speech: who said it, and how, is no name for a thing."""
    lemmas = {row["lemma"] for row in read_table("lexicons/en/cue_verbs.tsv")}
    return frozenset(stem(lemma) for lemma in lemmas) | _IRREGULAR


def _qualifiers(passage: Passage, row: Sequence[Token], place: int) -> list[Token]:
    """Return the telling words directly before, up to a word of grammar or a mark."""
    text = passage.coded.annotated.document.text
    found: list[Token] = []
    edge = row[place].words[0].start
    for token in reversed(row[max(place - _MODIFIERS, 0) : place]):
        if token.grammar or text[token.words[-1].end : edge].strip():
            break
        found.insert(0, token)
        edge = token.words[0].start
    return found


def _tells(row: Sequence[Token]) -> bool:
    return any(not token.grammar for token in row)
