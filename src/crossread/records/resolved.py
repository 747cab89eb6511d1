"""A story in which it is known who is who."""

from collections.abc import Mapping
from dataclasses import dataclass

from crossread.records.annotated import MentionKind
from crossread.records.judgement import Judgement
from crossread.records.span import Span
from crossread.records.story import Story


@dataclass(frozen=True, slots=True)
class Entity:
    """One actor for all its names across the story's articles.

    `name`: the fullest name used; what is named after a person has that person's in full ("Ann Lee's campaign").
    `code`: ISO 3166-1 alpha-3 for a state, else None. `mentions`: by document, offset; a name that stands within a
    wider one ("former Governor Ann Lee") is one by itself, too. `known`: its id in the user's own table of names, None
    where no table has it.
    """

    id: str
    name: str
    kind: MentionKind
    code: str | None
    mentions: tuple[Span, ...]
    known: str | None = None


@dataclass(frozen=True, slots=True)
class ResolvedStory:
    """A story with its entities, the most mentioned first.

    `entity_of` maps `(doc, start, end)` of each resolved mention, pronouns and descriptions included, to an entity id.
    `judgements` are those that the clusters were computed from.
    """

    story: Story
    entities: tuple[Entity, ...]
    entity_of: Mapping[tuple[str, int, int], str]
    judgements: tuple[Judgement, ...]

    def entity_at(self, span: Span | None) -> str | None:
        """Return the id of the entity that exactly these words refer to, or None."""
        return None if span is None else self.entity_of.get((span.doc, span.start, span.end))
