"""What a reader is shown, before it takes a form: plain records that terminal, Markdown and HTML all read.

Text in these records is as the articles have it; each face makes it harmless (`shown`) where it writes it.
"""

from dataclasses import dataclass
from typing import Literal

from crossread.records import PointStatus, Severity, StanceSide


@dataclass(frozen=True, slots=True)
class CopyNote:
    """That a document repeats another: `of` is its number, `share` in [0, 1], `kind` copy, revision or lifted."""

    of: int
    of_name: str
    kind: str
    share: float


@dataclass(frozen=True, slots=True)
class Source:
    """One article of the story: `number` counts from 1 in the order given, `name` tells it from the others.

    `words` counts runs between white space. `direction` is ltr or rtl. `unresolved` counts the expressions of time
    that resolve to no date.
    """

    number: int
    doc: str
    name: str
    outlet: str
    title: str | None
    byline: str | None
    published: str | None
    url: str | None
    language: str | None
    direction: str
    words: int
    copy: CopyNote | None
    stranger: bool
    unresolved: int

    @property
    def independent(self) -> bool:
        """Whether this is an account of its own, and neither a reprint nor a later version."""
        return self.copy is None or self.copy.kind == "lifted"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of an article's words, from its character `start`; `marked` where it is what matters in the excerpt."""

    start: int
    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Evidence within the sentence that holds it. `start`, `end`: the evidence itself, in code points.

    `evidence` is its words, from the start; very long evidence is cut. `cut_before`, `cut_after`: whether the sentence
    goes on beyond what is shown.
    """

    source: Source
    start: int
    end: int
    evidence: str
    pieces: tuple[Piece, ...]
    cut_before: bool = False
    cut_after: bool = False

    @property
    def text(self) -> str:
        """The words as one string."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def marked(self) -> tuple[tuple[int, int], ...]:
        """The ranges of the article that are set apart, in code points."""
        return tuple((piece.start, piece.start + len(piece.text)) for piece in self.pieces if piece.marked)

    @property
    def anchor(self) -> str:
        """The name of the place in the article, for a link."""
        return anchor(self.source.number, self.start)


def anchor(number: int, start: int) -> str:
    """Return the name of the place `start` in the article of this number."""
    return f"a{number}-{start}"


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that is told. `sources`: who tells it; `missing`: where it was looked for and not found.

    `found_by`: the rules or models that found it; `confidence`: the highest among them, None where none is stated.
    `differences`: the numbers of the differences whose words lie within its evidence.
    """

    number: int
    label: str
    kind: str
    status: PointStatus
    sources: tuple[Source, ...]
    independent: int
    missing: tuple[Source, ...]
    excerpts: tuple[Excerpt, ...]
    found_by: tuple[str, ...]
    confidence: float | None
    differences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """The words of one source, and the sources that repeat it."""

    source: Source
    repeats: tuple[Source, ...]
    excerpts: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """What one or several accounts say, where they differ from others: `value` is the differing words.

    `accounts` leave out what copies repeat; `excerpts` have all of it.
    """

    value: str
    accounts: tuple[Account, ...]
    excerpts: tuple[Excerpt, ...]

    @property
    def verbatim(self) -> bool:
        """Whether the value, or each of its parts, stands in the words shown."""
        shown = " ".join(" ".join(excerpt.text.split()) for excerpt in self.excerpts).casefold()
        return all(" ".join(part.split()) in shown for part in self.value.casefold().split(";"))


@dataclass(frozen=True, slots=True)
class Difference:
    """The same thing told differently. `heading` and `weight` put kind and severity in words."""

    number: int
    kind: str
    heading: str
    severity: Severity
    weight: str
    about: str
    confidence: float
    update: bool
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class Backer:
    """Who stands on one side, by which act, on whose word (None: the outlet's own), and who tells so."""

    name: str
    act: str
    speaker: str | None
    since: str | None
    sources: tuple[Source, ...]
    excerpts: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class Backing:
    """Who stands for, against or beside one target; `disputed` names holders put on both sides."""

    target: str
    sides: tuple[tuple[StanceSide, tuple[Backer, ...]], ...]
    disputed: tuple[str, ...]

    @property
    def has_neutral(self) -> bool:
        """Whether anybody stands beside the target."""
        return bool(dict(self.sides)["neutral"])


@dataclass(frozen=True, slots=True)
class Moment:
    """Something on the time line: `day` is ISO 8601, `published` whether it is the appearing of articles."""

    day: str
    in_words: str
    label: str
    published: bool
    sources: tuple[Source, ...]
    excerpts: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class Utterance:
    """One outlet's version of a quotation; `chain` leads from the outlet to the first speaker."""

    source: Source
    excerpt: Excerpt
    kind: str
    cue: str | None
    speaker: str | None
    chain: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of one speaker.

    Either one utterance as each account cut it, the longest first, or all that one account has alone.
    """

    speaker: str | None
    utterances: tuple[Utterance, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """Numbers of one thing: what is counted, and the words of each account."""

    of: str
    excerpts: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """What each account calls somebody: rows of (source, in its own voice, in quoted voices)."""

    entity: str
    rows: tuple[tuple[Source, tuple[Excerpt, ...], tuple[Excerpt, ...]], ...]


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
    """A line of an article, with what others tell of the same."""

    runs: tuple[Run, ...]
    notes: tuple[MarginNote, ...]
    differences: tuple[DifferenceNote, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A whole article."""

    source: Source
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the short account, and the outlets that tell the same."""

    excerpt: Excerpt
    agreed_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """That one source repeats another; `passages` are its words that stand there too."""

    source: Source
    note: CopyNote
    passages: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class FailureNote:
    """What could not be done."""

    document: str
    stage: str
    message: str


@dataclass(frozen=True, slots=True)
class ReportView:
    """The whole report, in the order in which it is read."""

    title: str
    made_by: str
    first_published: str | None
    last_published: str | None
    sources: tuple[Source, ...]
    outlets: int
    independent: int
    account: tuple[Sentence, ...]
    agreed: tuple[Told, ...]
    differences: tuple[Difference, ...]
    alone: tuple[tuple[Source, tuple[Told, ...]], ...]
    told: tuple[Told, ...]
    backing: tuple[Backing, ...]
    moments: tuple[Moment, ...]
    shared_quotations: tuple[Quotation, ...]
    other_quotations: tuple[Quotation, ...]
    figures: tuple[Figure, ...]
    namings: tuple[Naming, ...]
    repeats: tuple[Repeat, ...]
    failures: tuple[FailureNote, ...]

    def count(self, severity: Severity) -> int:
        """Return how many differences weigh so much."""
        return sum(difference.severity == severity for difference in self.differences)
