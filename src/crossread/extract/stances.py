"""Stances: who takes which side towards whom or what.

Lexicons find sides in verbs, nouns and judging words; a trained model tells which of them a careful reader would list,
and finds those that no lexicon has words for.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from crossread.extract.about import About
from crossread.extract.appraisal import judged
from crossread.extract.cast import Cast
from crossread.extract.compound_sides import sides_of_compounds
from crossread.extract.holders import Holders
from crossread.extract.implied import implied_sides
from crossread.extract.nations import nation_of
from crossread.extract.noun_sides import sides_of_nouns
from crossread.extract.own_states import OwnStates
from crossread.extract.sides import Side, is_everybody, merged
from crossread.extract.since import since_of
from crossread.extract.standing_features import features_of
from crossread.extract.standing_model import StandingModel, shipped_model
from crossread.extract.standings import Standing, find_standings
from crossread.extract.tellings import Telling
from crossread.extract.verb_sides import RECENT, sides_of_verbs
from crossread.extract.word_classes import word_class
from crossread.records import Party, Quote, Stance, StanceSide

_LIKELY: Final = 0.2  # least chance of what is told; cross-validated F1 is flat from .2 to .27
_PLAIN: Final = frozenset({"recognises", "votes for", "votes against", "watches"})  # acts that say all by themselves
_OF_STATES: Final = frozenset({"UNO", "EUR", "IGO"})  # codes of bodies that states have formed


def find_stances(
    cast: Cast, tellings: Sequence[Telling], quotes: Sequence[Quote], model: StandingModel | None = None
) -> tuple[Stance, ...]:
    """Return the stances, by offset of their first evidence; `model` is the shipped one unless another is given."""
    standings = standings_of(cast, tellings, quotes)
    return chosen(cast, standings, features_of(cast.reading, standings), model or shipped_model())


def chosen(
    cast: Cast, standings: Sequence[Standing], features: Sequence[Sequence[str]], model: StandingModel
) -> tuple[Stance, ...]:
    """Return the stances that a model chooses among the standings of an article, given the features of each."""
    chances = [model.chances(own) for own in features]
    plain = [
        replace(side, since=since_of(cast.reading, side.evidence))
        for standing, chance in zip(standings, chances, strict=True)
        for side in standing.sides
        if side.told and _kept(side, chance, cast)
    ]
    return merged([*plain, *implied_sides(About(cast, OwnStates(cast)), standings, chances)])


def standings_of(cast: Cast, tellings: Sequence[Telling], quotes: Sequence[Quote]) -> list[Standing]:
    """Return who stands in which sentence, with the sides that the lexicons find."""
    holders = Holders(cast, OwnStates(cast))
    sides: list[Side] = []
    for telling in tellings:
        sides += sides_of_verbs(holders, telling, sides[-RECENT:])
        sides += sides_of_nouns(holders, telling)
        sides += sides_of_compounds(holders, telling)
    sides += judged(About(cast, holders.own), tellings, quotes)
    return find_standings(holders, tellings, quotes, sides)


def _kept(side: Side, chances: Mapping[StanceSide, float], cast: Cast) -> bool:
    """Whether a side that verbs or nouns tell is listed: the model is not asked of what is told in plain words.

    Nor of states and bodies of states, which it has hardly met.
    """
    if is_everybody(side.target.name):
        return False  # who calls on all sides takes none
    named = _names(cast, side.target) or side.target.name.partition(" ")[0].lower() in word_class("possessive")
    plain = side.act in _PLAIN or side.by == "compound" or (named and _names(cast, side.holder))
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
