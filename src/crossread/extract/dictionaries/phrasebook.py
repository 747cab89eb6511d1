"""Phrases with what each means, of which the longest that begins at a word is found at once."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

Meaning = TypeVar("Meaning")


class Phrasebook(Generic[Meaning]):
    """Phrases (words in the form of `notation.plain`); of the same phrase told twice, the first counts."""

    def __init__(self, entries: Iterable[tuple[tuple[str, ...], Meaning]] = ()) -> None:
        self._entries: dict[tuple[str, ...], Meaning] = {}
        self._longest: dict[str, int] = {}
        for words, meaning in entries:
            if words:
                self._entries.setdefault(words, meaning)
                self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[tuple[tuple[str, ...], Meaning]]:
        return iter(self._entries.items())

    def longest_at(self, words: Sequence[str], at: int) -> tuple[int, Meaning] | None:
        """Return how many words the longest phrase that begins at the word has, and what it means, or None."""
        for number in range(min(self._longest.get(words[at], 0), len(words) - at), 0, -1):
            meaning = self._entries.get(tuple(words[at : at + number]))
            if meaning is not None:
                return number, meaning
        return None
