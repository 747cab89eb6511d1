"""The verb that a clause turns on, where it is not its first: "seems to have failed", "is likely to win"."""

from dataclasses import replace
from typing import Final

from crossread.extract.chunks import VerbGroup
from crossread.extract.clauses import Clause
from crossread.extract.reading import Reading
from crossread.extract.word_classes import word_class

_BETWEEN: Final = frozenset({"adv", "neg"})
_DENYING: Final = frozenset({"unlikely"})


def turned_on(reading: Reading, clause: Clause) -> VerbGroup | None:
    """Return the verb that tells what the clause is about: of raising verbs the infinitive, denied if they are."""
    group = clause.group
    if group is None:
        return None
    following = infinitive_after(reading, clause, group)
    if following is None or not _raises(reading, group):
        return group
    denied = any(reading.lower[word] in _DENYING for word in range(group.verb + 1, following.start))
    return replace(following, negated=following.negated or group.negated or denied)


def left_undone(reading: Reading, clause: Clause) -> VerbGroup | None:
    """Return the deed, denied, that the clause says was not done: "refused to sign", "failed to appear"."""
    group = clause.group
    if group is None or group.lemma not in word_class("refuser") or group.modal is not None:
        return None
    following = infinitive_after(reading, clause, group)
    return replace(following, negated=not group.negated) if following is not None else None


def _raises(reading: Reading, group: VerbGroup) -> bool:
    if group.lemma == "be":
        following = next((w for w in range(group.verb + 1, len(reading.forms)) if _counts(reading, w)), None)
        return following is not None and reading.lower[following] in word_class("raising")
    return group.lemma in word_class("raised" if group.passive else "raiser")


def _counts(reading: Reading, word: int) -> bool:
    return reading.tags[word].part not in _BETWEEN or reading.lower[word] in word_class("raising")


def infinitive_after(reading: Reading, clause: Clause, group: VerbGroup) -> VerbGroup | None:
    """Return the infinitive right after the verb, words that raise and adverbs aside."""
    following = next(iter(reading.groups_in(group.verb + 1, clause.end)), None)
    if following is None or not following.infinitive:
        return None
    between = range(group.verb + 1, following.start)
    plain = all(reading.tags[w].part in _BETWEEN or reading.lower[w] in word_class("raising") for w in between)
    return following if plain else None
