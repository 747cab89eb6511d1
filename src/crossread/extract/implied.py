"""Sides that nobody tells in words of taking sides: what the model finds likely in what somebody says and does.

One likely sentence makes the side; others of the same holder then are evidence of it though they tell less by
themselves.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import fsum
from typing import Final

from crossread.extract.about import About
from crossread.extract.evidence import evidence_of
from crossread.extract.sides import Side
from crossread.extract.standing_model import SIDES
from crossread.extract.standings import Standing
from crossread.records import Span, StanceSide

_LIKELY: Final = 0.25  # least chance of a side that is listed; best of .23 to .36, cross-validated by story
_FURTHER: Final = 0.12  # least chance of further evidence, of which four in seven are still what readers list
_FEWEST_WORDS: Final = 3  # that say anything: not "Get out!"
_ACTS: Final[dict[StanceSide, str]] = {"for": "supports", "against": "opposes"}

_Weighed = tuple[float, Side]
_Target = tuple[str, str]
"""Holder and target by name."""


def implied_sides(
    about: About, standings: Sequence[Standing], chances: Sequence[Mapping[StanceSide, float]]
) -> Iterator[Side]:
    """Yield the sides that are likely, those of one holder and side as towards what most of them are about.

    None is towards somebody whom the holder is told to take the other side of.
    """
    explicit = [side for standing in standings for side in standing.sides if side.told]
    told = {_key(side): side.side for side in explicit}
    for_own = _for_own_state(about, explicit)
    groups: dict[tuple[str, StanceSide], list[_Weighed]] = {}
    for standing, chance in zip(standings, chances, strict=True):
        for weight, side in _weighed(about, standing, chance):
            own = for_own.get((side.holder.name, side.evidence))
            if told.get(_key(side), side.side) == side.side and (own is None or own.side == side.side):
                meant = side if own is None else replace(side, target=own.target)
                groups.setdefault((side.holder.name, side.side), []).append((weight, meant))
    yield from _gathered([group for group in groups.values() if max(group, key=_weight)[0] >= _LIKELY])


def _for_own_state(about: About, explicit: Iterable[Side]) -> dict[tuple[str, Span], Side]:
    """Return the sides that speakers tell of their own state, by speaker and words: they take them too."""
    return {
        (side.speaker.name, side.evidence): side
        for side in explicit
        if side.speaker is not None and about.own.is_of(side.speaker.name, side.holder.name)
    }


def _weighed(about: About, standing: Standing, chance: Mapping[StanceSide, float]) -> Iterator[_Weighed]:
    """Yield the sides of a standing with their chance, those apart that its verbs and nouns tell."""
    for leaning in SIDES:
        sides = [side for side in standing.sides if side.side == leaning]
        if chance[leaning] >= _FURTHER and not any(side.told for side in sides):
            yield from ((chance[leaning], side) for side in sides or _by_model(about, standing, leaning))


def _by_model(about: About, standing: Standing, leaning: StanceSide) -> Iterator[Side]:
    """Yield the side as towards what the most of their words in the sentence are about."""
    if not standing.told or (not standing.said and _asks(about, standing)):
        return
    (start, end), speaker = max(standing.told, key=lambda one: (one[0][1] - one[0][0], -one[0][0]))
    reading = about.cast.reading
    if sum(reading.wordlike[start:end]) >= _FEWEST_WORDS:
        target = about.target(standing.holder.name, start, end, leaning)
        yield Side(standing.holder, leaning, target, _ACTS[leaning], speaker, evidence_of(reading, start, end), "model")


def _asks(about: About, standing: Standing) -> bool:
    """Whether the sentence is a question: "What did the minister say?" tells nothing of the minister."""
    reading = about.cast.reading
    start, end = reading.sentence_words[standing.sentence]
    return any(reading.forms[word] == "?" for word in range(max(start, end - 2), end))


def _gathered(groups: Sequence[Sequence[_Weighed]]) -> Iterator[Side]:
    """Yield each group's sides towards what most are about, the first of equals.

    Of one group for and one against the same, the likelier stays.
    """
    kept: dict[_Target, tuple[float, list[Side]]] = {}
    for group in groups:
        counts = Counter(side.target.name for _, side in group)
        target = max(group, key=lambda one: counts[one[1].target.name])[1].target
        weight = fsum(chance for chance, _ in group)
        key = group[0][1].holder.name, target.name
        if weight > kept.get(key, (0.0, []))[0]:
            kept[key] = weight, [replace(side, target=target) for _, side in group]
    for _, sides in kept.values():
        yield from sides


def _weight(weighed: _Weighed) -> float:
    return weighed[0]


def _key(side: Side) -> _Target:
    return side.holder.name, side.target.name.removeprefix("the ")
