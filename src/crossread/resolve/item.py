"""Items: the distinct names of a story, the things that judgements are about."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from crossread.records import MentionKind, content_id
from crossread.resolve.occurrence import Occurrence


@dataclass(frozen=True, slots=True)
class Item:
    """One name (folded words) of one kind of thing, with all its occurrences.

    `of`: for a lone surname or given name, the id of the item with the full name that it stands for.
    """

    id: str
    kind: MentionKind
    words: tuple[str, ...]
    occurrences: tuple[Occurrence, ...]
    of: str | None = None


def items_of(kind: MentionKind, words: tuple[str, ...], found: Iterable[Occurrence], *reading: str) -> Item:
    """Make an item; `reading` tells apart items of the same words."""
    return Item(item_id(kind, words, *reading), kind, words, tuple(found), reading[0] if reading else None)


def item_id(kind: MentionKind, words: tuple[str, ...], *reading: str) -> str:
    """Return the id of a name, the same in every story."""
    return content_id("e", "person" if kind == "person" else "", " ".join(words), *reading)


def kinds(found: Iterable[Occurrence]) -> dict[tuple[str, ...], MentionKind]:
    """Return the kind that most occurrences of each name were given; a title makes a person."""
    votes: defaultdict[tuple[str, ...], Counter[MentionKind]] = defaultdict(Counter)
    for occurrence in found:
        votes[occurrence.words]["person" if occurrence.mention.title else occurrence.mention.kind] += 1
    return {words: min(counts, key=lambda kind: (-counts[kind], kind)) for words, counts in votes.items()}
