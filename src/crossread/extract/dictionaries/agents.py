"""Agent dictionaries: nouns that tell what somebody is, with the code that they add to an actor's.

    !PERSON! = MAN, MEN, WOMAN, WOMEN
    POLICE {} [~COP]                 # {}: no plural
    ATTORNEY_GENERAL {ATTORNEYS_GENERAL} [~GOV]
    CONGRESS!PERSON! [~LEG]
    RELIEF_AGENCY [NGO~]             # before the actor's code

Without braces the plural is the regular one.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from crossread.extract.dictionaries.notation import before_codes, codes_in, lines_of, words_of
from crossread.extract.dictionaries.phrasebook import Phrasebook

_SET: Final = re.compile(r"(?P<name>![^!]+!)\s*=\s*(?P<members>.+)")
_NAMED: Final = re.compile(r"![^!]+!")
_ENTRY: Final = re.compile(r"(?P<singular>[^{]*)(?:\{(?P<plurals>[^}]*)\})?\s*")


@dataclass(frozen=True, slots=True)
class AgentCode:
    """The code that an agent adds: after the actor's, or `before` it."""

    code: str
    before: bool = False


AgentBook = Phrasebook[AgentCode]


def read_agents(text: str) -> tuple[AgentBook, list[str]]:
    """Return the agents of a dictionary, and the lines that cannot be understood."""
    faults: list[str] = []
    sets: dict[str, tuple[str, ...]] = {}
    entries: list[tuple[tuple[str, ...], AgentCode]] = []
    for line in lines_of(text):
        members = _SET.fullmatch(line)
        if members is not None:
            sets[members["name"]] = tuple(member.strip() for member in members["members"].split(","))
            continue
        entry, code = _ENTRY.fullmatch(before_codes(line)), _code(codes_in(line))
        if entry is None or code is None:
            faults.append(line)
            continue
        entries += [(words_of(phrase), code) for phrase in _phrases(entry["singular"].strip(), entry["plurals"], sets)]
    return Phrasebook(entries), faults


def _code(written: list[str]) -> AgentCode | None:
    if len(written) != 1 or "~" not in written[0]:
        return None
    code = written[0].replace("~", "").strip().upper()
    return AgentCode(code, before=written[0].strip().endswith("~")) if code else None


def _phrases(singular: str, plurals: str | None, sets: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    named = _NAMED.search(singular)
    if named is not None:
        for member in sets.get(named[0], ()):
            yield singular.replace(named[0], member)
        return
    yield singular
    if plurals is None:
        yield from _plural(singular.rstrip("_"))
    else:
        yield from plurals.split()


def _plural(singular: str) -> Iterator[str]:
    if singular.endswith("Y") and singular[-2:-1] not in "AEIOU":
        yield f"{singular[:-1]}IES"
    elif not singular.endswith("S"):
        yield f"{singular}S"
