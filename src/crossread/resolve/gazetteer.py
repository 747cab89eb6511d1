"""What the package's tables know of names: states, their people, capitals, organisations, parties, nicknames."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from crossread.records import MentionKind
from crossread.resolve.names import Words, name_words
from crossread.resources import read_table, read_terms

_FOLDER = "gazetteer"
_STATE, _PART, _CITY = "state", "part", "city"
PLACES = frozenset({_STATE, _PART, _CITY})


@dataclass(frozen=True, slots=True)
class Known:
    """What a table says of a name: `sort` and `key` together identify the thing, `code` is ISO 3166-1 for a state."""

    sort: str
    key: str
    kind: MentionKind
    code: str | None = None


@cache
def known_names() -> Mapping[Words, Known]:
    """Return what each name in the tables stands for; names that stand for several places are left out."""
    names: dict[Words, Known] = {}
    doubtful: set[Words] = set()
    for words, known in _rows():
        first = names.setdefault(words, known)
        if {first.sort, known.sort} == {_STATE, _PART} or (first.sort == known.sort == _STATE and first != known):
            doubtful.add(words)
    for words, target in _aliases():
        names[words] = names.get(target) or Known("alias", " ".join(target), "other")
    return {words: known for words, known in names.items() if words not in doubtful}


@cache
def adjectives() -> Mapping[Words, str]:
    """Return the state that each adjective is of, as ISO code."""
    return _by_form("adjectives")


@cache
def peoples() -> Mapping[Words, str]:
    """Return the state whose people each word names, as ISO code."""
    return _by_form("people")


@cache
def capitals() -> Mapping[Words, str]:
    """Return the state that each capital is of, as ISO code."""
    return _by_form("capital")


@cache
def metonyms() -> frozenset[Words]:
    """Return the names of seats that stand for those who govern there."""
    return frozenset(name_words(row["form"]) for row in read_table(f"{_FOLDER}/metonyms.tsv"))


@cache
def nicknames() -> Mapping[str, frozenset[str]]:
    """Return, for each given name, the rows of the table of nicknames that it is in."""
    rows: dict[str, frozenset[str]] = {}
    for row in read_table(f"{_FOLDER}/nicknames.tsv"):
        for form in (row["name"], *_split(row["forms"])):
            word = name_words(form)[0]
            rows[word] = rows.get(word, frozenset()) | {row["name"]}
    return rows


@cache
def men_in_hundred() -> Mapping[str, int]:
    """Return how many of a hundred people of a given name are men."""
    return {name_words(row["name"])[0]: int(row["men"]) for row in read_table(f"{_FOLDER}/given_names.tsv")}


@cache
def abbreviations() -> frozenset[str]:
    """Return the short forms of parts of a state, with their full stops."""
    return frozenset(row["abbreviation"] for row in read_table(f"{_FOLDER}/us_states.tsv"))


@cache
def title_genders() -> Mapping[str, str]:
    """Return the gender, `m` or `f`, that a word of a title tells."""
    rows = read_table(f"{_FOLDER}/titles.tsv")
    return {name_words(row["title"])[-1]: row["gender"] for row in rows if row["gender"]}


@cache
def roles_of_title_words() -> Mapping[str, tuple[str, ...]]:
    """Return the nouns for an office that a word of a title stands for, where they are others than the word."""
    return {row["title"]: tuple(_split(row["roles"])) for row in read_table(f"{_FOLDER}/role_abbreviations.tsv")}


@cache
def tails() -> frozenset[str]:
    """Return the last words that everyday use leaves off the names of organisations."""
    return frozenset(term.casefold() for term in read_terms(f"{_FOLDER}/organisation_tails.txt"))


@cache
def described_kinds() -> Mapping[str, MentionKind]:
    """Return the kind of what each noun for people and bodies describes."""
    kinds: dict[str, MentionKind] = {"person": "person", "group": "group", "org": "org", "gpe": "gpe"}
    rows = read_table(f"{_FOLDER}/role_nouns.tsv")
    return {row["noun"].casefold(): kinds[row["kind"]] for row in rows if row["kind"] in kinds}


def _rows() -> Iterator[tuple[Words, Known]]:
    for row in read_table(f"{_FOLDER}/states.tsv"):
        known = Known(_STATE, row["code"], "gpe", row["code"])
        yield from _forms((row["name"], *_split(row["forms"])), known)
    for row in read_table(f"{_FOLDER}/parties.tsv"):
        yield from _forms((row["name"], *_split(row["forms"])), Known("party", row["name"], "org"))
    for row in read_table(f"{_FOLDER}/organisations.tsv"):
        forms = (*_split(row["names"]), *_split(row["acronyms"]))
        yield from _forms(forms, Known("org", " ".join(name_words(forms[0])), "org"))
    for row in read_table(f"{_FOLDER}/us_states.tsv"):
        yield from _forms((row["name"], row["abbreviation"]), Known(_PART, row["name"], "gpe"))
    for row in read_table(f"{_FOLDER}/states.tsv"):
        for city in _split(row["capital"]):
            yield from _forms((city,), Known(_CITY, " ".join(name_words(city)), "gpe"))


def _forms(forms: Iterable[str], known: Known) -> Iterator[tuple[Words, Known]]:
    for form in forms:
        if form:
            yield name_words(form), known


def _aliases() -> Iterator[tuple[Words, Words]]:
    for row in read_table(f"{_FOLDER}/aliases.tsv"):
        yield name_words(row["form"]), name_words(row["name"])


def _by_form(column: str) -> Mapping[Words, str]:
    rows = read_table(f"{_FOLDER}/states.tsv")
    return {name_words(form): row["code"] for row in reversed(rows) for form in _split(row[column])}


def _split(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]
