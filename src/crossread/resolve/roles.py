"""What people are called besides their names: offices out of titles, and descriptions."""

from functools import cache

from crossread.resolve.gazetteer import adjectives, described_kinds, known_names, roles_of_title_words
from crossread.resolve.names import Words, name_words
from crossread.resources import read_terms

Role = frozenset[str]
"""The folded words of an office or description, an office's other nouns among them."""


def role(text: str) -> Role:
    """Return the words of a title or description: `Sen.` gives senator and lawmaker besides."""
    words = name_words(text)
    return frozenset(words).union(*(roles_of_title_words().get(word, ()) for word in words))


def likeness(left: Role, right: Role) -> float:
    """Return the share of words that two roles have in common, in [0, 1]."""
    return len(left & right) / len(left | right) if left and right else 0.0


def fits(description: Words, known: Role, *, owned: bool = False) -> bool:
    """Tell whether a description can be of somebody in a known role.

    The noun must be the same; a word before it may be new ("embattled"), unless it makes another office of it. In an
    `owned` description ("Ruiz's lawyer") all words must be known, but for a state's name.
    """
    *before, noun = description
    if noun not in known or any(word in known for word in _changers() - set(description)):
        return False
    free = is_state if owned else _is_neutral
    return all(word in known or free(word) for word in before) and _one_state(before, known)


def is_state(word: str) -> bool:
    """Tell whether a folded word names a state or is its adjective."""
    return _state(word) is not None


def _is_neutral(word: str) -> bool:
    return word not in _changers() and (word not in described_kinds() or word in _party_words())


@cache
def _party_words() -> frozenset[str]:
    """Return the words for parties and their people: "the Republican governor" may be of anybody's party."""
    return frozenset(words[0] for words, known in known_names().items() if known.sort == "party" and len(words) == 1)


def _one_state(words: list[str], known: Role) -> bool:
    here, there = ({code for word in group if (code := _state(word))} for group in (words, known))
    return not here or not there or bool(here & there)


def _state(word: str) -> str | None:
    named = known_names().get((word,))
    return adjectives().get((word,)) or (named.code if named else None)


def _changers() -> frozenset[str]:
    return read_terms("gazetteer/role_changers.txt")
