"""An article taken apart: quotations, statements, events, stances, each standing on its characters."""

from dataclasses import dataclass
from typing import Literal

from crossread.records.annotated import AnnotatedDocument
from crossread.records.span import Span

Polarity = Literal["positive", "negative"]
Certainty = Literal["certain", "probable", "possible"]
Modality = Literal["happened", "planned", "threatened", "called for", "conditional", "denied", "alleged"]
StanceSide = Literal["for", "against", "neutral"]
QuoteKind = Literal["direct", "mixed", "indirect", "attitude", "scare"]


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who takes part: `name` as well as it is known, `span` the words that name them.

    `entity` is filled in once the story's names are resolved. `code` is ISO 3166-1 alpha-3 of the state that they are,
    act for or belong to; of an organisation of states it is `IGO`. `sector` is PLOVER's (`GOV`, `MIL`, `CVL`, …), where
    it is sure.
    """

    name: str
    span: Span | None = None
    entity: str | None = None
    code: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is said to have said it.

    `chain` runs from the outlet that printed the words to the first speaker: `("BBC", "an official", "the minister")`.
    `likelihood`: how likely it is they, in [0, 1]; None where it was not weighed against anybody else. `named_in`: the
    words that name them in another account of the same words, where this one leaves open who speaks; None where it
    does not.
    """

    name: str
    span: Span | None = None
    entity: str | None = None
    chain: tuple[str, ...] = ()
    likelihood: float | None = None
    named_in: Span | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words given as somebody's.

    `span` holds the quoted words without their quotation marks. `kind`: `direct` (a whole utterance in marks), `mixed`
    (marked words inside the outlet's sentence), `indirect` (reported, unmarked), `attitude` (unmarked words that
    name what somebody is for, against or after, no clause of theirs), `scare` (marked, but nobody's speech).
    `cue` is the word that says that it is speech; None where there is none (a quotation that goes on). `cue_spans`
    and `source_spans` are where the whole cue ("was quoted … as saying") and the whole phrase that names the speaker
    ("her lawyer, Ann Lee") stand; empty where they are not known.
    """

    id: str
    span: Span
    kind: QuoteKind
    cue: str | None
    speaker: Speaker | None
    cue_spans: tuple[Span, ...] = ()
    source_spans: tuple[Span, ...] = ()

    @property
    def direct(self) -> bool:
        """Whether quotation marks enclose the words."""
        return self.kind not in ("indirect", "attitude")


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that the article tells: `(subject, property, value)`, on whose word, and where.

    `subject` is None where the text names none. `property` is a lemma or a term of the ontology. `value` is the clean
    value, `raw_value` the words. `speaker` is None in the outlet's own voice. `confidence` is in [0, 1].
    """

    id: str
    doc: str
    subject: str | None
    property: str
    value: str | None
    raw_value: str | None
    speaker: Speaker | None
    polarity: Polarity
    certainty: Certainty
    confidence: float
    made_by: str
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Toll:
    """How many people an event struck or moved, each as the text counts them; None where it does not."""

    killed: float | None = None
    hurt: float | None = None
    arrested: float | None = None
    protesting: float | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom: `type` is a PLOVER root, `mode` its mode where that is sure.

    `number`: how many people it was done to. `context`: PLOVER's contexts that its words are sure to tell.
    """

    id: str
    type: str
    mode: str | None
    actor: tuple[Party, ...]
    recipient: tuple[Party, ...]
    date: str | None
    place: str | None
    number: float | None
    polarity: Polarity
    modality: Modality
    speaker: Speaker | None
    evidence: tuple[Span, ...]
    context: tuple[str, ...] = ()
    toll: Toll = Toll()


@dataclass(frozen=True, slots=True)
class Stance:
    """Who stands for or against whom or what; `act` is the code of our own (recognises, supports, condemns, …).

    `since`: ISO 8601 date since when, or on which, the side was taken; None where the text does not say.
    """

    id: str
    holder: Party
    side: StanceSide
    target: Party
    act: str
    since: str | None
    speaker: Speaker | None
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class CodedDocument:
    """An annotated document with what it tells."""

    annotated: AnnotatedDocument
    quotes: tuple[Quote, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    stances: tuple[Stance, ...]
