"""How each data set's name classes stand to the reader's own.

A set that knows fewer classes, or merges some, tells only part of the answer: each of its tags stands for
the set of our tags that it leaves possible, and the training loss asks for the probability of that set.
"""

from typing import Final

from crossread.annotate.reader.labels import NAME_KINDS, NAME_TAGS, OUTSIDE

ANY: Final = "?"  # a word of which the set tells nothing

_EXACT: Final[dict[str, tuple[str, ...]]] = {kind: (kind,) for kind in NAME_KINDS}

# scheme -> its class -> the classes of ours that it may be.
_KINDS: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "worldwide": {
        "Person": ("PERSON",),
        "Organization": ("ORG",),
        "Location": ("LOC",),
        "Facility": ("FAC",),
        "NORP": ("NORP",),
        "Date": ("DATE",),
        "Money": ("MONEY",),
        "Product": ("PRODUCT",),
        "Misc": ("MISC",),
    },
    "wikigold": {
        "PER": ("PERSON",),
        "ORG": ("ORG",),
        "LOC": ("LOC", "FAC"),
        "MISC": ("MISC", "NORP", "PRODUCT"),
    },
    "wnut17": {
        "person": ("PERSON",),
        "location": ("LOC", "FAC"),
        "corporation": ("ORG",),
        "group": ("ORG",),
        "product": ("PRODUCT",),
        "creative-work": ("MISC",),
    },
    "gum": {
        "person": ("PERSON", "NORP"),
        "organization": ("ORG",),
        "place": ("LOC", "FAC"),
        "time": ("DATE", "MISC"),
        "event": ("MISC",),
        "object": ("PRODUCT", "MISC", "FAC"),
    },
    "exact": _EXACT,
}

# Classes of ours that a scheme never marks: its O does not rule them out.
_UNMARKED: Final[dict[str, tuple[str, ...]]] = {
    "worldwide": (),
    "wikigold": ("DATE", "MONEY"),
    "wnut17": ("DATE", "MONEY", "NORP", "MISC"),
    "gum": ("DATE", "MONEY"),
    "exact": (),
}


def allowed_tags(scheme: str, tag: str) -> list[bool]:
    """Which of ``NAME_TAGS`` a data set's tag leaves possible."""
    if tag == ANY:
        return [True] * len(NAME_TAGS)
    if tag == OUTSIDE:
        unmarked = _UNMARKED[scheme]
        return [ours == OUTSIDE or ours[2:] in unmarked for ours in NAME_TAGS]
    place, _, kind = tag.partition("-")
    kinds = _KINDS[scheme][kind]
    return [ours[:1] == place and ours[2:] in kinds for ours in NAME_TAGS]


def knows(scheme: str, kind: str) -> bool:
    """Whether the scheme's class has a place among ours."""
    return kind in _KINDS[scheme]


def to_bioes(tags: list[str]) -> list[str]:
    """Turn IO, IOB1 or IOB2 tags into BIOES; ``ANY`` stays."""
    begun = list(tags)
    for index, tag in enumerate(tags):
        if tag.startswith("I-"):
            before = tags[index - 1] if index else OUTSIDE
            if before[2:] != tag[2:]:
                begun[index] = "B-" + tag[2:]
    ended = list(begun)
    for index, tag in enumerate(begun):
        if tag in (OUTSIDE, ANY):
            continue
        follows = index + 1 < len(begun) and begun[index + 1] == "I-" + tag[2:]
        if tag.startswith("B-"):
            ended[index] = ("B-" if follows else "S-") + tag[2:]
        else:
            ended[index] = ("I-" if follows else "E-") + tag[2:]
    return ended
