"""Whom a description stands for: "the minister", "the 35-year-old", "the committee".

Somebody's role is learned from titles ("Gov."), from appositions ("Ana Ruiz, the head of the board,") and, for bodies,
from the name itself ("House Ethics Committee"). A description then stands for the nearest one before it in the article
whose role it fits; else for the only one in the story, where the role stands in a title.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from crossread.records import AnnotatedDocument, Mention, Story
from crossread.resolve.names import Words, name_words
from crossread.resolve.roles import Role, fits, role

Key = tuple[str, int, int]
_AGE = re.compile(r"\d{1,3}[- ]year[- ]olds?$")
_DEFINITE = frozenset({"the", "this", "that"})
_FURTHEST = 40  # mentions back: further than a screen of text, "the minister" need not be the same
_CLOSING = ",.;)—–"


class Descriptions:
    """The roles of a story's entities, and what the descriptions in it stand for."""

    def __init__(self, story: Story, entity_of: Mapping[Key, str], kinds: Mapping[str, str]) -> None:
        """Take the names that are resolved, and the kind of each entity."""
        self._entity_of = dict(entity_of)
        self._kinds = kinds
        self._titles: defaultdict[str, set[Role]] = defaultdict(set)
        self._roles: defaultdict[str, set[Role]] = defaultdict(set)
        self._documents = [coded.annotated for coded in story.documents]
        for annotated in self._documents:
            self._learn_names(annotated)
            self._learn_appositions(annotated)

    def resolved(self) -> dict[Key, str]:
        """Return the entity of each description that can be resolved, and of the names."""
        for annotated in self._documents:
            seen: list[str] = []
            for mention in annotated.mentions:
                key = _key(mention)
                if mention.form == "nominal" and key not in self._entity_of:
                    found = self._stands_for(annotated, mention, seen)
                    if found:
                        self._entity_of[key] = found
                if mention.form != "pronoun" and key in self._entity_of:
                    seen.append(self._entity_of[key])
        return self._entity_of

    def _learn_names(self, annotated: AnnotatedDocument) -> None:
        for mention in annotated.mentions:
            entity = self._entity_of.get(_key(mention))
            if entity and mention.form == "name":
                if mention.title:
                    self._titles[entity].add(role(mention.title))
                if self._kinds.get(entity) == "org":
                    self._roles[entity].add(role(mention.span.text))

    def _learn_appositions(self, annotated: AnnotatedDocument) -> None:
        """Learn from a name and a description side by side, a comma between them and a stop behind."""
        text = annotated.document.text
        outer = [m for m in annotated.mentions if m.form != "pronoun"]
        for left, right in pairwise(outer):
            name, nominal = (left, right) if left.form == "name" else (right, left)
            entity = self._entity_of.get(_key(name))
            if not entity or (name.form, nominal.form) != ("name", "nominal") or name.kind != nominal.kind:
                continue
            between = text[left.span.end : right.span.start]
            closed = text[right.span.end : right.span.end + 1] in _CLOSING or name is right
            following = text[right.span.end : right.span.end + 4] == " of "
            if (between == ", " and (closed or following)) or between in _COPULAS:
                self._roles[entity].add(role(nominal.span.text))
                self._entity_of.setdefault(_key(nominal), entity)

    def _stands_for(self, annotated: AnnotatedDocument, mention: Mention, seen: Sequence[str]) -> str | None:
        text = annotated.document.text
        if _AGE.search(mention.span.text):
            return next((entity for entity in reversed(seen[-3:]) if self._kinds.get(entity) == "person"), None)
        first, *_ = mention.span.text.split()
        if first.casefold() not in _DEFINITE or text[mention.span.end : mention.span.end + 4] == " of ":
            return None
        words = tuple(word for word in name_words(mention.span.text) if word not in _DEFINITE)
        if not words:
            return None
        for entity in reversed(seen[-_FURTHEST:]):
            if self._kinds.get(entity) == mention.kind and self._fits(
                words, self._roles[entity] | self._titles[entity]
            ):
                return entity
        bearers = [entity for entity, roles in sorted(self._titles.items()) if self._fits(words, roles)]
        return bearers[0] if len(bearers) == 1 and mention.kind == "person" else None

    def _fits(self, words: Words, roles: Iterable[Role]) -> bool:
        return any(fits(words, known) for known in roles)


_COPULAS = frozenset({" is ", " was ", ", who is ", ", who was ", ", who has been ", " has been "})


def _key(mention: Mention) -> Key:
    return mention.span.doc, mention.span.start, mention.span.end
