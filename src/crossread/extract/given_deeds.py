"""What a verb does by the dictionary that the user gives, and to whom, where its pattern says so."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from crossread.extract.chunks import Chunk, VerbGroup
from crossread.extract.dictionaries.notation import plain
from crossread.extract.dictionaries.patterns import Phrases, Piece, Role
from crossread.extract.dictionaries.verbs import Verb, VerbBook, VerbCode
from crossread.extract.reading import Reading

_GAP: Final = 14  # words between two pieces of a pattern
_NOT: Final = ("not", "n't")


@dataclass(frozen=True, slots=True)
class GivenDeed:
    """CAMEO codes of a verb, and the noun phrases whose role its pattern tells."""

    code: VerbCode
    roles: dict[Role, Chunk] = field(default_factory=dict)


@dataclass(frozen=True)
class GivenDeeds:
    """Tells what the verbs of one article do; `names` tells whether a noun phrase names somebody."""

    reading: Reading
    verbs: VerbBook
    names: Callable[[Chunk], bool]

    def of(self, group: VerbGroup) -> GivenDeed | None:
        """Return what the verb does, by its longest pattern that fits, else by itself; None if nothing is known."""
        start, end = self.reading.sentence_of(group.verb)
        word = plain(self.reading.forms[group.verb])
        verbs = self.verbs.get(word) or self.verbs.get(group.lemma, ())
        fitting = [verb for verb in verbs if self._stands(verb, group.verb, start, end)]
        for verb in fitting:
            first, after = group.verb - len(verb.before), group.verb + 1 + len(verb.after)
            for pattern, code in verb.patterns:
                roles: dict[Role, Chunk] = {}
                if self._backward(pattern.before, first - 1, start, roles) and self._forward(
                    pattern.after, after, end, roles
                ):
                    return GivenDeed(code, roles)
        return GivenDeed(fitting[0].code) if fitting else None

    def _stands(self, verb: Verb, at: int, start: int, end: int) -> bool:
        before, after = at - len(verb.before), at + 1 + len(verb.after)
        if before < start or after > end:
            return False
        return self._phrase(verb.before, before) and self._phrase(verb.after, at + 1)

    def _phrase(self, words: tuple[str, ...], at: int) -> bool:
        lemmas = self.reading.annotated.words.lemma
        return all(
            word in (plain(self.reading.lower[place]), lemmas[place])
            or (word in _NOT and self.reading.lower[place] in _NOT)
            for place, word in enumerate(words, at)
        )

    def _forward(self, pieces: tuple[Piece, ...], at: int, end: int, roles: dict[Role, Chunk]) -> bool:
        """Find each piece after the one before it, from word `at` on; note who has which role."""
        for piece in pieces:
            if piece.role == "words":
                last = at + 1 if piece.joined else min(end, at + _GAP)
                places = (after for place in range(at, last) for after in self._starting(piece.phrases, place, end))
                found = next(places, None)
            else:
                chunk = next((c for c in self._chunks(at, end) if self.names(c)), None)
                found = chunk.end if chunk is not None else None
                if chunk is not None:
                    roles["target" if piece.role == "both" else piece.role] = chunk  # after a verb: done to all of them
            if found is None:
                return False
            at = found
        return True

    def _backward(self, pieces: tuple[Piece, ...], at: int, start: int, roles: dict[Role, Chunk]) -> bool:
        """Find each piece before the one after it, from word `at` back; note who has which role."""
        for piece in pieces:
            if piece.role == "words":
                last = at - 1 if piece.joined else max(start - 1, at - _GAP)
                places = (first for place in range(at, last, -1) for first in self._ending(piece.phrases, place, start))
                found = next(places, None)
            else:
                chunk = next((c for c in reversed(list(self._chunks(start, at + 1))) if self.names(c)), None)
                found = chunk.start if chunk is not None else None
                if chunk is not None:
                    roles[piece.role] = chunk
            if found is None:
                return False
            at = found - 1
        return True

    def _starting(self, phrases: Phrases, at: int, end: int) -> Iterator[int]:
        """Yield where the phrases that begin at the word end."""
        for words in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
            if at + len(words) <= end and self._phrase(words, at):
                yield at + len(words)

    def _ending(self, phrases: Phrases, at: int, start: int) -> Iterator[int]:
        """Yield where the phrases that end with the word begin."""
        for words in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
            first = at - len(words) + 1
            if first >= start and self._phrase(words, first):
                yield first

    def _chunks(self, start: int, end: int) -> Iterator[Chunk]:
        word = start
        while word < end:
            chunk = self.reading.chunk_of[word]
            if chunk is not None and chunk.start >= start and chunk.end <= end:
                yield chunk
            word = chunk.end if chunk is not None else word + 1
