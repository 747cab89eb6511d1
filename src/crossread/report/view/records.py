"""What a reader is shown, before it takes a form: plain records that terminal, Markdown and HTML all read.

Text in these records is as the articles have it; each face makes it harmless (`shown`) where it writes it.
"""

from dataclasses import dataclass

from crossread.records import PointStatus, Severity, StanceSide
from crossread.report.view.evidence import CopyNote, Excerpt, Source


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
