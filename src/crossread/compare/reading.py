"""What a sentence has in it that another account of the same thing would have too."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from crossread.compare.passages import Passage, Word
from crossread.linking import fold, stem
from crossread.records import Statement

_ROOT: Final = 5  # letters: words that begin alike are often of one family (resign, resignation)

_RUNS: Final = (3, 5)  # words: three in a row are often chance, five are the same sentence or the same quotation


@dataclass(frozen=True, slots=True)
class Reading:
    """The keys of one passage, by kind.

    `words`: stems of its content words; `roots`: their first letters; `turns`: neighbouring content words; `names`:
    entities, and capitalised words inside the sentence; `entities`: those alone; `figures`: quantities; `dates`: times
    as resolved; `quoted`: content words in quotation marks; `subjects`, `deeds`, `speakers`: of its statements (a deed
    with its subject). `runs`: every three and every five words in a row, as they stand. `voiced`: what part of its
    words it gives as somebody else's.
    """

    words: frozenset[str]
    roots: frozenset[str]
    turns: frozenset[str]
    names: frozenset[str]
    entities: frozenset[str]
    figures: frozenset[str]
    dates: frozenset[str]
    quoted: frozenset[str]
    subjects: frozenset[str]
    deeds: frozenset[str]
    speakers: frozenset[str]
    runs: tuple[frozenset[tuple[str, ...]], ...]
    voiced: float


def read(passage: Passage, statements: Sequence[Statement]) -> Reading:
    """Return the keys of a passage with its statements."""
    telling = [word for word in passage.words if not word.grammar]
    keys = [word.key for word in telling]
    return Reading(
        words=frozenset(keys),
        roots=frozenset(key[:_ROOT] for key in keys),
        turns=frozenset(f"{a} {b}" for a, b in pairwise(keys)),
        names=frozenset(_names(passage, telling)),
        entities=frozenset(named.entity for named in passage.mentions if named.entity),
        figures=frozenset(_figures(passage, telling)),
        dates=frozenset(time.value for time in passage.times if time.value),
        quoted=frozenset(_quoted(passage, telling)),
        subjects=frozenset(_last(told.subject) for told in statements if told.subject),
        deeds=frozenset(f"{_last(told.subject)} {stem(fold(told.property))}" for told in statements if told.subject),
        speakers=frozenset(_last(voice.speaker.name) for voice in (*statements, *passage.quotes) if voice.speaker),
        runs=tuple(_runs([word.text for word in passage.words], size) for size in _RUNS),
        voiced=sum(passage.quoted(word.start, word.end) for word in passage.words) / max(len(passage.words), 1),
    )


def _last(name: str) -> str:
    """Return the key of a name's last word: accounts shorten names from the left."""
    words = fold(name).split()
    return stem(words[-1]) if words else ""


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
