"""Entities out of clusters of names."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from crossread.records import Entity, Judgement, MentionKind, ResolvedStory, Span, Story
from crossread.resolve.chains import others
from crossread.resolve.item import Item
from crossread.resolve.names import split_suffix
from crossread.resolve.occurrence import Occurrence

Key = tuple[str, int, int]


def resolved(story: Story, clusters: Iterable[Sequence[Item]], judgements: tuple[Judgement, ...]) -> ResolvedStory:
    """Return the story with one entity for each cluster, the most mentioned first."""
    groups = {_fullest(group).id: group for group in clusters}
    entity_of: dict[Key, str] = {}
    for key, group in groups.items():
        for occurrence in _occurrences(group):
            for span in (occurrence.mention.span, occurrence.shown):
                entity_of[span.doc, span.start, span.end] = key
    described: defaultdict[str, list[Span]] = defaultdict(list)
    for span, key, shown in others(story, entity_of):
        entity_of.setdefault((span.doc, span.start, span.end), key)
        if shown:
            described[key].append(span)
    order = {coded.annotated.document.id: number for number, coded in enumerate(story.documents)}
    entities = [_entity(key, group, described[key], order) for key, group in groups.items()]
    entities.sort(key=lambda entity: (-len(entity.mentions), entity.id))
    return ResolvedStory(story, tuple(entities), entity_of, judgements)


def _entity(key: str, group: Sequence[Item], described: Iterable[Span], order: dict[str, int]) -> Entity:
    found = _occurrences(group)
    spans = {*(occurrence.shown for occurrence in found), *described}
    mentions = sorted(spans, key=lambda span: (order[span.doc], span.start, span.end))
    codes = [item.known.code for item in group if item.known and item.known.code]
    return Entity(key, _name(group), _kind(group), min(codes, default=None), tuple(mentions))


def _occurrences(group: Iterable[Item]) -> list[Occurrence]:
    return [occurrence for item in group for occurrence in item.occurrences]


def _fullest(group: Sequence[Item]) -> Item:
    return max(group, key=lambda item: (_length(item), len(item.occurrences), item.words))


def _length(item: Item) -> tuple[int, int]:
    words = split_suffix(item.words)[0]
    return len(words), sum(map(len, words))


def _name(group: Sequence[Item]) -> str:
    """Return the fullest name as it is mostly written, not in capitals where it can be helped."""
    written = Counter(occurrence.mention.span.text for occurrence in _fullest(group).occurrences)
    best = min(written, key=lambda text: (text.isupper(), text.isascii(), -written[text], text))
    return " ".join(best.split())


def _kind(group: Sequence[Item]) -> MentionKind:
    votes: Counter[MentionKind] = Counter()
    for item in group:
        votes[item.kind] += len(item.occurrences)
    return min(votes, key=lambda kind: (-votes[kind], kind))
