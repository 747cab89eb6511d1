"""States, and bodies of no one state, by the forms that news gives them, found in running words."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from crossread.extract.reading import Reading
from crossread.resources import read_table

_UNION: Final = "EUR"  # PLOVER's code of the European Union
_NOBODY: Final = "-"  # of forms that only hold a nation's name: "Latin American"
_LONGEST_FORM: Final = 6  # words of the longest form that is looked for

How = Literal["name", "adjective", "seat", "body"]
"""`name`, or `people`, of a state; `adjective`; `seat`: a capital or building that stands for the government."""

_HOW: Final[dict[str, How]] = {"adjectives": "adjective", "capital": "seat"}


@dataclass(frozen=True, slots=True)
class Nation:
    """Whose the words are: `code` of the state or body, `sector` where the form itself tells one."""

    code: str
    how: How
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Half-open word range with the nation that it names."""

    start: int
    end: int
    nation: Nation


@cache
def _forms() -> dict[tuple[str, ...], Nation]:
    """Return nations by the words of their forms, in lower case; what stands first in a table wins."""
    found: dict[tuple[str, ...], Nation] = {}
    for form, nation in (*_bodies(), *_states("name", "forms", "people", "adjectives"), *_states("capital"), *_seats()):
        found.setdefault(_words(form), nation)
    return found


def _bodies() -> Iterator[tuple[str, Nation]]:
    for row in read_table("ontology/bodies.tsv"):
        for form in row["forms"].split("|"):
            yield form, Nation(row["code"], "body", row["sector"] or None)


def _states(*fields: str) -> Iterator[tuple[str, Nation]]:
    for row in read_table("gazetteer/states.tsv"):
        for field in fields:
            nation = Nation(row["code"], _HOW.get(field, "name"), "GOV" if field == "capital" else None)
            yield from ((form, nation) for form in row[field].split("|") if form)


def _seats() -> Iterator[tuple[str, Nation]]:
    for row in read_table("gazetteer/metonyms.tsv"):
        yield row["form"], Nation(_UNION if row["code"] == "EU" else row["code"], "seat", "GOV")


def _words(form: str) -> tuple[str, ...]:
    return tuple(form.lower().replace("’", "'").replace("-", " - ").removeprefix("the ").split())


@cache
def _first_words() -> frozenset[str]:
    return frozenset(words[0] for words in _forms())


def nation_of(name: str) -> Nation | None:
    """Return whose name it is, or None."""
    found = _forms().get(_words(name)) if name[:1].isupper() or name.startswith("the ") else None
    return None if found is None or found.code == _NOBODY else found


def nations(reading: Reading, start: int, end: int) -> Iterator[Found]:
    """Yield the nations named in the word range, in order, the longest form at each place."""
    word = start
    while word < end:
        found = _at(reading, word, end)
        if found is None:
            word += 1
        else:
            if found.nation.code != _NOBODY:
                yield found
            word = found.end


def _at(reading: Reading, word: int, end: int) -> Found | None:
    first = reading.lower[word]
    if first not in _first_words() or not reading.forms[word][0].isupper():
        return None
    forms = _forms()
    for after in range(min(end, word + _LONGEST_FORM), word, -1):
        nation = forms.get(reading.lower[word:after])
        if nation is not None:
            return Found(word, after, nation)
    return None


@cache
def _leaders() -> dict[str, str]:
    """Return codes by full name, and by a surname that people of one code alone have, in lower case."""
    full: dict[str, str] = {}
    surnames: dict[str, set[str]] = {}
    for row in read_table("ontology/leaders.tsv"):
        for name in row["names"].lower().split("|"):
            full[name] = row["code"]
            surnames.setdefault(name.rpartition(" ")[2], set()).add(row["code"])
    alone = {surname: min(codes) for surname, codes in surnames.items() if len(codes) == 1}
    return alone | full


def leader_of(name: str, title: str | None) -> str | None:
    """Return the code of whom a well-known person of this name acts for; a surname alone needs a title beside it.

    Words before the name count as a title ("Secretary of State Ann Lee").
    """
    words = name.lower().split()
    for first in range(len(words)):
        known = " ".join(words[first:])
        if known in _leaders() and (len(words) - first > 1 or first or title is not None):
            return _leaders()[known]
    return None
