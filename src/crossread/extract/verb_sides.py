"""Sides taken by verbs: "backed the law", "refused to recognise him", "followed suit"."""

from collections.abc import Iterator, Sequence

from crossread.extract.antecedents import antecedent
from crossread.extract.chunks import VerbGroup
from crossread.extract.evidence import evidence_of
from crossread.extract.holders import Holders
from crossread.extract.likewise import does_likewise
from crossread.extract.reading import Reading
from crossread.extract.roles import subject_of
from crossread.extract.sides import LONGEST_TARGET, Side, is_everybody, target_at
from crossread.extract.stance_lexicon import Taking, taking_of
from crossread.extract.tellings import Telling
from crossread.extract.word_classes import word_class
from crossread.records import Party, StanceSide

_OPPOSITE: dict[StanceSide, StanceSide] = {"for": "against", "against": "for", "neutral": "neutral"}
RECENT = 8  # sides told last, among which is the one that "followed suit" takes up


def sides_of_verbs(holders: Holders, telling: Telling, before: Sequence[Side]) -> Iterator[Side]:
    """Yield the sides that the verbs of the clause take; `before` are those told last, for who "followed suit"."""
    reading, clause = holders.reading, telling.clause
    if reading.lower[clause.start] in ("if", "whether"):
        return
    groups = list(reading.groups_in(clause.start, clause.end))
    for index, group in enumerate(groups):
        governor = groups[index - 1] if index else None
        taking = taking_of(reading, group)
        if does_likewise(reading, group) and not group.negated:
            yield from _likewise(holders, telling, group, governor, before)
        elif taking is not None and taking.act != "-":
            yield from _taken(holders, telling, group, governor, taking)


def _taken(
    holders: Holders, telling: Telling, group: VerbGroup, governor: VerbGroup | None, taking: Taking
) -> Iterator[Side]:
    reading, clause = holders.reading, telling.clause
    side = _side(reading, group, governor, taking.side)
    asked = governor is not None and _asks(reading, governor, group)
    holder = holders.holder_of(governor if asked and governor is not None else group)
    if group.lemma in word_class("asker") and _to_leave(reading, group, clause.end):
        side = "against" if side == taking.side else None  # who stops short of asking it asks nothing
    elif group.lemma in word_class("asker") and _asks_side(reading, group, clause.end):
        return
    deed = _asked_for(reading, group, clause.end)
    if deed is None and group.lemma == "call" and reading.lower[taking.end - 1] in ("on", "upon") and side == "for":
        return  # who is called on is asked, not backed
    target = deed or _target(holders, telling, group, taking)
    if side is None or target is None:
        return
    act = "calls for" if asked else taking.act
    evidence = evidence_of(reading, clause.start, clause.end)
    for party in holders.takers(holder, telling):
        if party.name != target.name:
            yield Side(party, side, target, act, telling.speaker, evidence, "verb")


def _likewise(
    holders: Holders, telling: Telling, group: VerbGroup, governor: VerbGroup | None, before: Sequence[Side]
) -> Iterator[Side]:
    """Who did as others did takes the side that was told last of others, not of themselves."""
    reading, clause = holders.reading, telling.clause
    if governor is not None and _asks(reading, governor, group):
        return
    sentence = reading.annotated.words.sentence[group.verb]
    for party in holders.parties(holders.holder_of(group), telling.speaker):
        for earlier in reversed(before):
            away = sentence - reading.annotated.words.sentence[reading.word_at(earlier.evidence.start)]
            if earlier.holder.name != party.name and earlier.target.name != party.name and away <= _LIKEWISE_BACK:
                evidence = evidence_of(reading, clause.start, clause.end)
                yield Side(party, earlier.side, earlier.target, earlier.act, telling.speaker, evidence, "verb")
                break


_LIKEWISE_BACK = 3  # sentences from "have done so" back to what was done


def _side(reading: Reading, group: VerbGroup, governor: VerbGroup | None, side: StanceSide) -> StanceSide | None:
    """The side, turned by a negation or by a verb of refusing above; None where nothing is left of it."""
    governed = governor is not None and _governs(reading, governor, group)
    if governor is not None and governed and governor.lemma in word_class("refuser"):
        return _OPPOSITE[side] if not governor.negated else side
    if governor is not None and governed and group.infinitive and governor.lemma in word_class("object_control"):
        return side if _asks(reading, governor, group) else None
    if group.negated or (governor is not None and governed and governor.negated):
        return "against" if side == "for" else None
    return side


def _asks(reading: Reading, governor: VerbGroup, group: VerbGroup) -> bool:
    """Whether the verb before asks somebody to do this one: "urged the others to back it"."""
    if governor.lemma not in word_class("asker") or not group.infinitive or not _governs(reading, governor, group):
        return False
    return any(reading.chunk_of[w] is not None for w in range(governor.verb + 1, group.start))


def _asks_side(reading: Reading, group: VerbGroup, end: int) -> bool:
    """Whether what is asked for takes a side itself: that one counts."""
    following = next(iter(reading.groups_in(group.verb + 1, end)), None)
    if following is None or not _asks(reading, group, following):
        return False
    return taking_of(reading, following) is not None or does_likewise(reading, following)


def _asked_for(reading: Reading, group: VerbGroup, end: int) -> Party | None:
    """Return the deed that somebody is asked for ("urged them to stay calm"): who asks it is for that, not for them."""
    following = next(iter(reading.groups_in(group.verb + 1, end)), None)
    if group.passive or following is None or not _asks(reading, group, following):
        return None
    if _to_leave(reading, group, end) or is_everybody(reading.span(group.verb + 1, following.start).text):
        return None
    span = reading.span(following.start, min(end, following.start + LONGEST_TARGET))
    return Party(span.text, span)


def _to_leave(reading: Reading, group: VerbGroup, end: int) -> bool:
    """Whether somebody is asked to leave: "called on her to resign"."""
    following = next(iter(reading.groups_in(group.verb + 1, end)), None)
    if following is None or not _asks(reading, group, following):
        return False
    up = reading.lower[following.verb : following.verb + 2][1:] == ("up",)
    return following.lemma in word_class("leaver") or (following.lemma == "give" and up)


def _target_word(reading: Reading, group: VerbGroup, taking: Taking) -> int:
    """Where the target begins: after the phrase, or after the verb if the phrase closes with a noun."""
    return taking.end if reading.tags[taking.end - 1].part in {"prep", "verb", "adv", "to"} else group.verb + 1


def _target(holders: Holders, telling: Telling, group: VerbGroup, taking: Taking) -> Party | None:
    if group.passive:
        return _passive_target(holders, telling, group)
    found = _relative_target(holders, telling, group)
    return found or target_at(holders, telling, _target_word(holders.reading, group, taking))


def _relative_target(holders: Holders, telling: Telling, group: VerbGroup) -> Party | None:
    """Return what a relative clause is said of, where it is not its subject: "the man whom Chile backs"."""
    reading, word = holders.reading, telling.clause.start
    subject = telling.clause.subject
    if group != telling.clause.group or reading.lower[word] not in _RELATIVES:
        return None
    if subject is None or subject.start != word + 1:
        return None
    chunk = antecedent(reading, word, reading.sentence_of(word)[0])
    found = holders.parties(chunk, telling.speaker)
    return found[0] if found else None


_RELATIVES = frozenset({"whom", "which", "that", "who"})


def _passive_target(holders: Holders, telling: Telling, group: VerbGroup) -> Party | None:
    undergoer = holders.parties(subject_of(holders.reading, group), telling.speaker)
    return undergoer[0] if undergoer else None


def _governs(reading: Reading, governor: VerbGroup, group: VerbGroup) -> bool:
    """Whether the verb before rules the infinitive or -ing form ("refused to back", "stopped backing")."""
    if group.finite:
        return False
    depth = 0
    for word in range(governor.verb + 1, group.start):
        depth += (reading.forms[word] in ("(", "[")) - (reading.forms[word] in (")", "]"))
        aside = depth > 0 or reading.forms[word] in (")", "]")  # "called on Ann Lee (R-Ohio) to resign"
        if not aside and reading.tags[word].part in {"punct", "conj", "sub", "rel"} and reading.forms[word] != ".":
            return False
    return True
