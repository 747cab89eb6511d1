"""An article as it was read: sentences, words, names, times, quantities, coreference."""

from dataclasses import dataclass
from typing import Literal

from crossread.records.document import Document
from crossread.records.span import Span

MentionKind = Literal["person", "org", "gpe", "place", "group", "product", "event", "other"]
"""`gpe`: a country, region or city, which may act; `place`: any other place; `group`: nationals, believers, parties."""

MentionForm = Literal["name", "nominal", "pronoun"]

TimeKind = Literal["date", "time", "duration", "set"]

SIDES_OF_PRESENT = frozenset({"past", "present", "future"})

Bound = Literal["exact", "about", "at least", "at most"]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one article as parallel columns, all of one length, in text order.

    `start`, `end`: character offsets. `sentence`: index of the sentence that holds the word. `lemma`: dictionary form.
    The remaining columns are empty tuples where the annotator has no syntax (`has_syntax` is then false): `pos`
    (Universal POS), `feats` (`Mood=Ind|Tense=Past`, or empty), `head` (index of the governing word in the article;
    a sentence's root governs itself), `dep` (Universal Dependencies relation, `root` for the root), `roles` (a digit
    each for how likely the word belongs to a report's cue, its source, its content: 0 surely not, 9 surely).
    """

    start: tuple[int, ...]
    end: tuple[int, ...]
    sentence: tuple[int, ...]
    lemma: tuple[str, ...]
    pos: tuple[str, ...] = ()
    feats: tuple[str, ...] = ()
    head: tuple[int, ...] = ()
    dep: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.start)

    @property
    def has_syntax(self) -> bool:
        """Whether parts of speech and a dependency tree were annotated."""
        return bool(self.head) or not self.start


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that refer to somebody or something: a name, a description ("the minister") or a pronoun.

    The span of a name leaves titles out ("Mr", "President", "Sen."); `title` holds them as written, if there are any.
    """

    span: Span
    kind: MentionKind
    form: MentionForm = "name"
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """An expression of time and what it resolves to.

    `value`: ISO 8601 (`2019-01-23`, `2018-05`, `P3D`, `2019-01-23/2019-01-26`), None where it cannot be resolved, for
    want of a publication date say. `anchor`: the date it was resolved from. `precision`: day, month, year, …;
    `past`, `present`, `future` for words that tell no more ("recently", "now", "soon"), whose value is None.
    `alternatives`: other values, best first, where the text is truly ambiguous.
    """

    span: Span
    value: str | None
    kind: TimeKind
    anchor: str | None
    precision: str | None
    alternatives: tuple[str, ...] = ()

    @property
    def is_unresolved(self) -> bool:
        """Whether the words tell a date that could not be worked out; no vague length, no mere "now"."""
        return self.value is None and self.kind in {"date", "time"} and self.precision not in SIDES_OF_PRESENT


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something. `high` closes a range, `of` says what is counted, in the words of the text."""

    span: Span
    value: float
    high: float | None
    unit: str | None
    of: str | None
    bound: Bound


@dataclass(frozen=True, slots=True)
class AnnotatedDocument:
    """A document with what was read in it.

    `sentences`: half-open character ranges, in order, not overlapping, without surrounding white space.
    `mentions`: by start, then end. `chains`: coreference; each chain holds indices into `mentions`, in text order.
    `made_by`: the annotator and its version.
    """

    document: Document
    sentences: tuple[tuple[int, int], ...]
    words: Words
    mentions: tuple[Mention, ...]
    chains: tuple[tuple[int, ...], ...]
    times: tuple[Time, ...]
    quantities: tuple[Quantity, ...]
    made_by: str
