"""Stances: who takes which side towards whom or what.

Lexicons find sides in verbs, nouns and judging words; a trained model tells which of them a careful reader would list,
and finds those that no lexicon has words for.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import fsum
from typing import Final

from crossread.extract.appraisal import about, judged
from crossread.extract.cast import Cast
from crossread.extract.holders import Holders
from crossread.extract.nations import nation_of
from crossread.extract.noun_sides import sides_of_nouns
from crossread.extract.sides import Side, merged
from crossread.extract.since import since_of
from crossread.extract.standing_features import features_of
from crossread.extract.standing_model import SIDES, StandingModel, shipped_model
from crossread.extract.standings import Standing, find_standings
from crossread.extract.statements import evidence_of
from crossread.extract.tellings import Telling
from crossread.extract.verb_sides import RECENT, sides_of_verbs
from crossread.records import Party, Quote, Stance, StanceSide

_LIKELY: Final = 0.23  # least chance of what is told; cross-validated F1 is flat up to here, and precision rises
_UNAIDED: Final = 0.23  # where no lexicon has a word for it
_PLAIN: Final = frozenset({"recognises", "votes for", "votes against", "watches"})  # acts that say all by themselves
_OF_STATES: Final = frozenset({"UNO", "EUR", "IGO"})  # codes of bodies that states have formed
_EVERYBODY: Final = re.compile(r"(the )?(both|all|either|every|opposing|warring) (sides?|part(y|ies))\b")
_ACTS: Final[dict[StanceSide, str]] = {"for": "supports", "against": "opposes"}


def find_stances(
    cast: Cast, tellings: Sequence[Telling], quotes: Sequence[Quote], model: StandingModel | None = None
) -> tuple[Stance, ...]:
    """Return the stances, by offset of their first evidence; `model` is the shipped one unless another is given."""
    standings = standings_of(cast, tellings, quotes)
    weights = model or shipped_model()
    explicit: list[Side] = []
    implied: list[tuple[float, Side]] = []
    for standing, features in zip(standings, features_of(cast.reading, standings), strict=True):
        chances = weights.chances(features)
        explicit += [side for side in standing.sides if _told(side) and _kept(side, chances, cast)]
        implied += _implied(cast, standing, chances)
    dated = [replace(side, since=since_of(cast.reading, side.evidence)) for side in explicit]
    return merged([*dated, *_gathered(implied, [side for one in standings for side in one.sides if _told(side)])])


def standings_of(cast: Cast, tellings: Sequence[Telling], quotes: Sequence[Quote]) -> list[Standing]:
    """Return who stands in which sentence, with the sides that the lexicons find."""
    holders = Holders(cast)
    sides: list[Side] = []
    for telling in tellings:
        sides += sides_of_verbs(holders, telling, sides[-RECENT:])
        sides += sides_of_nouns(holders, telling)
    sides += judged(cast, tellings, quotes)
    return find_standings(holders, tellings, quotes, sides)


def _told(side: Side) -> bool:
    return side.by in ("verb", "noun")


def _kept(side: Side, chances: dict[StanceSide, float], cast: Cast) -> bool:
    """Whether a side that verbs or nouns tell is listed: the model is not asked of what is told in plain words.

    Nor of states and bodies of states, which it has hardly met.
    """
    if _EVERYBODY.match(side.target.name.lower()):
        return False  # who calls on all sides takes none
    plain = side.act in _PLAIN or (_names(cast, side.target) and _names(cast, side.holder))
    return plain or _is_state(cast, side.holder) or chances[side.side] >= _LIKELY


def _is_state(cast: Cast, party: Party) -> bool:
    """Whether the party is a state, or a body of states."""
    mention = cast.reading.names[cast.reading.word_at(party.span.start)] if party.span is not None else None
    body = nation_of(party.name)
    state = mention is not None and mention.kind == "gpe" and mention.span == party.span
    return state or (body is not None and body.code in _OF_STATES)


def _names(cast: Cast, party: Party) -> bool:
    """Whether the party is known by name: here, or as what a pronoun or description stands for."""
    if party.span is None or not any(c.isupper() for c in party.name):
        return False
    mention = cast.reading.names[cast.reading.word_at(party.span.start)]
    return party.name != party.span.text or (mention is not None and mention.form == "name")


def _implied(cast: Cast, standing: Standing, chances: dict[StanceSide, float]) -> Iterator[tuple[float, Side]]:
    """Yield the sides that are likely, but that no verb or noun tells, with their chance."""
    for leaning in SIDES:
        sides = [side for side in standing.sides if side.side == leaning]
        if any(_told(side) for side in sides) or chances[leaning] < (_LIKELY if sides else _UNAIDED):
            continue
        yield from ((chances[leaning], side) for side in sides or _side(cast, standing, leaning))


def _side(cast: Cast, standing: Standing, leaning: StanceSide) -> Iterator[Side]:
    """Yield the side as what the most of their words in the sentence are about."""
    if not standing.told:
        return
    (start, end), speaker = max(standing.told, key=lambda one: (one[0][1] - one[0][0], -one[0][0]))
    target = about(cast, standing.holder.name, start, end)
    evidence = evidence_of(cast.reading, start, end)
    yield Side(standing.holder, leaning, target, _ACTS[leaning], speaker, evidence, "model")


def _gathered(implied: Sequence[tuple[float, Side]], explicit: Sequence[Side]) -> Iterator[Side]:
    """Yield implied sides, those of one holder and side towards what most of them are about, the first of equals.

    None is towards somebody whom the holder is told to take the other side of; of one for and one against the same,
    the likelier stays.
    """
    told = {(side.holder.name, side.target.name.removeprefix("the ")): side.side for side in explicit}
    groups: dict[tuple[str, StanceSide], list[tuple[float, Side]]] = {}
    for chance, side in implied:
        if told.get((side.holder.name, side.target.name.removeprefix("the ")), side.side) == side.side:
            groups.setdefault((side.holder.name, side.side), []).append((chance, side))
    kept: dict[tuple[str, str], tuple[float, list[Side]]] = {}
    for group in groups.values():
        counts = Counter(side.target.name for _, side in group)
        target = max(group, key=lambda one: counts[one[1].target.name])[1].target
        weight, key = fsum(chance for chance, _ in group), (group[0][1].holder.name, target.name)
        if weight > kept.get(key, (0.0, []))[0]:
            kept[key] = weight, [replace(side, target=target) for _, side in group]
    for _, sides in kept.values():
        yield from sides
