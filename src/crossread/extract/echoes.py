"""Words that an article quotes twice: in a heading or the lead, and where it tells who said them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

_RUN: Final = 3  # words in a row that both have
_SHARE: Final = 0.8  # of the words of the one whose speaker is open, in such runs
_SURE: Final = 0.7  # the likelihood from which on a speaker is not open


@dataclass(frozen=True, slots=True)
class Said:
    """Words in lower case, and how likely their speaker is; 0 where nobody is likely enough."""

    words: tuple[str, ...]
    likelihood: float


def echoes(said: Sequence[Said]) -> Mapping[int, int]:
    """Return, for each whose speaker is open, the likeliest other that holds its words, the first of equals."""
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, one in enumerate(said):
        for run in _runs(one):
            holders[run].append(number)
    found = {}
    for number, one in enumerate(said):
        if one.likelihood < _SURE:
            others = {other for run in _runs(one) for other in holders[run]} - {number}
            fitting = [o for o in others if said[o].likelihood > one.likelihood and _share(one, said[o]) >= _SHARE]
            if fitting:
                found[number] = min(fitting, key=lambda o: (-said[o].likelihood, o))
    return found


def _runs(one: Said) -> set[tuple[str, ...]]:
    return {one.words[at : at + _RUN] for at in range(len(one.words) - _RUN + 1)}


def _share(one: Said, other: Said) -> float:
    """Return what part of the first's words lies in runs that the other has, too."""
    known = _runs(other)
    starts = [at for at in range(len(one.words) - _RUN + 1) if one.words[at : at + _RUN] in known]
    return len({at + step for at in starts for step in range(_RUN)}) / len(one.words)
