"""Whom a description stands for: "the minister", "the 35-year-old", "the committee".

It stands for the nearest one before it in the article whose role it fits; else for the only one in the story, where the
role is a title, or told in more words than one.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from crossread.records import CodedDocument, Mention, Span, Story, content_id
from crossread.resolve.compounds import Compound, compounds
from crossread.resolve.learned import Key, Learned, key_of
from crossread.resolve.names import name_words
from crossread.resolve.roles import role

_AGE = re.compile(r"\d{1,3}[- ]year[- ]olds?$")
_OWNED = re.compile(r"['’]s ")
_DEFINITE = frozenset({"the", "this", "that"})
_FURTHEST = 40  # mentions back: further than a screen of text, "the minister" need not be the same
_NEAR = 3  # mentions back: an age describes who was named just now


class Descriptions:
    """What the descriptions in a story stand for."""

    def __init__(self, story: Story, named: Mapping[Key, str], kinds: Mapping[str, str]) -> None:
        """Take the names that are resolved, and the kind of each entity."""
        self._named = named
        self._kinds = dict(kinds)
        self._learned = Learned(story, named, kinds)
        self._entity_of = dict(named)
        self._described: defaultdict[str, list[Span]] = defaultdict(list)
        for coded in story.documents:
            self._resolve(coded)

    @property
    def entity_of(self) -> Mapping[Key, str]:
        """The entity of each name, and of each description that could be resolved."""
        return self._entity_of

    @property
    def described(self) -> Mapping[str, list[Span]]:
        """The descriptions of each entity, those included that nobody gives a name."""
        return self._described

    def _resolve(self, coded: CodedDocument) -> None:
        """Go through an article's names and descriptions in order."""
        nameless = {key_of(c.mention.span): c for c in compounds(coded) if c.mention.kind == "person"}
        mentions = {key_of(m.span): m for m in coded.annotated.mentions if m.form != "pronoun"}
        mentions = {**{key: compound.mention for key, compound in nameless.items()}, **mentions}
        seen: list[str] = []
        for key in sorted(mentions):
            if mentions[key].form == "nominal" and key not in self._named:
                entity = self._whom(coded, mentions[key], nameless.get(key), seen)
                if entity is not None:
                    self._entity_of[key] = entity
                    self._described[entity].append(mentions[key].span)
            if key in self._entity_of:
                seen.append(self._entity_of[key])

    def _whom(
        self, coded: CodedDocument, mention: Mention, nameless: Compound | None, seen: Sequence[str]
    ) -> str | None:
        text, span = coded.annotated.document.text, mention.span
        if text[max(0, span.start - 4) : span.start] == " as ":
            return None  # "recognised her as the rightful mayor" says what she is; it names nobody
        owner = self._entity_of.get(key_of(nameless.name.span)) if nameless else None
        found = self._learned.beside.get(key_of(span)) or self._stands_for(
            text, mention, [e for e in seen if e != owner]
        )
        if nameless and found in (None, owner):
            return self._nobody(nameless)
        return found

    def _stands_for(self, text: str, mention: Mention, seen: Sequence[str]) -> str | None:
        if _AGE.search(mention.span.text):
            return next((entity for entity in reversed(seen[-_NEAR:]) if self._kinds.get(entity) == "person"), None)
        words = tuple(word for word in name_words(mention.span.text) if word not in _DEFINITE)
        if not words or not _definite(mention.span) or text[mention.span.end : mention.span.end + 4] == " of ":
            return None
        owned = _OWNED.search(mention.span.text) is not None
        for entity in reversed(seen):
            if self._kinds.get(entity) == mention.kind and self._learned.may_be(words, entity, owned=owned):
                return entity
        return self._learned.only_one(words, owned=owned) if mention.kind == "person" else None

    def _nobody(self, compound: Compound) -> str:
        """Return an entity for somebody who is described by others' names and given no name of their own."""
        entity = content_id("e", "described", compound.mention.span.doc, " ".join(compound.words))
        self._kinds[entity] = "person"
        self._learned.add_nameless(entity, role(compound.mention.span.text))
        return entity


def _definite(span: Span) -> bool:
    """Tell whether one only is meant: "the minister", "Ruritania's minister"."""
    return span.text.split()[0].casefold() in _DEFINITE or _OWNED.search(span.text) is not None
