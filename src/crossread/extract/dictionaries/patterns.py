"""Patterns of verb dictionaries: the words and parties around a verb that give it another code.

`*` is the verb, `$` the source, `+` the target, `%` two or more who are both, `^` somebody who is passed over; `&NAME`
any phrase of a set. Between two that "_" joins nothing stands; between others, anything may. The brackets of PETRARCH2
(prepositional and noun phrases) are read as the words in them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from crossread.extract.dictionaries.notation import words_of

Role = Literal["words", "source", "target", "both", "skipped"]
Phrases = frozenset[tuple[str, ...]]

_ROLES: Final[dict[str, Role]] = {"$": "source", "+": "target", "%": "both", "^": "skipped"}
_PIECE: Final = re.compile(r"&[A-Z0-9]+|[*$+%^]|[A-Z0-9'’.\-]+", re.IGNORECASE)
_LISTING: Final = re.compile(r"[(){}]")


@dataclass(frozen=True, slots=True)
class Piece:
    """`phrases`: those of which one must stand there; `joined`: right beside what is nearer to the verb."""

    role: Role
    phrases: Phrases = frozenset()
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """What must stand `before` and `after` the verb, what is nearest to it first."""

    before: tuple[Piece, ...]
    after: tuple[Piece, ...]

    def __len__(self) -> int:
        return len(self.before) + len(self.after)


def pattern_of(written: str, sets: Mapping[str, Phrases]) -> Pattern | None:
    """Return the pattern, None if it has not one verb."""
    text = _LISTING.sub(" ", written)
    found = [(match[0].upper(), match.start(), match.end()) for match in _PIECE.finditer(text)]
    verbs = [at for at, (piece, _, _) in enumerate(found) if piece == "*"]
    if len(verbs) != 1:
        return None
    joined = ["_" in text[end:start] for (_, _, end), (_, start, _) in pairwise(found)]
    verb = verbs[0]
    before = [_piece(found[at][0], sets, joined=joined[at]) for at in range(verb - 1, -1, -1)]
    after = [_piece(found[at][0], sets, joined=joined[at - 1]) for at in range(verb + 1, len(found))]
    return Pattern(tuple(before), tuple(after))


def _piece(written: str, sets: Mapping[str, Phrases], *, joined: bool) -> Piece:
    if written in _ROLES:
        return Piece(_ROLES[written], joined=joined)
    if written.startswith("&"):
        return Piece("words", sets.get(written[1:], frozenset()), joined)
    return Piece("words", frozenset({phrase_of(written)}), joined)


def phrase_of(written: str) -> tuple[str, ...]:
    """Return the words of a phrase, with "not" apart from the verb that it is written with ("don't")."""
    return words_of(re.sub(r"(?<=\w)(n't)\b", r" \1", written.lower().replace("’", "'")))
