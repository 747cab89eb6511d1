"""Whom a description stands for: "the minister", "the 35-year-old", "the committee".

Somebody's role is learned from titles ("Gov."), from appositions ("Ana Ruiz, the head of the board,") and, for bodies,
from the name itself ("House Ethics Committee"). A description then stands for the nearest one before it in the article
whose role it fits; else for the only one in the story, where the role stands in a title.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from crossread.records import AnnotatedDocument, CodedDocument, Mention, Span, Story, content_id
from crossread.resolve.bodies import SMALL_WORDS
from crossread.resolve.compounds import Compound, compounds
from crossread.resolve.gazetteer import described_kinds
from crossread.resolve.names import Words, name_words
from crossread.resolve.roles import Role, fits, is_state, role
from crossread.resources import read_terms

Key = tuple[str, int, int]
_AGE = re.compile(r"\d{1,3}[- ]year[- ]olds?$")
_DEFINITE = frozenset({"the", "this", "that"})
_FURTHEST = 40  # mentions back: further than a screen of text, "the minister" need not be the same
_CLOSING = ",.;)—–"


class Descriptions:
    """The roles of a story's entities, and what the descriptions in it stand for."""

    def __init__(self, story: Story, entity_of: Mapping[Key, str], kinds: Mapping[str, str]) -> None:
        """Take the names that are resolved, and the kind of each entity."""
        self._named = frozenset(entity_of)
        self._entity_of = dict(entity_of)
        self._kinds = dict(kinds)
        self._titles: defaultdict[str, set[Role]] = defaultdict(set)
        self._roles: defaultdict[str, set[Role]] = defaultdict(set)
        self._described: defaultdict[str, list[Span]] = defaultdict(list)
        for coded in story.documents:
            self._learn_names(coded.annotated)
            self._learn_appositions(coded.annotated)
            self._learn_predicates(coded.annotated)
        self._bearers = _by_word(self._titles, self._roles)
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
        annotated = coded.annotated
        nameless = {_key(c.mention): c for c in compounds(coded) if c.mention.kind == "person"}
        listed = {_key(mention) for mention in annotated.mentions}
        added = [compound.mention for key, compound in nameless.items() if key not in listed]
        seen: list[str] = []
        for mention in sorted((*annotated.mentions, *added), key=lambda m: (m.span.start, m.span.end)):
            key = _key(mention)
            if mention.form == "pronoun":
                continue
            if mention.form == "nominal" and key not in self._named:
                if annotated.document.text[max(0, mention.span.start - 4) : mention.span.start] == " as ":
                    continue  # "recognised her as the rightful mayor" says what she is; it names nobody
                found = self._entity_of.get(key) or self._stands_for(annotated, mention, seen)
                if found is None and key in nameless:
                    found = self._nobody(nameless[key])
                if found is not None:
                    self._entity_of[key] = found
                    self._described[found].append(mention.span)
            if key in self._entity_of:
                seen.append(self._entity_of[key])

    def _nobody(self, compound: Compound) -> str:
        """Return an entity for somebody who is described by others' names and given no name of their own."""
        entity = content_id("e", "described", compound.mention.span.doc, " ".join(compound.words))
        self._kinds[entity] = "person"
        called = role(compound.mention.span.text)
        self._roles[entity].add(called)
        for word in called:
            self._bearers[word] = self._bearers.get(word, frozenset()) | {entity}
        return entity

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

    def _learn_predicates(self, annotated: AnnotatedDocument) -> None:
        """Learn from "Ana Ruiz, who is head of the board" and from "defence minister, Ana Ruiz"."""
        text = annotated.document.text
        for mention in annotated.mentions:
            entity = self._entity_of.get(_key(mention))
            if entity is None or mention.form != "name" or mention.kind != "person":
                continue
            told = _PREDICATE.match(text, mention.span.end)
            words = name_words(told[1]) if told else ()
            if any(described_kinds().get(word) == "person" for word in words):
                self._roles[entity].add(role(" ".join(word for word in words if word not in SMALL_WORDS)))
            before = text[max(0, mention.span.start - _LONGEST_ROLE) : mention.span.start]
            if before.endswith(", "):
                self._roles[entity] |= _bare_role(before[:-2])

    def _stands_for(self, annotated: AnnotatedDocument, mention: Mention, seen: Sequence[str]) -> str | None:
        text = annotated.document.text
        if _AGE.search(mention.span.text):
            return next((entity for entity in reversed(seen[-3:]) if self._kinds.get(entity) == "person"), None)
        words = tuple(word for word in name_words(mention.span.text) if word not in _DEFINITE)
        if not words or not _definite(mention.span) or text[mention.span.end : mention.span.end + 4] == " of ":
            return None
        bearers = self._bearers.get(words[-1], frozenset())
        for entity in reversed(seen[-_FURTHEST:]):
            if entity in bearers and self._kinds.get(entity) == mention.kind and self._fits(words, entity):
                return entity
        return self._only_one(words, bearers) if mention.kind == "person" else None

    def _only_one(self, words: Words, bearers: Iterable[str]) -> str | None:
        """Return the only one in the story whose title it is, or role, if the description has more than a noun."""
        titles_only = len([word for word in words if not is_state(word)]) == 1
        fitting = [entity for entity in bearers if self._fits(words, entity, titles_only=titles_only)]
        return fitting[0] if len(fitting) == 1 else None

    def _fits(self, words: Words, entity: str, *, titles_only: bool = False) -> bool:
        known = self._titles[entity] if titles_only else self._titles[entity] | self._roles[entity]
        return any(fits(words, role) for role in known)


def _by_word(*roles: Mapping[str, Iterable[Role]]) -> dict[str, frozenset[str]]:
    """Return the entities by the words of their roles."""
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for known in roles:
        for entity, theirs in known.items():
            for word in frozenset().union(*theirs):
                bearers[word].add(entity)
    return {word: frozenset(entities) for word, entities in bearers.items()}


def _bare_role(before: str) -> set[Role]:
    """Return the office that ends the text without an article: "by defence minister"."""
    words: list[str] = []
    for word in reversed(before.split()):
        low = word.casefold()
        if low not in (described_kinds() if not words else read_terms("gazetteer/role_modifiers.txt")):
            break
        words.insert(0, low)
    return {role(" ".join(words))} if words and described_kinds()[words[-1]] == "person" else set()


def _definite(span: Span) -> bool:
    """Tell whether one only is meant: "the minister", "Ruritania's minister"."""
    return span.text.split()[0].casefold() in _DEFINITE or _OWNED.search(span.text) is not None


_OWNED = re.compile(r"['’]s ")
_PREDICATE = re.compile(r"(?:, who)? (?:is|was|has been) (?:\w+ly )?((?:[\w'’-]+ ){0,8}[\w'’-]+)")
_LONGEST_ROLE = 60  # characters
_COPULAS = frozenset({" is ", " was ", ", who is ", ", who was ", ", who has been ", " has been "})


def _key(mention: Mention) -> Key:
    return mention.span.doc, mention.span.start, mention.span.end
