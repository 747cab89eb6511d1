"""One story out of the articles given as one."""

from collections.abc import Sequence
from dataclasses import dataclass

from crossread.group.copies import find_copies
from crossread.group.label import label
from crossread.group.strangers import strangers
from crossread.records import CodedDocument, Story, content_id


@dataclass(frozen=True, slots=True)
class CopyGrouper:
    """Takes the articles as one story, as the user gave them, and finds the copies and the strangers among them."""

    @property
    def name(self) -> str:
        return "copies/1"

    def group(self, documents: Sequence[CodedDocument]) -> Story:
        ids = sorted(document.annotated.document.id for document in documents)
        return Story(
            id=content_id("s", *ids),
            label=label(documents),
            documents=tuple(documents),
            copies=find_copies(documents),
            strangers=strangers(documents),
        )
