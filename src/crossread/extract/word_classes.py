"""Closed classes of words, by table."""

from functools import cache

from crossread.resources import read_table, read_terms


@cache
def word_class(name: str) -> frozenset[str]:
    """Return the words of a class, such as `preposition`; empty if there is no such class."""
    return frozenset(row["word"] for row in read_table("lexicons/en/word_classes.tsv") if row["class"] == name)


@cache
def role_words() -> frozenset[str]:
    """Return the nouns for somebody by office, work or standing."""
    return word_class("role_noun") | word_class("unique_role")


@cache
def person_pronouns() -> frozenset[str]:
    """Return the pronouns and possessives for one person."""
    return word_class("male") | word_class("female")


def institution_nouns() -> frozenset[str]:
    """Return the nouns for bodies that act and speak as one."""
    return read_terms("lexicons/en/institution_nouns.txt")
