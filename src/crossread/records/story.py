"""Articles that tell one event."""

from dataclasses import dataclass
from typing import Literal

from crossread.records.coded import CodedDocument
from crossread.records.span import Span


@dataclass(frozen=True, slots=True)
class Copy:
    """Document `doc` repeats document `of` (both ids), which came first.

    `share`: the part of `doc`'s words, in [0, 1], that stand in `of`. `kind`: `copy` (another outlet's reprint),
    `revision` (a later version by the same outlet) or `lifted` (passages only; `doc` is still an account of its own).
    `passages`: pairs (span in `doc`, span in `of`).
    """

    doc: str
    of: str
    share: float
    kind: Literal["copy", "revision", "lifted"]
    passages: tuple[tuple[Span, Span], ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Documents, in the order they were given, that tell one event, and the copies among them.

    `strangers`: ids of documents that seem to tell another event than the rest, though they were put in this story.
    """

    id: str
    label: str
    documents: tuple[CodedDocument, ...]
    copies: tuple[Copy, ...] = ()
    strangers: tuple[str, ...] = ()
