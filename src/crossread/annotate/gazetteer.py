"""Names that are known beforehand: states, their peoples and capitals, parts of the United States, bodies, places."""

from collections.abc import Iterator, Sequence
from functools import cache

from crossread.records import MentionKind
from crossread.resources.loader import read_table, read_terms


@cache
def known_kinds() -> dict[str, MentionKind]:
    """Return the kind of each known name, as written."""
    kinds: dict[str, MentionKind] = {}
    for name, kind in _entries():
        kinds.setdefault(name, kind)
        kinds.setdefault(name.replace("'", "’"), kind)
    return kinds


def _entries() -> Iterator[tuple[str, MentionKind]]:
    for row in read_table("gazetteer/places.tsv"):
        yield row["name"], _kind(row["kind"])
    yield from _bodies()
    yield from _states()
    yield from _us_states()
    for name in sorted(read_terms("gazetteer/groups.txt")):
        yield name, "group"


def _bodies() -> Iterator[tuple[str, MentionKind]]:
    for row in read_table("gazetteer/organisations.tsv"):
        for name in _several(row["acronyms"]) + _several(row["names"]):
            yield name, _kind(row["kind"])
    for row in read_table("gazetteer/metonyms.tsv"):
        if not row["form"].startswith(("the ", "No")):
            yield row["form"], "org"


def _states() -> Iterator[tuple[str, MentionKind]]:
    for row in read_table("gazetteer/states.tsv"):
        for name in [row["name"], *_several(row["forms"]), *_several(row["capital"])]:
            yield name.removeprefix("The "), "gpe"
        for name in _several(row["adjectives"]) + _several(row["people"]):
            yield name, "group"


def _us_states() -> Iterator[tuple[str, MentionKind]]:
    for row in read_table("gazetteer/us_states.tsv"):
        for name in (row["name"], row["abbreviation"]):
            yield name, "gpe"
        for name in _several(row["people"]):
            yield name, "group"


def _kind(text: str) -> MentionKind:
    kinds: dict[str, MentionKind] = {"gpe": "gpe", "org": "org", "place": "place", "event": "event", "group": "group"}
    return kinds.get(text, "other")


def _several(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """Map the first word of each name to the numbers of words, longest first, of the names that start so."""
    lengths: dict[str, set[int]] = {}
    for name in known_kinds():
        parts = split_name(name)
        lengths.setdefault(parts[0], set()).add(len(parts))
    return {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}


@cache
def _by_words() -> dict[tuple[str, ...], MentionKind]:
    return {split_name(name): kind for name, kind in known_kinds().items()}


def split_name(name: str) -> tuple[str, ...]:
    """Return the words of a name as the tokenizer would cut them: at spaces, hyphens and the possessive."""
    for mark in ("-", ","):
        name = name.replace(mark, f" {mark} ")
    for mark in ("'s", "’s"):
        name = name.replace(mark, f" {mark}")
    return tuple(name.split())


def longest_known(texts: Sequence[str], at: int, stop: int) -> int:
    """Return how many of the words from `at` on, before `stop`, form the longest known name; 0 for none."""
    for length in _lengths().get(texts[at], ()):
        if at + length <= stop and tuple(texts[at : at + length]) in _by_words():
            return length
    return 0


def kind_of(texts: Sequence[str]) -> MentionKind | None:
    """Return the kind of a name given as words, None for one that is not known."""
    return _by_words().get(tuple(texts))


@cache
def titles() -> dict[str, str]:
    """Map each title, without full stops, to the gender that it tells ("" for none)."""
    return {row["title"]: row["gender"] for row in read_table("gazetteer/titles.tsv")}


@cache
def given_names() -> dict[str, int]:
    """Map given names to the share of men among their bearers, in hundredths."""
    return {row["name"]: int(row["men"]) for row in read_table("gazetteer/given_names.tsv")}


@cache
def name_heads() -> dict[str, MentionKind]:
    """Map last words of names to the kind that they tell."""
    return {row["word"]: _kind(row["kind"]) for row in read_table("gazetteer/name_heads.tsv")}


@cache
def role_nouns() -> dict[str, dict[str, str]]:
    """Map nouns for people, bodies and states to their row: kind, number, gender."""
    return {row["noun"]: row for row in read_table("gazetteer/role_nouns.tsv")}


@cache
def calendar_words() -> frozenset[str]:
    """Return the names of months and weekdays, which are no names of anybody."""
    rows = read_table("gazetteer/calendar.tsv")
    return frozenset(row["form"] for row in rows if row["kind"] in {"month", "weekday"})


@cache
def weekdays() -> frozenset[str]:
    """Return the names of weekdays."""
    return frozenset(row["form"] for row in read_table("gazetteer/calendar.tsv") if row["kind"] == "weekday")


@cache
def us_state_names() -> frozenset[str]:
    """Return the full names of the parts of the United States."""
    return frozenset(row["name"] for row in read_table("gazetteer/us_states.tsv"))


@cache
def us_state_forms() -> frozenset[str]:
    """Return their abbreviations and postal codes, without the last full stop."""
    rows = read_table("gazetteer/us_states.tsv")
    return frozenset(form.rstrip(".") for row in rows for form in (row["name"], row["postal"], row["abbreviation"]))
