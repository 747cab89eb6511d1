"""What grouping concludes of many articles: which tell one event, and which repeat another."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Repeat:
    """Document `doc` repeats document `of` (both ids), which came first: a `Copy` before the texts are at hand.

    `share`: the part of `doc`'s words, in [0, 1], that stand in `of`. `kind`: as in `Copy`. `passages`: first and end
    word of a passage in `doc`, then in `of`; `crossread.group.copy_of` makes spans of them.
    """

    doc: str
    of: str
    share: float
    kind: Literal["copy", "revision", "lifted"]
    passages: tuple[tuple[int, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a story: `joined` another (`into` is the other's id) or `left` it (`into` is the new story's)."""

    story: str
    kind: Literal["joined", "left"]
    into: str
    day: str | None


@dataclass(frozen=True, slots=True)
class GroupedStory:
    """Documents that tell one event, by their ids, in the order of publication.

    `id` is made of its first document, so that it stays as others arrive. `first`, `last`: days, None where no document
    has one. `actors`: the names told most, as shown. `related`: ids of stories that are near it, the nearest first.
    `repeats`: what its documents repeat, by document. `changes`: the stories that joined or left it.
    """

    id: str
    label: str
    documents: tuple[str, ...]
    first: str | None
    last: str | None
    actors: tuple[str, ...]
    related: tuple[str, ...]
    repeats: tuple[Repeat, ...]
    changes: tuple[Change, ...] = ()

    @property
    def copy_of(self) -> Mapping[str, str]:
        """The document that each copy or revision repeats; passages that were only lifted make no copy."""
        return {repeat.doc: repeat.of for repeat in self.repeats if repeat.kind != "lifted"}


@dataclass(frozen=True, slots=True)
class OpenStory:
    """A story that may still grow: its documents in order, what they repeat, and its changes so far.

    `numbers`: the places of the documents in the stream, by which stories and documents are ordered. `first`: the first
    day.
    """

    documents: tuple[str, ...]
    numbers: tuple[int, ...]
    repeats: tuple[Repeat, ...] = ()
    changes: tuple[Change, ...] = ()
    first: str | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """Where a stream stands at the beginning of a day: all that a later run needs, beside the profiles since `since`.

    `until`: the day at whose beginning the stream stands; what was published before it is grouped. `since`: the first
    day whose profiles are needed to go on, `number` the place in the stream of the first document from then on.
    """

    since: str
    until: str
    number: int
    stories: tuple[OpenStory, ...]


@dataclass(frozen=True, slots=True)
class Grouping:
    """Stories by first day, then id. `window` is where the stream stood at the beginning of the last day.

    `window` is None where no article has a day.
    """

    stories: tuple[GroupedStory, ...]
    window: Window | None
