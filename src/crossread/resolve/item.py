"""Items: the distinct names of a story, the things that judgements are about."""

from collections.abc import Iterable
from dataclasses import dataclass

from crossread.records import MentionKind, content_id
from crossread.resolve.gazetteer import Known
from crossread.resolve.names import Words
from crossread.resolve.occurrence import Occurrence


@dataclass(frozen=True, slots=True)
class Item:
    """One name in one sense, with all its occurrences in the story.

    `known`: what the tables say of it. `of`: for a lone surname or given name, the id of the full name it stands for.
    """

    id: str
    kind: MentionKind
    words: Words
    occurrences: tuple[Occurrence, ...]
    known: Known | None = None
    of: str | None = None

    @property
    def person(self) -> bool:
        """Whether it names a person."""
        return self.kind == "person"

    @property
    def documents(self) -> frozenset[int]:
        """The indices of the documents that it stands in."""
        return frozenset(occurrence.document for occurrence in self.occurrences)


def full_item(kind: MentionKind, words: Words, known: Known | None, found: Iterable[Occurrence]) -> Item:
    """Make the item of a name that stands for itself."""
    sense = f"{known.sort}:{known.key}" if known else ""
    return Item(_id(kind, words, sense), kind, words, tuple(found), known)


def lone_item(words: Words, of: str | None, gender: str | None, found: Iterable[Occurrence]) -> Item:
    """Make the item of a person's lone surname or given name: one for each full name that it stands for."""
    return Item(_id("person", words, of or gender or ""), "person", words, tuple(found), None, of)


def _id(kind: MentionKind, words: Words, sense: str) -> str:
    """Return the id of a name in one sense, the same in every story."""
    return content_id("e", "person" if kind == "person" else "", " ".join(words), sense)
