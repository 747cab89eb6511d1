"""The nouns: frozen records, each wrapping the one before it.

`Document → AnnotatedDocument → CodedDocument → Story → ResolvedStory → Comparison`

What is *seen* (a `Span`, a `Mention`, a `Statement`) is anchored to characters and never changes; what is *concluded*
(an `Entity`, a `Point`, a `Story`) is a cluster of what is seen. This package imports nothing of ours.
"""

from crossread.records.annotated import (
    AnnotatedDocument,
    Bound,
    Mention,
    MentionForm,
    MentionKind,
    Quantity,
    Time,
    TimeKind,
    Words,
)
from crossread.records.coded import (
    Certainty,
    CodedDocument,
    Event,
    Modality,
    Party,
    Polarity,
    Quote,
    QuoteKind,
    Speaker,
    Stance,
    StanceSide,
    Statement,
    Toll,
)
from crossread.records.comparison import (
    Comparison,
    Discrepancy,
    DiscrepancyKind,
    Generator,
    Label,
    Point,
    PointStatus,
    Relation,
    RelationLabel,
    Severity,
    Side,
    SummarySentence,
    TimelineEntry,
)
from crossread.records.document import Document
from crossread.records.failure import Failure
from crossread.records.grouping import Change, GroupedStory, Grouping, OpenStory, Repeat, Window
from crossread.records.ids import content_id
from crossread.records.judgement import Judgement, Verdict
from crossread.records.known import KnownName
from crossread.records.profile import Profile, ProfileJson
from crossread.records.resolved import Entity, ResolvedStory
from crossread.records.span import Span, any_overlap
from crossread.records.story import Copy, Story

__all__ = [
    "AnnotatedDocument",
    "Bound",
    "Certainty",
    "Change",
    "CodedDocument",
    "Comparison",
    "Copy",
    "Discrepancy",
    "DiscrepancyKind",
    "Document",
    "Entity",
    "Event",
    "Failure",
    "Generator",
    "GroupedStory",
    "Grouping",
    "Judgement",
    "KnownName",
    "Label",
    "Mention",
    "MentionForm",
    "MentionKind",
    "Modality",
    "OpenStory",
    "Party",
    "Point",
    "PointStatus",
    "Polarity",
    "Profile",
    "ProfileJson",
    "Quantity",
    "Quote",
    "QuoteKind",
    "Relation",
    "RelationLabel",
    "Repeat",
    "ResolvedStory",
    "Severity",
    "Side",
    "Span",
    "Speaker",
    "Stance",
    "StanceSide",
    "Statement",
    "Story",
    "SummarySentence",
    "Time",
    "TimeKind",
    "TimelineEntry",
    "Toll",
    "Verdict",
    "Window",
    "Words",
    "any_overlap",
    "content_id",
]
