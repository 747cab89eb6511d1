"""The words of persons' names: which tell a gender, which stand for others, which count."""

from functools import cache, lru_cache
from typing import Final

from crossread.records import Mention
from crossread.resources import read_table

_SURELY: Final = 90  # per cent of the bearers of a first name that must be of one gender for it to tell


@cache
def first_names() -> dict[str, str]:
    """Return male or female for each first name, in lower case, that tells."""
    found = {}
    for row in read_table("gazetteer/given_names.tsv"):
        men = int(row["men"])
        if men > _SURELY or men < 100 - _SURELY:
            found[row["name"].lower()] = "male" if men > _SURELY else "female"
    return found | {row["name"]: row["gender"] for row in read_table("lexicons/en/first_names.tsv")}


@cache
def known_given_names() -> frozenset[str]:
    """Return the given names of the tables, in lower case, whether or not they tell a gender."""
    listed = {row["name"].lower() for row in read_table("gazetteer/given_names.tsv")}
    return frozenset(listed | first_names().keys() | _nicknames().keys())


@cache
def _nicknames() -> dict[str, str]:
    """Return the given name for each form that stands for one name only."""
    found: dict[str, set[str]] = {}
    for row in read_table("gazetteer/nicknames.tsv"):
        for form in row["forms"].lower().split("|"):
            found.setdefault(form, set()).add(row["name"].lower())
    return {form: names.pop() for form, names in found.items() if len(names) == 1}


def formal(name: tuple[str, ...]) -> tuple[str, ...]:
    """Return given name and surname, a nickname as the given name that it stands for."""
    return _nicknames().get(name[0], name[0]), name[-1]


def name_parts(mention: Mention) -> tuple[str, ...]:
    """The words of a name, in lower case, initials and suffixes left out unless nothing else is there."""
    return _parts_of(mention.span.text)


@lru_cache(maxsize=4096)
def _parts_of(name: str) -> tuple[str, ...]:
    words = name.lower().replace("’", "'").removesuffix("'s").replace(",", " ").split()
    kept = [w.strip(".") for w in words if len(w.strip(".")) > 1 and w.strip(".") not in ("jr", "sr", "iii", "ii")]
    return tuple(kept or words or [""])
