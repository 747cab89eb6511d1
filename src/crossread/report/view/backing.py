"""Who backs whom, target by target."""

from collections.abc import Iterable, Sequence

from crossread.records import Party, Stance, StanceSide
from crossread.report.published import first_and_last
from crossread.report.view.records import Backer, Backing
from crossread.report.view.sources import Library

_SIDES: tuple[StanceSide, ...] = ("for", "against", "neutral")


def backing(stances: Sequence[Stance], library: Library) -> tuple[Backing, ...]:
    """Return the targets, the one with the most holders first, with those on each side in the comparison's order."""
    targets: dict[str, list[Stance]] = {}
    for stance in stances:
        targets.setdefault(_key(stance.target), []).append(stance)
    rows = [_row(group, library) for group in targets.values()]
    return tuple(sorted(rows, key=lambda row: -sum(len(backers) for _, backers in row.sides)))


def _key(party: Party) -> str:
    return party.entity or party.name.casefold()


def _row(stances: Sequence[Stance], library: Library) -> Backing:
    sides = tuple((side, _backers((one for one in stances if one.side == side), library)) for side in _SIDES)
    holders = [{_key(one.holder): one.holder.name for one in stances if one.side == side} for side in _SIDES[:2]]
    torn = tuple(name for key, name in holders[0].items() if key in holders[1])
    return Backing(stances[0].target.name, sides, torn)


def _backers(stances: Iterable[Stance], library: Library) -> tuple[Backer, ...]:
    """Put stances of one holder, act and speaker together, whichever accounts tell of them."""
    groups: dict[tuple[str, str, str | None], list[Stance]] = {}
    for one in stances:
        groups.setdefault((_key(one.holder), one.act, _on_whose_word(one)), []).append(one)
    return tuple(_backer(group, library) for group in groups.values())


def _on_whose_word(stance: Stance) -> str | None:
    """Return the speaker, unless the holder speaks for itself."""
    speaker = stance.speaker
    if speaker is None:
        return None
    itself = speaker.name.casefold() == stance.holder.name.casefold() or (
        speaker.entity is not None and speaker.entity == stance.holder.entity
    )
    return None if itself else speaker.name


def _backer(group: Sequence[Stance], library: Library) -> Backer:
    spans = [span for one in group for span in one.evidence]
    sources = library.of_spans(spans)
    since = min((one.since for one in group if one.since), default=None)
    first = group[0]
    return Backer(
        name=first.holder.name,
        act=first.act,
        speaker=_on_whose_word(first),
        since=since,
        known=since or first_and_last(source.published for source in sources)[0],
        sources=sources,
        excerpts=tuple(library.excerpts(spans)),
    )
