"""Whether two names of organisations, places or groups can be of one."""

from crossread.records import Verdict
from crossread.resolve.gazetteer import PLACES, adjectives, known_names, tails
from crossread.resolve.item import Item
from crossread.resolve.names import Words
from crossread.resolve.people import Opinion

_TABLE = 0.97
_SAME_WORDS = 0.95
_ACRONYM = 0.85
_TAIL = 0.84
_WITHOUT_STATE = 0.8
SHORTENED = 0.7
_OTHER_PLACE = 0.9
_SHORTEST_ACRONYM = 2
_SHORTEST_PLURAL = 4
SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "&"})


def same_body(left: Item, right: Item) -> Opinion:
    """Judge two names that are no person's."""
    if left.known and right.known:
        return _by_table(left, right)
    if left.known and right.known:
        return _by_table(left, right)
    short, long = sorted((left, right), key=lambda item: (len(item.words), item.words))
    if counting_words(short.words) == counting_words(long.words):
        return Verdict.SAME, _SAME_WORDS
    if _everyday(short.words, long.words) and not {"person", "gpe"} & {short.kind, long.kind}:
        return Verdict.SAME, _TAIL
    if is_acronym(short.words, long.words):
        return Verdict.SAME, _ACRONYM
    if _bare(short.words) == _bare(long.words) and "group" not in {left.kind, right.kind}:
        return _without_state(short.words, long.words)
    if _shortened(short, long):
        return Verdict.SAME, SHORTENED
    return None


def acronym(words: Words) -> str:
    """Return the first letters of the words that count."""
    return "".join(word[0] for word in words if word not in SMALL_WORDS)


def is_acronym(short: Words, long: Words) -> bool:
    """Tell whether a name of one word is the initials of a longer one, with or without its small words."""
    if len(short) != 1 or len(long) < _SHORTEST_ACRONYM or len(short[0]) < _SHORTEST_ACRONYM:
        return False
    return short[0] in {acronym(long), "".join(word[0] for word in long)}


def counting_words(words: Words) -> frozenset[str]:
    """Return the words that count, in the singular: the Justice Department is the Department of Justice."""
    return frozenset(_singular(word) for word in words if word not in SMALL_WORDS)


def _singular(word: str) -> str:
    return word.removesuffix("s") if len(word) >= _SHORTEST_PLURAL and not word.endswith("ss") else word


def _by_table(left: Item, right: Item) -> Opinion:
    if left.known == right.known:
        return Verdict.SAME, _TABLE
    sorts = {item.known.sort for item in (left, right) if item.known}
    return (Verdict.DIFFERENT, _OTHER_PLACE) if sorts <= {*PLACES, "people"} else None


def _bare(words: Words) -> Words:
    """Return the name without the state before it: the U.S. Senate, the French Senate, the Senate."""
    for length in (2, 1):
        if len(words) > length and _state(words[:length]):
            return words[length:]
    return words


def _state(words: Words) -> str | None:
    known = known_names().get(words)
    return known.code if known else adjectives().get(words)


def _without_state(short: Words, long: Words) -> Opinion:
    states = {_state(words[: len(words) - len(_bare(words))]) for words in (short, long)} - {None}
    return (Verdict.SAME, _WITHOUT_STATE) if len(states) < 2 else (Verdict.DIFFERENT, _OTHER_PLACE)


def _has_region(item: Item) -> bool:
    """Tell whether the name is a city's: its state stands behind it somewhere."""
    return any(occurrence.shown.end > occurrence.mention.span.end for occurrence in item.occurrences)


def _everyday(short: Words, long: Words) -> bool:
    """Tell whether one name is the other without its tail: Fox and Fox News, Apple and Apple Inc."""
    a, b = without_tail(short), without_tail(long)
    return a == b and (a, b) != (short, long)


def without_tail(words: Words) -> Words:
    """Return the name of an organisation without "Inc.", "News" and the like."""
    while len(words) > 1 and words[-1] in tails():
        words = words[:-1]
    return words


def _shortened(short: Item, long: Item) -> bool:
    """Tell whether an organisation's name begins or ends as the other, a single word only if one article has both."""
    if short.known or long.kind != "org" or len(short.words) == len(long.words) or _has_region(short):
        return False
    begins, ends = long.words[: len(short.words)] == short.words, long.words[-len(short.words) :] == short.words
    if len(short.words) > 1:
        return short.kind == "org" and (begins or ends)
    return short.kind in ("org", "other") and (begins or ends) and bool(short.documents & long.documents)
