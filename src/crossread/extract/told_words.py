"""Phrases of a table in a stretch of words, by dictionary form or as they stand."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from crossread.extract.reading import Reading

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""Words with what they tell, by the first of them."""

_MOST: Final = 400  # words of one stretch that are looked at


def phrases_of(rows: Iterable[tuple[str, str]]) -> Phrases:
    """Return phrases in the form that `told` takes, from pairs of words and what they tell."""
    found: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for written, tells in rows:
        words = tuple(written.split())
        found[words[0]].append((words, tells))
    return {first: tuple(entries) for first, entries in found.items()}


def told(reading: Reading, phrases: Phrases, start: int, stop: int) -> Iterator[str]:
    """Yield what the words of the range tell.

    Words with a capital tell nothing, but for the first of a sentence: a Health Minister meets people about anything.
    """
    for word in range(start, min(stop, start + _MOST)):
        for key in dict.fromkeys((reading.lower[word], reading.annotated.words.lemma[word])):
            for words, tells in phrases.get(key, ()):
                if _stands(reading, words, word, stop):
                    yield tells


def _stands(reading: Reading, words: tuple[str, ...], at: int, stop: int) -> bool:
    if at + len(words) > stop:
        return False
    lemmas, first = reading.annotated.words.lemma, reading.sentence_of(at)[0]
    for place, word in enumerate(words, at):
        if word not in (reading.lower[place], lemmas[place]):
            return False
        if reading.forms[place][0].isupper() and place != first:
            return False
    return True
