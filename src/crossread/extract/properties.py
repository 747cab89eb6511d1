"""The property of a statement: a term of the ontology where the verb has one, else the verb's lemma."""

from functools import cache

from crossread.extract.chunks import VerbGroup
from crossread.extract.reading import Reading
from crossread.resources import read_table


@cache
def _terms() -> dict[str, str]:
    return {row["verb"]: row["term"] for row in read_table("ontology/properties.tsv")}


def property_of(reading: Reading, group: VerbGroup) -> str:
    """Return the term for the verb, with the preposition or particle after it if the table has the two together."""
    after = reading.lower[group.verb + 1] if group.verb + 1 < len(reading.lower) else ""
    return _terms().get(f"{group.lemma} {after}") or term_of(group.lemma)


def term_of(verb: str) -> str:
    """Return the ontology's term for the verb alone, else the verb."""
    return _terms().get(verb, verb)
