"""Stances: who takes which side towards whom or what, by verbs, by nouns, and by judging words in what they say."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from crossread.extract.appraisal import judged
from crossread.extract.cast import Cast
from crossread.extract.chunks import Chunk, VerbGroup
from crossread.extract.holders import does_likewise, holder_of
from crossread.extract.reading import Reading
from crossread.extract.roles import object_of, subject_of
from crossread.extract.sides import Side, merged, parties
from crossread.extract.since import since_of
from crossread.extract.stance_lexicon import Taking, stance_nouns, taking_of
from crossread.extract.statements import evidence_of
from crossread.extract.tellings import Telling
from crossread.extract.word_classes import word_class
from crossread.records import Party, Quote, Stance, StanceSide

_LONGEST_TARGET = 10  # words; a target is named, not told
_OPPOSITE: dict[StanceSide, StanceSide] = {"for": "against", "against": "for", "neutral": "neutral"}


def find_stances(cast: Cast, tellings: Sequence[Telling], quotes: Sequence[Quote]) -> tuple[Stance, ...]:
    """Return the stances, by offset of their first evidence."""
    sides: list[Side] = []
    for telling in tellings:
        sides += _by_verbs(cast, telling, sides[-_RECENT:])
        sides += _by_nouns(cast, telling)
    sides = [replace(side, since=since_of(cast.reading, side.evidence)) for side in sides]
    sides += judged(cast, tellings, quotes)
    return merged(sides)


_RECENT = 8  # sides told last, among which is the one that "followed suit" takes up


def _by_verbs(cast: Cast, telling: Telling, before: Sequence[Side]) -> Iterator[Side]:
    reading, clause = cast.reading, telling.clause
    if reading.lower[clause.start] in ("if", "whether"):
        return
    groups = list(reading.groups_in(clause.start, clause.end))
    for index, group in enumerate(groups):
        governor = groups[index - 1] if index else None
        taking = taking_of(reading, group)
        if does_likewise(reading, group) and not group.negated:
            yield from _likewise(cast, telling, group, governor, before)
        elif taking is not None and taking.act != "-":
            yield from _taken(cast, telling, group, governor, taking)


def _taken(
    cast: Cast, telling: Telling, group: VerbGroup, governor: VerbGroup | None, taking: Taking
) -> Iterator[Side]:
    reading, clause = cast.reading, telling.clause
    side = _side(reading, group, governor, taking)
    asked = governor is not None and _asks(reading, governor, group)
    holder = holder_of(reading, governor if asked and governor is not None else group)
    if group.lemma in word_class("asker") and _to_leave(reading, group, clause.end):
        side = "against"
    elif group.lemma in word_class("asker") and _asks_side(reading, group, clause.end):
        return
    target = (
        _passive_target(cast, telling, group)
        if group.passive
        else _target(cast, telling, _target_word(reading, group, taking))
    )
    if side is None or target is None:
        return
    act = "calls for" if asked else taking.act
    for party in parties(cast, holder, telling.speaker):
        if party.name != target.name:
            yield Side(party, side, target, act, telling.speaker, evidence_of(reading, clause.start, clause.end))


def _likewise(
    cast: Cast, telling: Telling, group: VerbGroup, governor: VerbGroup | None, before: Sequence[Side]
) -> Iterator[Side]:
    """Who did as others did takes the side that was told last of others, not of themselves."""
    reading, clause = cast.reading, telling.clause
    if governor is not None and _asks(reading, governor, group):
        return
    sentence = reading.annotated.words.sentence[group.verb]
    for party in parties(cast, holder_of(reading, group), telling.speaker):
        for earlier in reversed(before):
            away = sentence - reading.annotated.words.sentence[reading.word_at(earlier.evidence.start)]
            if earlier.holder.name != party.name and earlier.target.name != party.name and away <= _LIKEWISE_BACK:
                evidence = evidence_of(reading, clause.start, clause.end)
                yield Side(party, earlier.side, earlier.target, earlier.act, telling.speaker, evidence)
                break


_LIKEWISE_BACK = 3  # sentences from "have done so" back to what was done


def _side(reading: Reading, group: VerbGroup, governor: VerbGroup | None, taking: Taking) -> StanceSide | None:
    """The side, turned by a negation or by a verb of refusing above; None where nothing is left of it."""
    side = taking.side
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
    return following is not None and _asks(reading, group, following) and taking_of(reading, following) is not None


def _to_leave(reading: Reading, group: VerbGroup, end: int) -> bool:
    """Whether somebody is asked to leave: "called on her to resign"."""
    following = next(iter(reading.groups_in(group.verb + 1, end)), None)
    return following is not None and _asks(reading, group, following) and following.lemma in word_class("leaver")


def _target_word(reading: Reading, group: VerbGroup, taking: Taking) -> int:
    """Where the target begins: after the phrase, or after the verb if the phrase closes with a noun."""
    return taking.end if reading.tags[taking.end - 1].part in {"prep", "verb", "adv", "to"} else group.verb + 1


def _passive_target(cast: Cast, telling: Telling, group: VerbGroup) -> Party | None:
    undergoer = parties(cast, subject_of(cast.reading, group), telling.speaker)
    return undergoer[0] if undergoer else None


def _governs(reading: Reading, governor: VerbGroup, group: VerbGroup) -> bool:
    """Whether the verb before rules the infinitive or -ing form ("refused to back", "stopped backing")."""
    between = range(governor.verb + 1, group.start)
    return not group.finite and not any(reading.tags[w].part in {"punct", "conj", "sub", "rel"} for w in between)


def _target(cast: Cast, telling: Telling, word: int) -> Party | None:
    """The noun phrase after the phrase, or the words of the clause from there, a few."""
    reading, end = cast.reading, telling.clause.end
    start = word
    while word < end and reading.tags[word].part in {"adv", "neg", "prep"}:
        word += 1
    chunk = reading.chunk_of[word] if word < end else None
    if chunk is not None and reading.tags[chunk.head].part == "det" and chunk.end + 1 < end:
        # a quotation mark parts the article from its noun ("ties with the “old guard”")
        chunk = reading.chunk_of[chunk.end + 1] or chunk
    if chunk is not None and not chunk.time:
        named = parties(cast, replace(chunk), telling.speaker)
        if len(named) >= 1:
            return named[0]
    after = min(end, start + _LONGEST_TARGET)
    if after <= start:
        return None
    span = reading.span(start, after)
    return Party(span.text, span)


def _by_nouns(cast: Cast, telling: Telling) -> Iterator[Side]:
    """Find them in nouns: "critics of the law", "her support for the law", "their opposition to it"."""
    reading, clause = cast.reading, telling.clause
    for word in range(clause.start, clause.end - 2):
        found = stance_nouns().get((reading.lower[word], reading.lower[word + 1]))
        if found is None or reading.tags[word].part != "noun":
            continue
        side, act = found
        holder = _noun_holder(cast, telling, word)
        target = _target(cast, telling, word + 2)
        if holder is None or target is None or holder.name == target.name:
            continue
        yield Side(holder, side, target, act, telling.speaker, evidence_of(reading, clause.start, clause.end))


def _noun_holder(cast: Cast, telling: Telling, word: int) -> Party | None:
    """Whose support or criticism it is: the owner before, the critics themselves, or the subject that has it."""
    reading = cast.reading
    chunk = reading.chunk_of[word]
    if chunk is None:
        return None
    if reading.lower[word] in word_class("side_taker"):
        subject = telling.clause.subject
        group = telling.clause.group
        names_itself = (
            subject is not None and group is not None and group.lemma in ("be", "become", "remain") and subject != chunk
        )
        named = parties(cast, subject if names_itself else chunk, telling.speaker)
        return named[0] if named else None
    owner = next((w for w in range(chunk.head - 1, chunk.start, -1) if reading.tags[w].part == "poss"), None)
    if owner is not None:
        named = parties(cast, Chunk(chunk.start, owner, owner - 1), telling.speaker)
        return named[0] if named else None
    if reading.lower[chunk.start] in word_class("male") | word_class("female"):
        person = cast.person_for(chunk.start)
        return Party(cast.full_name(person), reading.span(chunk.start, chunk.start + 1)) if person else None
    subject, group = telling.clause.subject, telling.clause.group
    having = group is not None and group.lemma in word_class("side_haver") and object_of(reading, group) == chunk
    named = parties(cast, subject, telling.speaker) if having else []
    return named[0] if named else None
