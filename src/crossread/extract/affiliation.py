"""For whom somebody acts: the state or body, and PLOVER's sector, that the words of a noun phrase tell."""

from dataclasses import dataclass
from functools import cache

from crossread.extract.appositions import tail_of
from crossread.extract.chunks import Chunk
from crossread.extract.nations import Found, nations
from crossread.extract.reading import Reading
from crossread.extract.remembered import remembered
from crossread.records import Mention
from crossread.resources import read_table


@dataclass(frozen=True, slots=True)
class Affiliation:
    """`codes`: of the states or bodies, several for "Chilean and Peruvian officials". `seat`: a capital names them."""

    codes: tuple[str, ...] = ()
    sector: str | None = None
    seat: bool = False

    def __bool__(self) -> bool:
        return bool(self.codes or self.sector)


NOBODYS = Affiliation()


@cache
def _sectors() -> dict[str, str]:
    return {row["noun"]: row["sector"] for row in read_table("ontology/sectors.tsv")}


@remembered
def affiliation_of(reading: Reading, chunk: Chunk) -> Affiliation:
    """Return what the words of the noun phrase itself, and what follows it by "of", "from", "in", tell."""
    if chunk.time or chunk.pronoun:
        return NOBODYS
    inside = list(nations(reading, chunk.start, chunk.end))
    tail = list(nations(reading, chunk.end, tail_of(reading, chunk)))
    found = _first_group(reading, inside or tail)
    whole = bool(inside) and inside[-1].end > chunk.head  # the phrase ends in the nation's name: it is the nation
    sector = None if whole and inside[-1].nation.how != "adjective" else _sector(reading, chunk)
    seat = bool(whole and found and found[0].nation.how == "seat")
    own = next((f.nation.sector for f in found if f.nation.sector), None)
    codes = dict.fromkeys(f.nation.code for f in found)
    return Affiliation(tuple(codes), sector or own, seat)


@remembered
def described(reading: Reading, chunk: Chunk) -> Affiliation:
    """Return what the noun phrase and an apposition right after it tell ("Ana Ruiz, Chile's envoy,")."""
    own = affiliation_of(reading, chunk)
    if own.codes and own.sector:
        return own
    apposition = _apposition(reading, chunk)
    if apposition is None:
        return own
    other = affiliation_of(reading, apposition)
    if other.sector is None:
        return own
    return Affiliation(own.codes or other.codes, own.sector or other.sector, own.seat)


def _apposition(reading: Reading, chunk: Chunk) -> Chunk | None:
    """The description between commas after a name."""
    mention = reading.names[chunk.head]
    _, end = reading.sentence_of(chunk.head)
    if mention is None or mention.form != "name" or chunk.end + 1 >= end or reading.forms[chunk.end] != ",":
        return None
    following = reading.chunk_of[chunk.end + 1]
    if following is None or following.start != chunk.end + 1 or following.time:
        return None
    other = reading.names[following.head]
    return following if other is None or other.form != "name" else None


def _first_group(reading: Reading, found: list[Found]) -> list[Found]:
    """The first nation, and those that "and", "or", a comma or a hyphen join to it."""
    group = found[:1]
    for one in found[1:]:
        between = range(group[-1].end, one.start)
        if not all(reading.lower[w] in ("and", "or", ",", "-", "–", "/") for w in between) or not len(between):
            break
        group.append(one)
    return group


def _sector(reading: Reading, chunk: Chunk) -> str | None:
    """The sector of the head noun, or else of the last noun before it that has one ("Foreign Minister Ana Ruiz")."""
    sectors = _sectors()
    person = _names_person(reading.names[chunk.head])
    for word in range(chunk.head, chunk.start - 1, -1):
        if word != chunk.head and not (person or _capital(reading, word, chunk) or reading.forms[word + 1] == "-"):
            continue
        sector = sectors.get(reading.lower[word])
        if sector is not None and not _second_of_title(reading, word):
            return sector
    return None


def _second_of_title(reading: Reading, word: int) -> bool:
    """Whether it is the second part of "secretary-general", "attorney general": no soldier, and no noun of its own."""
    before = reading.lower[word - 1] if word else ""
    return reading.lower[word] == "general" and before in (
        "-",
        "attorney",
        "consul",
        "director",
        "secretary",
        "governor",
    )


def _names_person(mention: Mention | None) -> bool:
    return mention is not None and mention.form == "name" and mention.kind == "person"


def _capital(reading: Reading, word: int, chunk: Chunk) -> bool:
    """Whether the word is part of the name that the head ends: "Ministry" in "Foreign Ministry Office"."""
    return reading.forms[word][0].isupper() and reading.forms[chunk.head][0].isupper()
