"""Entities out of clusters of names."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from crossread.records import Entity, Judgement, Mention, MentionKind, ResolvedStory, Span, Story
from crossread.resolve.chains import through_chains
from crossread.resolve.descriptions import Descriptions
from crossread.resolve.gazetteer import adjectives
from crossread.resolve.item import Item
from crossread.resolve.lands import land_sorts
from crossread.resolve.names import Words, split_suffix
from crossread.resolve.occurrence import Occurrence
from crossread.resolve.unnamed import unnamed

Key = tuple[str, int, int]


def resolved(
    story: Story,
    clusters: Iterable[Sequence[Item]],
    judgements: tuple[Judgement, ...],
    known: Mapping[str, str] | None = None,
) -> ResolvedStory:
    """Return the story with one entity for each cluster, the most mentioned first; `known`: the user's ids of items."""
    groups = {_fullest(group).id: group for group in clusters}
    named: dict[Key, str] = {}
    for key, group in groups.items():
        for occurrence in _occurrences(group):
            for span in (occurrence.mention.span, occurrence.shown):
                named[span.doc, span.start, span.end] = key
    kinds = {key: _kind(group) for key, group in groups.items()}
    descriptions = Descriptions(story, named, kinds, land_sorts(groups))
    entity_of = {**descriptions.entity_of, **through_chains(story, descriptions.entity_of)}
    described = _described(story, entity_of, descriptions)
    order = {coded.annotated.document.id: number for number, coded in enumerate(story.documents)}
    entities = [_entity(key, group, described.pop(key, ()), order, known or {}) for key, group in groups.items()]
    entities += [_nameless(key, "person", spans, order) for key, spans in described.items()]
    entities += [_nameless(other.id, other.kind, other.spans, order) for other in unnamed(story, entity_of)]
    entities = _with_owners(entities, entity_of)
    entities.sort(key=lambda entity: (-len({(span.doc, span.end) for span in entity.mentions}), entity.id))
    return ResolvedStory(story, tuple(entities), entity_of, judgements)


_OWNED_NAME = re.compile(r"(?P<owner>[^'’]+)(?P<rest>['’]s? .+)")


def _with_owners(entities: Sequence[Entity], entity_of: Mapping[Key, str]) -> list[Entity]:
    """Return the entities, those named after a person with that person's name in full: "Ann Lee's campaign"."""
    people = {entity.id: entity.name for entity in entities if entity.kind == "person"}
    return [_with_owner(entity, people, entity_of) for entity in entities]


def _with_owner(entity: Entity, people: Mapping[str, str], entity_of: Mapping[Key, str]) -> Entity:
    named = _OWNED_NAME.fullmatch(entity.name)
    place = next((span for span in entity.mentions if span.text == entity.name), None) if named else None
    if named is None or place is None:
        return entity
    owner = named["owner"]
    full = people.get(entity_of.get((place.doc, place.start, place.start + len(owner)), ""), "")
    return replace(entity, name=full + named["rest"]) if full.endswith(f" {owner}") else entity


def _described(story: Story, entity_of: Mapping[Key, str], descriptions: Descriptions) -> dict[str, list[Span]]:
    """Return the descriptions of each entity; pronouns are resolved too, but name nobody."""
    described = {key: list(spans) for key, spans in sorted(descriptions.described.items())}
    for coded in story.documents:
        for mention in coded.annotated.mentions:
            key = (mention.span.doc, mention.span.start, mention.span.end)
            if mention.form == "nominal" and key in entity_of and key not in descriptions.entity_of:
                described.setdefault(entity_of[key], []).append(mention.span)
    return described


def _nameless(key: str, kind: MentionKind, spans: Sequence[Span], order: Mapping[str, int]) -> Entity:
    """Make the entity of somebody whom articles only describe."""
    mentions = tuple(sorted(set(spans), key=lambda span: (order[span.doc], span.start, span.end)))
    return Entity(key, " ".join(mentions[0].text.split()), kind, None, mentions)


def _entity(
    key: str, group: Sequence[Item], described: Iterable[Span], order: dict[str, int], known: Mapping[str, str]
) -> Entity:
    found = _occurrences(group)
    spans = {*(span for occurrence in found for span in _forms(occurrence)), *described}
    mentions = sorted(spans, key=lambda span: (order[span.doc], span.start, span.end))
    codes = [item.known.code for item in group if item.known and item.known.code]
    ids = {known[item.id] for item in group if item.id in known}
    return Entity(
        key, _name(group), _kind(group), min(codes, default=None), tuple(mentions), min(ids) if len(ids) == 1 else None
    )


def _forms(occurrence: Occurrence) -> Iterator[Span]:
    """Yield what names somebody here: "former Governor Ann Lee", and the bare name that stands in that."""
    yield occurrence.shown
    if occurrence.mention.form == "name":
        yield occurrence.mention.span


def _occurrences(group: Iterable[Item]) -> list[Occurrence]:
    return [occurrence for item in group for occurrence in item.occurrences]


def _fullest(group: Sequence[Item]) -> Item:
    return max(group, key=lambda item: (_length(item), len(item.occurrences), item.words))


def _length(item: Item) -> tuple[bool, int, bool, int]:
    """Rank a name by its words, then letters; an adjective names a state only where nothing else does.

    People of a party or belief are called so, not by its adjective: "Democrats", not "Democratic".
    """
    words = split_suffix(item.words)[0]
    people = item.kind == "group" and words[-1].endswith("s")
    return item.words not in adjectives(), len(words), people, sum(map(len, words))


def _name(group: Sequence[Item]) -> str:
    """Return the name that the story knows them by as it is mostly written.

    Capitals, a possessive ("Lee's campaign") and missing accents only where it cannot be helped; and a description
    ("moderate Harbour senators") only where there is no name.
    """
    named = [item for item in group if any(_is_name(occurrence.mention) for occurrence in item.occurrences)]
    written = Counter(occurrence.mention.span.text for occurrence in _best_known(named or group).occurrences)
    best = min(written, key=lambda text: (text.isupper(), _owned(text), _plain(text), -written[text], text))
    return " ".join(best.split())


def _is_name(mention: Mention) -> bool:
    """Tell whether the words name: "Harbour officials" may, "moderate Harbour senators" do not."""
    return mention.form == "name" or mention.span.text[0].isupper()


def _owned(text: str) -> bool:
    return "'s " in text or "’s " in text


def _plain(text: str) -> bool:
    """Whether all letters are of the plain alphabet: outlets leave accents out."""
    return all(character.isascii() for character in text if character.isalpha())


def _best_known(group: Sequence[Item]) -> Item:
    """Return the item whose name is shown: the fullest, or a clearly more used one of a person's or of as many words.

    "Liz Cheney" of seven mentions outweighs one "Elizabeth Cheney". A person's is shown as most articles write it.
    """
    fullest = _fullest(group)
    if _kind(group) != "person":
        alike = [item for item in group if _length(item)[:2] == _length(fullest)[:2]]
        return _more_used(alike, fullest)
    full = [item for item in group if min(len(split_suffix(i.words)[0]) for i in (item, fullest)) > 1]
    spelled = [item for item in full if _spelled_out(item) == _spelled_out(fullest)]
    return _more_used(full, max(spelled, key=_usual, default=fullest))


def _spelled_out(item: Item) -> list[str]:
    return [word for word in split_suffix(item.words)[0] if len(word) > 1]


def _more_used(items: Iterable[Item], fullest: Item) -> Item:
    used = max(items, key=lambda item: (len(item.occurrences), item.words), default=fullest)
    return used if len(used.occurrences) >= _BETTER_KNOWN * len(fullest.occurrences) else fullest


_BETTER_KNOWN = 3  # times as often; less tells no more than an outlet's style ("Dave" twice, "David" once)


def _usual(item: Item) -> tuple[int, int, int, Words]:
    """Rank the forms of a name by the articles that write them, then plain ones before "John Q. Lee Jr.", then by uses.

    Initials and suffixes are the style of some outlets.
    """
    words, suffix = split_suffix(item.words)
    extras = sum(len(word) == 1 for word in words) + bool(suffix)
    articles = len({occurrence.mention.span.doc for occurrence in item.occurrences})
    return articles, -extras, len(item.occurrences), item.words


def _kind(group: Sequence[Item]) -> MentionKind:
    votes: Counter[MentionKind] = Counter()
    for item in group:
        votes[item.kind] += len(item.occurrences)
    return min(votes, key=lambda kind: (-votes[kind], kind))
