"""The kinds of rows and the columns of each; docs/codebook.md tells what every column means."""

from collections.abc import Sequence
from typing import Final, Literal

Kind = Literal["event", "statement", "stance", "quotation", "time", "quantity", "failure"]

WHERE: Final = (
    "kind",
    "id",
    "document",
    "source",
    "outlet",
    "published",
    "story",
    "start",
    "end",
    "text",
    "spans",
)
_WHO_SAYS: Final = ("speaker", "chain")

_OWN: Final[dict[Kind, tuple[str, ...]]] = {
    "event": (
        "root",
        "mode",
        "context",
        "modality",
        "polarity",
        "date",
        "place",
        "actor",
        "actor_country",
        "actor_sector",
        "recipient",
        "recipient_country",
        "recipient_sector",
        "number",
        "killed",
        "hurt",
        "arrested",
        "protesting",
        *_WHO_SAYS,
    ),
    "statement": (
        "subject",
        "property",
        "value",
        "raw_value",
        "polarity",
        "certainty",
        "confidence",
        "made_by",
        *_WHO_SAYS,
    ),
    "stance": ("holder", "holder_country", "side", "act", "target", "target_country", "since", *_WHO_SAYS),
    "quotation": ("form", "cue", *_WHO_SAYS),
    "time": ("value", "form", "anchor", "precision", "alternatives"),
    "quantity": ("value", "high", "unit", "of", "bound"),
    "failure": ("stage", "message"),
}

KINDS: Final[tuple[Kind, ...]] = tuple(_OWN)


def columns_of(kinds: Sequence[Kind]) -> tuple[str, ...]:
    """Return the columns of a table that holds rows of these kinds, in their fixed order."""
    return tuple(dict.fromkeys([*WHERE, *(column for kind in KINDS if kind in kinds for column in _OWN[kind])]))
