"""Which roles a story's people and bodies have, learned from its articles.

From titles ("Gov."), from appositions ("Ana Ruiz, the head of the board,"), from predicates ("Ruiz, who is head of the
board") and, for bodies, from the name itself ("House Ethics Committee").
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from crossread.records import AnnotatedDocument, CodedDocument, Document, Mention, MentionKind, Span, Story
from crossread.resolve.compounds import compounds
from crossread.resolve.names import Words, name_words
from crossread.resolve.partisans import seat
from crossread.resolve.predicates import opens_a_sentence, predicates
from crossread.resolve.roles import Role, fits, is_state, role
from crossread.resolve.shown import shown
from crossread.resolve.sorts import sorts

Key = tuple[str, int, int]
_OWNED = re.compile(r"['’]s? ")
_CLOSING = ",.;)—–"
_COPULAS = (" is ", " was ", ", who is ", ", who was ", ", who has been ", " has been ")


class Learned:
    """The roles of a story's entities, and the descriptions that stand beside names."""

    def __init__(self, story: Story, entity_of: Mapping[Key, str], kinds: Mapping[str, MentionKind]) -> None:
        """Take the names that are resolved, and the kind of each entity."""
        self._titles: defaultdict[str, set[Role]] = defaultdict(set)
        self._roles: defaultdict[str, set[Role]] = defaultdict(set)
        self._bearers: defaultdict[str, set[str]] = defaultdict(set)
        self._names: defaultdict[str, set[Words]] = defaultdict(set)
        self._nameless: set[str] = set()
        self._kinds = kinds
        self.beside: dict[Key, str] = {}
        for coded in story.documents:
            names = [(m, entity_of[key]) for m in _names(coded.annotated) if (key := key_of(m.span)) in entity_of]
            for name, entity in names:
                self._learn_name(coded.annotated.document, name, entity)
            for compound in compounds(coded):
                key = key_of(compound.mention.span)
                if compound.mention.kind != "person" and key in entity_of:
                    self.add(entity_of[key], role(" ".join(compound.words)), title=True)
            self._learn_appositions(coded, dict(names))
        for entity, called in self._names.items():
            for sort in sorts(called):
                self.add(entity, sort)

    def _learn_name(self, document: Document, name: Mention, entity: str) -> None:
        """Learn from a name's title, its own words, and what stands behind it."""
        if name.title:
            self.add(entity, role(name.title), title=True)
        if self._kinds.get(entity) == "org":
            self.add(entity, role(name.span.text), title=True)
            self._names[entity].add(name_words(name.span.text))
        if name.kind == "person":
            self.add(entity, frozenset(seat(document, name.span)))
            for told in predicates(document.text, name.span):
                self.add(entity, told)

    def add(self, entity: str, known: Role, *, title: bool = False) -> None:
        """Note a role."""
        (self._titles if title else self._roles)[entity].add(known)
        for word in known:
            self._bearers[word].add(entity)

    def add_nameless(self, entity: str, known: Role) -> None:
        """Note what somebody is called whom one article describes; only there a description may stand for them."""
        self._nameless.add(entity)
        self.add(entity, known)

    def bearers(self, words: Words) -> Collection[str]:
        """Return the entities that have a role with the description's noun: no other may be meant."""
        return self._bearers.get(words[-1], ())

    def may_be(self, words: Words, entity: str, *, owned: bool = False) -> bool:
        """Tell whether the description, as folded words, fits a role of the entity."""
        return entity in self.bearers(words) and self._shared(words, entity, owned=owned) > 0

    def only_one(self, words: Words, kind: MentionKind, *, owned: bool = False) -> str | None:
        """Return the only one of a kind in the story that the description fits.

        A person's office has to be their title, if the description is no more than a noun.
        """
        titles_only = not owned and kind == "person" and len([word for word in words if not is_state(word)]) == 1
        likeness = {
            entity: shared
            for entity in self._bearers.get(words[-1], set()) - self._nameless
            if self._kinds.get(entity) == kind
            and (shared := self._shared(words, entity, owned=owned, titles_only=titles_only))
        }
        best = [entity for entity, shared in likeness.items() if shared == max(likeness.values())]
        return best[0] if len(best) == 1 else None

    def named_so(self, words: Words, entity: str) -> bool:
        """Tell whether the noun stands in a name or title: a committee; not the paper that a Herald is."""
        return any(words[-1] in known for known in self._titles.get(entity, set()))

    def foreign(self, words: Words, entity: str) -> bool:
        """Tell whether the entity has this office of a state, and the description names no state or another."""
        held = [known for known in self._titles.get(entity, set()) if words[-1] in known]
        named = set(filter(is_state, words))
        return not any(named & known for known in held) if named else any(is_state(w) for known in held for w in known)

    def _shared(self, words: Words, entity: str, *, owned: bool, titles_only: bool = False) -> int:
        """Return how many of the description's words the role has that it fits best; 0 if it fits none."""
        titles, roles = self._titles.get(entity, set()), self._roles.get(entity, set())
        fitting = (known for known in (titles if titles_only else titles | roles) if fits(words, known, owned=owned))
        return max((len(known.intersection(words)) for known in fitting), default=0)

    def _learn_appositions(self, coded: CodedDocument, entity_of: Mapping[Mention, str]) -> None:
        document = coded.annotated.document
        starts: dict[int, Mention] = {}
        ends: dict[int, Mention] = {}
        for name in entity_of:
            span = shown(document, name)
            starts[span.start] = ends[span.end] = ends[name.span.end] = name
        for nominal, told in _descriptions(coded):
            beside = _apposed(document.text, nominal.span, starts, ends)
            if beside and beside.kind == nominal.kind:
                self.add(entity_of[beside], role(told))
                self.beside.setdefault(key_of(nominal.span), entity_of[beside])


def key_of(span: Span) -> Key:
    """Return the key of a span in `ResolvedStory.entity_of`."""
    return span.doc, span.start, span.end


def _names(annotated: AnnotatedDocument) -> Iterator[Mention]:
    return (mention for mention in annotated.mentions if mention.form == "name")


def _descriptions(coded: CodedDocument) -> Iterable[tuple[Mention, str]]:
    """Return the annotator's descriptions, and those that are named after others, each with what it tells.

    "President Brandt's son" tells of a son, and nothing of a president.
    """
    found = {key_of(m.span): (m, m.span.text) for m in coded.annotated.mentions if m.form == "nominal"}
    for compound in compounds(coded):
        key = key_of(compound.mention.span)
        told = " ".join(compound.words) if _OWNED.search(compound.mention.span.text) else compound.mention.span.text
        found[key] = (found[key][0] if key in found else compound.mention, told)
    return found.values()


def _apposed(text: str, span: Span, starts: Mapping[int, Mention], ends: Mapping[int, Mention]) -> Mention | None:
    """Return the name beside a description: "the mayor, Ana Ruiz", "Ana Ruiz, the mayor of Norra", "Ruiz is mayor"."""
    if text[span.end : span.end + 2] == ", " and span.end + 2 in starts and not opens_a_sentence(text, span.start):
        return starts[span.end + 2]
    closed = text[span.end : span.end + 1] in _CLOSING or text[span.end : span.end + 4] == " of "
    joins = [join for join in (*_COPULAS, *((", ",) if closed else ())) if text.endswith(join, 0, span.start)]
    return next((ends[span.start - len(join)] for join in joins if span.start - len(join) in ends), None)
