"""Whether two names of organisations, places or groups can be of one."""

from crossread.records import Verdict
from crossread.resolve.people import Opinion

_SAME_WORDS = 0.95
_ACRONYM = 0.85
SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "&"})
_SHORTEST_ACRONYM = 2


def acronym(words: tuple[str, ...]) -> str:
    """Return the first letters of the words that count."""
    return "".join(word[0] for word in words if word not in SMALL_WORDS)


def same_body(left: tuple[str, ...], right: tuple[str, ...]) -> Opinion:
    """Judge two folded names: the same words that count in any order, or one the other's initials."""
    if set(left) - SMALL_WORDS == set(right) - SMALL_WORDS:
        return Verdict.SAME, _SAME_WORDS
    short, long = sorted((left, right), key=lambda words: (len(words), words))
    if len(short) == 1 and len(long) > 1 and len(short[0]) >= _SHORTEST_ACRONYM and short[0] == acronym(long):
        return Verdict.SAME, _ACRONYM
    return None
