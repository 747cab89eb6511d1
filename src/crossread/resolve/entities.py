"""Entities out of clusters of names."""

from collections import Counter
from collections.abc import Sequence

from crossread.records import Entity, Judgement, MentionKind, ResolvedStory, Story
from crossread.resolve.chains import others
from crossread.resolve.item import Item
from crossread.resolve.occurrence import Occurrence

Key = tuple[str, int, int]


class Entities:
    """The entities of a story, made of clusters of its names."""

    def __init__(self, story: Story, clusters: Sequence[Sequence[Item]]) -> None:
        self._story = story
        self._clusters = clusters
        self._entity_of: dict[Key, str] = {}

    def resolved(self, judgements: tuple[Judgement, ...]) -> ResolvedStory:
        """Return the story with its entities, the most mentioned first."""
        made = [self._entity(group) for group in self._clusters]
        described = others(self._story, self._entity_of)
        entities = []
        for entity in made:
            extra = tuple(span for span, key, shown in described if key == entity.id and shown)
            entities.append(_with_mentions(entity, (*entity.mentions, *extra), self._order()))
        for span, key, _ in described:
            self._entity_of.setdefault((span.doc, span.start, span.end), key)
        entities.sort(key=lambda entity: (-len(entity.mentions), entity.id))
        return ResolvedStory(self._story, tuple(entities), self._entity_of, judgements)

    def _order(self) -> dict[str, int]:
        return {coded.annotated.document.id: n for n, coded in enumerate(self._story.documents)}

    def _entity(self, group: Sequence[Item]) -> Entity:
        best = max(group, key=lambda item: (len(item.words), len(item.occurrences), item.words))
        found = [occurrence for item in group for occurrence in item.occurrences]
        for occurrence in found:
            for span in (occurrence.mention.span, occurrence.shown):
                self._entity_of[span.doc, span.start, span.end] = best.id
        mentions = tuple(occurrence.shown for occurrence in found)
        return Entity(best.id, _written(best.occurrences), _kind(found), None, mentions)


def _with_mentions(entity: Entity, spans: Sequence, order: dict[str, int]) -> Entity:  # type: ignore[type-arg]
    ordered = sorted(set(spans), key=lambda span: (order[span.doc], span.start, span.end))
    return Entity(entity.id, entity.name, entity.kind, entity.code, tuple(ordered))


def _kind(found: Sequence[Occurrence]) -> MentionKind:
    counts = Counter(occurrence.mention.kind for occurrence in found)
    return min(counts, key=lambda kind: (-counts[kind], kind))


def _written(found: Sequence[Occurrence]) -> str:
    counts = Counter(occurrence.mention.span.text for occurrence in found)
    return min(counts, key=lambda text: (text.isupper(), -counts[text], text))
