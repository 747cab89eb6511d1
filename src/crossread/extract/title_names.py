"""The full names that only an article's title gives: "Why Uma Reed Is Angry" over a text of "Reed"."""

import re
from collections.abc import Container
from typing import Final

from crossread.extract.person_names import known_given_names
from crossread.linking import general_counts, stem
from crossread.resources import read_terms

_TWO: Final = re.compile(r"(?=(?<![\w’'-])([^\W\d_]+) ([^\W\d_][\w-]+))")  # overlapping: every two words


def names_in_title(title: str, surnames: Container[str]) -> dict[str, str]:
    """Return given name and surname, by the surname in lower case, where the title gives a surname only one.

    A given name is one of the tables, or a word that general texts do not know and that is none of the text's surnames.
    """
    found: dict[str, set[str]] = {}
    for given, surname in _TWO.findall(title):
        if given.istitle() and surname[0].isupper() and _is_given_name(given.lower(), surnames):
            found.setdefault(surname.lower(), set()).add(f"{given} {surname}")
    return {surname: names.pop() for surname, names in found.items() if len(names) == 1}


def _is_given_name(word: str, surnames: Container[str]) -> bool:
    if word in read_terms("lexicons/en/grammar_words.txt") or word in surnames:
        return False
    return word in known_given_names() or stem(word) not in general_counts()[1]
