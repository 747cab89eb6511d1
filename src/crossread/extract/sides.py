"""One taking of a side, and how those of one holder towards one target are put together as a stance."""

from collections.abc import Iterable
from dataclasses import dataclass

from crossread.extract.cast import Cast
from crossread.extract.chunks import Chunk
from crossread.extract.coordination import coordinated
from crossread.extract.voices import voice_of
from crossread.records import Party, Span, Speaker, Stance, StanceSide, content_id


@dataclass(frozen=True, slots=True)
class Side:
    """One taking of a side in one clause; `since` when, where the clause tells it."""

    holder: Party
    side: StanceSide
    target: Party
    act: str
    speaker: Speaker | None
    evidence: Span
    since: str | None = None


def merged(sides: Iterable[Side]) -> tuple[Stance, ...]:
    """Return one stance for each holder, side and target, by offset of its first evidence, which gives the act."""
    found: dict[tuple[str, str, str], list[Side]] = {}
    for side in sides:
        if any(c.isupper() for c in side.holder.name):
            key = (side.holder.name.lower(), side.side, side.target.name.lower())
            found.setdefault(key, []).append(side)
    stances = [_stance(group) for group in found.values()]
    return tuple(sorted(stances, key=lambda s: (s.evidence[0].start, s.evidence[0].end, s.id)))


def _stance(group: list[Side]) -> Stance:
    first = min(group, key=lambda side: (side.evidence.start, side.evidence.end))
    evidence = tuple(sorted({side.evidence for side in group}))
    places = [f"{span.start}-{span.end}" for span in evidence]
    speaker = first.speaker.name if first.speaker else None
    identity = content_id(
        "s", evidence[0].doc, first.holder.name, first.side, first.act, first.target.name, speaker, *places
    )
    since = min((side.since for side in group if side.since is not None), default=None)
    return Stance(identity, first.holder, first.side, first.target, first.act, since, first.speaker, evidence)


def parties(cast: Cast, chunk: Chunk | None, first_person: Speaker | None) -> list[Party]:
    """Return each member of the noun phrase as a party; "I" is the speaker. Empty where nobody is known."""
    if chunk is None:
        return []
    reading = cast.reading
    if chunk.pronoun and reading.lower[chunk.head] in ("i", "me", "we", "us"):
        return [Party(first_person.name, first_person.span)] if first_person is not None else []
    found: dict[str, Party] = {}
    for member in coordinated(reading, chunk):
        voice = voice_of(cast, member)
        if voice is not None:
            found.setdefault(voice.name, Party(voice.name, voice.span))
    return list(found.values())
