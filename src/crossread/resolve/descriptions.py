"""Whom a description stands for: "the minister", "the 35-year-old", "the committee".

It stands for the nearest one before it in the article whose role it fits; else for the only one in the story, where the
role is a title, or told in more words than one.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from crossread.records import CodedDocument, Mention, MentionKind, Span, Story, content_id
from crossread.resolve.compounds import Compound, compounds
from crossread.resolve.lands import sort_of_land
from crossread.resolve.learned import Key, Learned, key_of
from crossread.resolve.names import Words, name_words
from crossread.resolve.partisans import one_of_them
from crossread.resolve.phrases import Phrases
from crossread.resolve.roles import role

_AGE = re.compile(r"\d{1,3}[- ]year[- ]olds?$")
_OWNED = re.compile(r"['’]s ")
_DEFINITE = frozenset({"the", "this", "that"})
_POSSESSIVES = frozenset({"our", "its", "their", "his", "her", "my", "your"})
_DETERMINERS = _DEFINITE | _POSSESSIVES
_NEAR = 3  # mentions back: an age describes who was named just now


class Descriptions:
    """What the descriptions in a story stand for."""

    def __init__(
        self, story: Story, named: Mapping[Key, str], kinds: Mapping[str, MentionKind], lands: Mapping[str, str]
    ) -> None:
        """Take the names that are resolved, the kind of each entity, and of each land its sort."""
        self._lands = lands
        self._named = named
        self._kinds = dict(kinds)
        self._weight = Counter(named.values())
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
        phrases = Phrases(coded)
        nameless = {key_of(c.mention.span): c for c in compounds(coded) if c.mention.kind == "person"}
        given = [mention for mention in coded.annotated.mentions if mention.form != "pronoun"]
        ones = {key_of(m.span): one for m in given if (one := one_of_them(coded.annotated.document, m))}
        mentions = {key: compound.mention for key, compound in nameless.items()}
        mentions |= {key_of(m.span): m for m in given if key_of(m.span) not in ones}
        partisans = frozenset(ones.values())
        mentions |= {key_of(one.span): one for one in partisans}
        seen = _Seen()
        for key in sorted(mentions):
            if mentions[key].form == "nominal" and key not in self._named:
                entity = self._whom(coded, mentions[key], nameless.get(key), seen)
                if entity is None and mentions[key] in partisans:
                    entity = self._somebody(mentions[key].span, name_words(mentions[key].span.text))
                if entity is not None:
                    whole = phrases.whole(mentions[key].span)
                    self._entity_of[key] = self._entity_of[key_of(whole)] = entity
                    self._described[entity].append(whole)
            if key in self._entity_of:
                seen.add(self._entity_of[key])
        self._entity_of |= {key: self._entity_of[key_of(one.span)] for key, one in ones.items()}

    def _whom(self, coded: CodedDocument, mention: Mention, nameless: Compound | None, seen: "_Seen") -> str | None:
        text, span = coded.annotated.document.text, mention.span
        if text[max(0, span.start - 4) : span.start] == " as ":
            return None  # "recognised her as the rightful mayor" says what she is; it names nobody
        owner = self._entity_of.get(key_of(nameless.name.span)) if nameless else None
        found = self._learned.beside.get(key_of(span)) or self._stands_for(text, mention, seen, owner)
        if nameless and found in (None, owner):
            return self._nobody(nameless)
        return found

    def _stands_for(self, text: str, mention: Mention, seen: "_Seen", owner: str | None) -> str | None:
        """Return whom a description stands for, never the `owner` whom it names."""
        if _AGE.search(mention.span.text):
            if mention.span.text.split()[0].casefold() not in _DEFINITE:
                return None
            return next((e for e in seen.last(_NEAR, owner) if self._kinds.get(e) == "person"), None)
        words = tuple(word for word in name_words(mention.span.text) if word not in _DETERMINERS)
        first = mention.span.text.split()[0].casefold()
        land = sort_of_land(first, words) if words else None
        if land:
            lands = sorted(entity for entity, sort in self._lands.items() if sort == land)
            lands = seen.latest_first(lands, owner) or lands
            return max(lands, key=lambda entity: self._weight[entity], default=None)
        if words and first in _POSSESSIVES:
            return self._learned.only_one(words, mention.kind, owned=True)
        if not words or not _definite(mention.span) or text[mention.span.end : mention.span.end + 4] == " of ":
            return None
        owned = _OWNED.search(mention.span.text) is not None
        here = [
            entity
            for entity in seen.latest_first(self._learned.bearers(words), owner)
            if self._kinds.get(entity) == mention.kind and self._learned.may_be(words, entity, owned=owned)
        ]
        if here:
            return min(here, key=lambda entity: self._unlikeliness(words, entity))
        return self._learned.only_one(words, mention.kind, owned=owned)

    def _unlikeliness(self, words: Words, entity: str) -> tuple[bool, int]:
        """Rank those whom a description fits, before the one named last counts.

        A bare office is rather one's own state's; a bare sort of organisation ("the group") the story's main one.
        """
        by_sort = self._kinds.get(entity) == "org" and not self._learned.named_so(words, entity)
        return self._learned.foreign(words, entity), -self._weight[entity] if by_sort else 0

    def _nobody(self, compound: Compound) -> str:
        """Return an entity for somebody who is described by others' names and given no name of their own."""
        return self._somebody(compound.mention.span, compound.words)

    def _somebody(self, span: Span, words: Words) -> str:
        entity = content_id("e", "described", span.doc, " ".join(words))
        self._kinds[entity] = "person"
        self._learned.add_nameless(entity, role(span.text))
        return entity


class _Seen:
    """The entities that an article has mentioned so far; what is asked costs no more in a long article."""

    def __init__(self) -> None:
        self._order: list[str] = []
        self._place: dict[str, int] = {}

    def add(self, entity: str) -> None:
        self._place[entity] = len(self._order)
        self._order.append(entity)

    def last(self, most: int, but: str | None) -> Iterator[str]:
        """Yield the entities of the last mentions, the latest first, without those of one entity."""
        return islice((entity for entity in reversed(self._order) if entity != but), most)

    def latest_first(self, entities: Iterable[str], but: str | None) -> list[str]:
        """Return those of the entities that were mentioned, without one, the latest mentioned first."""
        mentioned = [entity for entity in entities if entity in self._place and entity != but]
        return sorted(mentioned, key=lambda entity: -self._place[entity])


def _definite(span: Span) -> bool:
    """Tell whether one only is meant: "the minister", "Ruritania's minister"."""
    return span.text.split()[0].casefold() in _DEFINITE or _OWNED.search(span.text) is not None
