"""What a sentence has in it that another account of the same thing would have too."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from crossread.compare.passages import Passage, Word

_ROOT: Final = 5  # letters: words that begin alike are often of one family (resign, resignation)

_RUNS: Final = (3, 5)  # words: three in a row are often chance, five are the same sentence or the same quotation


@dataclass(frozen=True, slots=True)
class Reading:
    """The keys of one passage, by kind.

    `words`: stems of its content words; `roots`: their first letters; `turns`: neighbouring content words; `names`:
    entities, and capitalised words inside the sentence; `figures`: quantities; `dates`: times as resolved; `quoted`:
    content words in quotation marks. `runs`: every three and every five words in a row, as they stand.
    """

    words: frozenset[str]
    roots: frozenset[str]
    turns: frozenset[str]
    names: frozenset[str]
    figures: frozenset[str]
    dates: frozenset[str]
    quoted: frozenset[str]
    runs: tuple[frozenset[tuple[str, ...]], ...]


def read(passage: Passage) -> Reading:
    """Return the keys of a passage."""
    telling = [word for word in passage.words if not word.grammar]
    keys = [word.key for word in telling]
    return Reading(
        words=frozenset(keys),
        roots=frozenset(key[:_ROOT] for key in keys),
        turns=frozenset(f"{a} {b}" for a, b in pairwise(keys)),
        names=frozenset(_names(passage, telling)),
        figures=frozenset(_figures(passage, telling)),
        dates=frozenset(time.value for time in passage.times if time.value),
        quoted=frozenset(_quoted(passage, telling)),
        runs=tuple(_runs([word.text for word in passage.words], size) for size in _RUNS),
    )


def _runs(words: Sequence[str], size: int) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words[n : n + size]) for n in range(len(words) - size + 1))


def _names(passage: Passage, telling: Iterable[Word]) -> Iterable[str]:
    yield from (named.entity for named in passage.mentions if named.entity)
    first = passage.span.start
    for word in telling:
        if word.start > first and passage.span.text[word.start - first].isupper():
            yield word.key


def _figures(passage: Passage, telling: Iterable[Word]) -> Iterable[str]:
    yield from (f"{quantity.value:g}" for quantity in passage.quantities)
    yield from (word.text.strip("$£€").replace(",", "") for word in telling if word.text.strip("$£€")[:1].isdigit())


def _quoted(passage: Passage, telling: Iterable[Word]) -> Iterable[str]:
    marked = [(q.span.start, q.span.end) for q in passage.quotes if q.direct]
    return (word.key for word in telling if any(start <= word.start < end for start, end in marked))
