"""Names that the gazetteer knows, kept whole.

The network sometimes cuts a long name ("Organization of" / "American" / "States") where its parts are names as well; a
known name of several words is one name, unless it is part of a longer one that the network found.
"""

from collections.abc import Sequence
from typing import Final

from crossread.annotate.gazetteer import kind_of, longest_known
from crossread.annotate.reader.names import NameSpan

FEWEST_WORDS: Final = 2
_CLASSES: Final = {"gpe": "LOC", "place": "LOC", "org": "ORG", "group": "NORP", "event": "MISC", "product": "PRODUCT"}


def with_known_names(words: Sequence[str], names: Sequence[NameSpan]) -> list[NameSpan]:
    """The names of an article, where those that cut or clip a known name give way to it."""
    kept = sorted(names, key=lambda name: name.start)
    for known in _known(words):
        overlapping = [name for name in kept if name.start < known.end and known.start < name.end]
        if any(_is_part(known, name) for name in overlapping) or _is_person(overlapping):
            continue
        kept = [name for name in kept if name not in overlapping]
        kept.append(known)
    return sorted(kept, key=lambda name: name.start)


def _is_part(known: NameSpan, name: NameSpan) -> bool:
    return name.start <= known.start and known.end <= name.end


def _is_person(names: Sequence[NameSpan]) -> bool:
    return any(name.kind == "PERSON" for name in names)


def _known(words: Sequence[str]) -> list[NameSpan]:
    found: list[NameSpan] = []
    at = 0
    while at < len(words):
        length = longest_known(words, at, len(words))
        kind = kind_of(words[at : at + length]) if length >= FEWEST_WORDS else None
        if kind in _CLASSES:
            found.append(NameSpan(at, at + length, _CLASSES[kind]))
        at += max(length, 1)
    return found
