"""What a reader is shown, before it takes a form: plain records that terminal, Markdown and HTML all read.

Text in these records is as the articles have it; each face makes it harmless (`shown`) where it writes it.
"""

from dataclasses import dataclass
from typing import Final

from crossread.records import Bound, PointStatus, Severity, StanceSide
from crossread.report.view.evidence import CopyNote, Excerpt, Source

_DAY: Final = 10  # characters of an ISO 8601 day
_PLAIN_CHAIN: Final = 2  # the outlet and the speaker: of a longer one somebody passed it on
_PIECES: Final = 3  # of the differing words: more of them are read where they stand, in the sentence


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that is told. `sources`: who tells it; `missing`: where it was looked for and not found.

    `found_by`: the rules or models that found it; `confidence`: the highest among them, None where none is stated.
    `differences`: the numbers of the differences whose words lie within its evidence. `shown`: the label, marked, in
    its sentence; None where the label is nobody's words.
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
    shown: Excerpt | None = None


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
    def scattered(self) -> bool:
        """Whether the differing words are so many pieces that they tell little outside their sentence."""
        return len(self.value.split(";")) > _PIECES

    @property
    def brief(self) -> str:
        """The differing words, or the first of many pieces."""
        pieces = self.value.split(";")
        return ";".join(pieces[:_PIECES]) + (" …" if self.scattered else "")

    @property
    def verbatim(self) -> bool:
        """Whether the value, or each of its parts, stands in the words shown."""
        shown = " ".join(" ".join(excerpt.text.split()) for excerpt in self.excerpts).casefold()
        return all(" ".join(part.split()) in shown for part in self.value.casefold().split(";"))


@dataclass(frozen=True, slots=True)
class Difference:
    """The same thing told differently; `heading` and `weight`: kind and severity in words; `id`: the discrepancy's."""

    number: int
    kind: str
    heading: str
    severity: Severity
    weight: str
    about: str
    confidence: float
    update: bool
    versions: tuple[Version, ...]
    id: str


@dataclass(frozen=True, slots=True)
class Backer:
    """Who stands on one side, by which act, on whose word (None: the outlet's own), and who tells so.

    `known`: the day since when it holds, else when the first account of it was published; None where neither is known.
    """

    name: str
    act: str
    speaker: str | None
    since: str | None
    known: str | None
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
    """Something on the time line: `day` is ISO 8601, `published` whether it is the appearing of articles.

    `ahead`: it was still to come, or to end, when the last article was published.
    """

    day: str
    in_words: str
    label: str
    published: bool
    ahead: bool
    sources: tuple[Source, ...]
    excerpts: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class Utterance:
    """One outlet's version of a quotation; `chain` leads from the outlet to the first speaker.

    `named_by`: the outlet that names the speaker, where this one leaves it open; None where it does not.
    """

    source: Source
    excerpt: Excerpt
    kind: str
    cue: str | None
    speaker: str | None
    chain: tuple[str, ...]
    named_by: str | None = None

    def way(self, speaker: str | None) -> tuple[str, ...]:
        """Return, in words, how the outlet tells who speaks, where it is not plainly `speaker` in marks."""
        notes = ["reported, not in quotation marks"] if self.kind == "indirect" else []
        if self.speaker != speaker:
            notes.append(f"gives it to {self.speaker}" if self.speaker else "names no speaker")
        if self.named_by is not None:
            notes.append(f"leaves open who speaks; {self.named_by} names the speaker")
        if len(self.chain) > _PLAIN_CHAIN:
            notes.append("through " + ", ".join(self.chain[1:-1]))
        return tuple(notes)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of one speaker.

    Either one utterance as each account cut it, the longest first, or all that one account has alone.
    """

    speaker: str | None
    utterances: tuple[Utterance, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """A number as it was read: from `low` to `high`, which are the same unless a range is told; `bound` as told."""

    low: float
    high: float
    bound: Bound


@dataclass(frozen=True, slots=True)
class Figure:
    """Numbers of one thing: what is counted, the words of each account, and the numbers that are of one unit."""

    of: str
    excerpts: tuple[Excerpt, ...]
    counts: tuple[Count, ...]


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
class Descent:
    """An article and what was made of it: its copies and later versions, and what was made of those."""

    source: Source
    repeats: tuple["Descent", ...]


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
    by_all: tuple[Told, ...]
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
    lineage: tuple[Descent, ...]
    failures: tuple[FailureNote, ...]

    def count(self, severity: Severity) -> int:
        """Return how many differences weigh so much."""
        return sum(difference.severity == severity for difference in self.differences)

    @property
    def backing_days(self) -> tuple[str, ...]:
        """The days since which stands are known, in order, as `2031-04-08`."""
        backers = (backer for row in self.backing for _, found in row.sides for backer in found)
        return tuple(sorted({backer.known[:_DAY] for backer in backers if backer.known}))
