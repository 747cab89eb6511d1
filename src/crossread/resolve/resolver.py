"""Who is who: keys, candidate pairs, judgements, clusters over the names of a story."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crossread.linking import candidate_pairs, cluster
from crossread.records import Judgement, ResolvedStory, Story, Verdict
from crossread.resolve.bodies import acronym, same_body
from crossread.resolve.entities import Entities
from crossread.resolve.item import Item, items_of, kinds
from crossread.resolve.occurrence import Occurrence, occurrences
from crossread.resolve.people import same_person
from crossread.resolve.surnames import Readings

_SURNAME = 0.8
_NAME = "names/1"


@dataclass(frozen=True, slots=True)
class NameResolver:
    """Resolves by names; `judgements` of people, on ids of entities, outrank its own."""

    judgements: tuple[Judgement, ...] = ()

    @property
    def name(self) -> str:
        return _NAME

    def resolve(self, story: Story) -> ResolvedStory:
        found = occurrences(story)
        full, lone = _items(found)
        judged = _judge(full)
        by_id = {item.id: item for item in full}
        groups = [[by_id[key] for key in group] for group in cluster(by_id, (*judged, *self.judgements))]
        people = Readings([[item for item in group if item.kind == "person"] for group in groups])
        singles = _read_lone(lone, people)
        judged += [Judgement(item.id, item.of, Verdict.SAME, _SURNAME, _NAME) for item in singles if item.of]
        items = {item.id: item for item in (*full, *singles)}
        judgements = (*sorted(judged), *self.judgements)
        clusters = [[items[key] for key in group] for group in cluster(items, judgements)]
        return Entities(story, clusters).resolved(judgements)


def _items(found: Sequence[Occurrence]) -> tuple[list[Item], list[Occurrence]]:
    """Return the items that stand for themselves, and the occurrences of lone names of people."""
    kind = kinds(found)
    surnames = {o.words[-1] for o in found if len(o.words) > 1 and kind[o.words] == "person"}
    own: defaultdict[tuple[str, ...], list[Occurrence]] = defaultdict(list)
    lone = []
    for occurrence in found:
        words = occurrence.words
        person = kind[words] == "person" or bool(occurrence.mention.title)
        if len(words) == 1 and (person or (words[0] in surnames and kind[words] in {"other", "org", "product"})):
            lone.append(occurrence)
        else:
            own[words].append(occurrence)
    return [items_of(kind[words], words, own[words]) for words in sorted(own)], lone


def _judge(items: Iterable[Item]) -> list[Judgement]:
    by_id = {item.id: item for item in items}
    keys = {item.id: _keys(item) for item in by_id.values()}
    judged = []
    for a, b in candidate_pairs(keys):
        left, right = by_id[a], by_id[b]
        people = left.kind == "person", right.kind == "person"
        if people[0] != people[1]:
            continue
        opinion = same_person(left.words, right.words) if people[0] else same_body(left.words, right.words)
        if opinion:
            judged.append(Judgement(a, b, opinion[0], opinion[1], _NAME))
    return judged


def _keys(item: Item) -> list[str]:
    if item.kind == "person":
        return [item.words[0], item.words[-1]]
    return [*item.words, acronym(item.words)]


def _read_lone(lone: Iterable[Occurrence], people: Readings) -> list[Item]:
    groups: defaultdict[tuple[tuple[str, ...], str], list[Occurrence]] = defaultdict(list)
    for occurrence in lone:
        item = people.read(occurrence)
        groups[occurrence.words, item.id if item else ""].append(occurrence)
    return [items_of("person", words, groups[words, of], *([of] if of else [])) for words, of in sorted(groups)]
