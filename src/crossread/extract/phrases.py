"""What a verb does by PLOVER, by itself or with the words that follow it ("impose", "impose … sanctions")."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Final

from crossread.extract.chunks import VerbGroup
from crossread.extract.reading import Reading
from crossread.resources import read_table

_WINDOW = 14  # words after the verb that may belong to its phrase
_GAP = 8  # words between two words of a phrase
_NEAR = 4  # words after the verb in which what makes it no deed must stand


@dataclass(frozen=True, slots=True)
class Deed:
    """PLOVER's root and mode; `words`: how many words tell it, the verb among them; `last`: the last of them.

    The root is `NONE` for words that only look like a deed ("release a report").
    """

    root: str
    mode: str | None
    words: int
    last: int


NONE: Final = "-"


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], str, str | None]]]:
    """Return for each verb the words that may follow with root and mode, most words first."""
    found: defaultdict[str, list[tuple[tuple[str, ...], str, str | None]]] = defaultdict(list)
    for row in read_table("ontology/event_phrases.tsv"):
        found[row["verb"]].append((tuple(row["words"].split()), row["root"], row["mode"] or None))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return dict(found)


def deed_of(reading: Reading, group: VerbGroup, end: int) -> Deed | None:
    """Return what the verb with the words up to `end` does, None where the table does not tell."""
    entries = _phrases().get(group.lemma)
    if entries is None:
        return None
    after = min(end, group.verb + 1 + _WINDOW)
    for words, root, mode in entries:
        last = _last(reading, group, words, after if root != NONE else min(after, group.verb + 1 + _NEAR))
        if last is not None:
            return Deed(root, mode, len(words) + 1, last)
    return None


def _last(reading: Reading, group: VerbGroup, words: tuple[str, ...], end: int) -> int | None:
    """Return where the words, found in order after the verb (or, in the passive, as its subject), end."""
    at = group.verb
    lemmas = reading.annotated.words.lemma
    for word in words:
        place = next((w for w in range(at + 1, min(end, at + 1 + _GAP)) if word in (reading.lower[w], lemmas[w])), None)
        if place is None:
            return _in_subject(reading, group, words)
        at = place
    return at


def _in_subject(reading: Reading, group: VerbGroup, words: tuple[str, ...]) -> int | None:
    """Return the verb if the phrase's noun stands before it, in the passive ("sanctions were imposed")."""
    if not group.passive or len(words) != 1:
        return None
    start = max(reading.sentence_of(group.verb)[0], group.start - _GAP)
    lemmas = reading.annotated.words.lemma
    before = any(words[0] in (reading.lower[w], lemmas[w]) for w in range(start, group.start))
    return group.verb if before else None
