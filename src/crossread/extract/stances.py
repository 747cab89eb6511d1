"""Stances: who takes which side towards whom or what, by verbs, by nouns, and by the words that judge in what they say."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from crossread.extract.appraisal import judged
from crossread.extract.cast import Cast
from crossread.extract.chunks import Chunk, VerbGroup
from crossread.extract.reading import Reading
from crossread.extract.roles import agent_of, object_of, subject_of
from crossread.extract.sides import Side, merged, parties
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
        sides += _by_verbs(cast, telling)
        sides += _by_nouns(cast, telling)
    sides += judged(cast, tellings, quotes)
    return merged(sides)


def _by_verbs(cast: Cast, telling: Telling) -> Iterator[Side]:
    reading, clause = cast.reading, telling.clause
    groups = list(reading.groups_in(clause.start, clause.end))
    for index, group in enumerate(groups):
        taking = taking_of(reading, group)
        governor = groups[index - 1] if index else None
        side = _side(reading, group, governor, taking) if taking is not None else None
        if taking is None or side is None or taking.act == "-" or reading.lower[clause.start] in ("if", "whether"):
            continue
        holders, target = _holders_and_target(cast, telling, group, taking)
        evidence = evidence_of(reading, clause.start, clause.end)
        for holder in holders:
            if target is not None and holder.name != target.name:
                yield Side(holder, side, target, taking.act, telling.speaker, evidence)


def _side(reading: Reading, group: VerbGroup, governor: VerbGroup | None, taking: Taking) -> StanceSide | None:
    """The side, turned by a negation or by a verb of refusing above; None where it is somebody else's wish or a condition."""
    side = taking.side
    governed = governor is not None and _governs(reading, governor, group)
    if governed and governor is not None and governor.lemma in word_class("refuser"):
        return _OPPOSITE[side] if not governor.negated else side
    if governed and governor is not None and group.infinitive and governor.lemma in word_class("object_control"):
        return None
    negated = group.negated or (governed and governor is not None and governor.negated)
    if negated:
        return "against" if side == "for" else None
    return side


def _governs(reading: Reading, governor: VerbGroup, group: VerbGroup) -> bool:
    """Whether the verb before rules the infinitive or -ing form ("refused to back", "stopped backing")."""
    between = range(governor.verb + 1, group.start)
    return not group.finite and not any(reading.tags[w].part in {"punct", "conj", "sub", "rel"} for w in between)


def _holders_and_target(
    cast: Cast, telling: Telling, group: VerbGroup, taking: Taking
) -> tuple[list[Party], Party | None]:
    reading = cast.reading
    if group.passive:
        agent = agent_of(reading, group)
        undergoer = parties(cast, subject_of(reading, group), telling.speaker)
        return parties(cast, agent, telling.speaker), undergoer[0] if undergoer else None
    holders = parties(cast, subject_of(reading, group), telling.speaker)
    return holders, _target(cast, telling, taking.end)


def _target(cast: Cast, telling: Telling, word: int) -> Party | None:
    """The noun phrase after the phrase, or the words of the clause from there, a few."""
    reading, end = cast.reading, telling.clause.end
    start = word
    while word < end and reading.tags[word].part in {"adv", "neg", "prep"}:
        word += 1
    chunk = reading.chunk_of[word] if word < end else None
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
    """ "Critics of the law", "her support for the law", "their opposition to it"."""
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
        names_itself = subject is not None and group is not None and group.lemma in ("be", "become", "remain") and subject != chunk
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
