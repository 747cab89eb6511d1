"""Which land "the country", "this nation", "the state" or "the city" is."""

from collections.abc import Mapping, Sequence

from crossread.resolve.item import Item
from crossread.resolve.names import Words

_STATE, _PART, _CITY = "state", "part", "city"
_SORTS = {
    **dict.fromkeys(("country", "nation", "republic", "homeland"), _STATE),
    **dict.fromkeys(("state", "province"), _PART),
    **dict.fromkeys(("city", "town", "village"), _CITY),
}
_OPENING = frozenset({"the", "this", "our"})
_ONES_OWN = frozenset({"his", "her", "their"})
_EMPTY = frozenset({"entire", "whole", "home", "very", "great"})


def land_sorts(groups: Mapping[str, Sequence[Item]]) -> Mapping[str, str]:
    """Return which entities are states, parts of one, or cities and towns (what the tables do not know)."""
    found = {}
    for key, group in groups.items():
        known = {item.known.sort for item in group if item.known}
        if known & {_STATE, _PART}:
            found[key] = _STATE if _STATE in known else _PART
        elif any(item.kind == "gpe" for item in group):
            found[key] = _CITY
    return found


def sort_of_land(opening: str, words: Words) -> str | None:
    """Return the sort of land that a description means that says no more than "the country", else None."""
    telling = [word for word in words if word not in _EMPTY]
    sort = _SORTS.get(telling[0]) if len(telling) == 1 else None
    return sort if opening in _OPENING or (sort == _PART and opening in _ONES_OWN) else None
