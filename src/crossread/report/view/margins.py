"""What an annotated article is made of."""

from dataclasses import dataclass
from typing import Literal

from crossread.report.view.evidence import Excerpt, Source
from crossread.report.view.records import Difference, Told, Version

Found = Literal["differs", "shared", "alone"]
"""What a run of an article is evidence of: of a difference, of what others tell too, of what it alone tells."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of an article's words under the same marks; `anchor` is its place if evidence starts here.

    `points` cover it. `closed`, `closed_differences`: the numbers of shared points and of differences that end with it.
    """

    text: str
    anchor: str | None
    points: tuple[int, ...]
    found: Found | None
    closed: tuple[int, ...]
    closed_differences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MarginNote:
    """Points told in a paragraph for which others have the same words: the first of these, out of `others`."""

    points: tuple[Told, ...]
    twins: tuple[Excerpt, ...]
    others: int


@dataclass(frozen=True, slots=True)
class DifferenceNote:
    """A difference that a paragraph has a side of, and the versions of others."""

    difference: Difference
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of an article, with what others tell of the same; `goes_on`: it is a further part of a very long line."""

    runs: tuple[Run, ...]
    notes: tuple[MarginNote, ...]
    differences: tuple[DifferenceNote, ...]
    goes_on: bool


@dataclass(frozen=True, slots=True)
class Article:
    """A whole article."""

    source: Source
    paragraphs: tuple[Paragraph, ...]
