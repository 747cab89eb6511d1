"""Who is who: keys, candidate pairs, judgements, clusters over the names of a story."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from crossread.linking import cluster
from crossread.records import Judgement, KnownName, MentionKind, ResolvedStory, Story, Verdict
from crossread.resolve.entities import resolved
from crossread.resolve.gazetteer import Known
from crossread.resolve.item import Item, full_item, lone_item
from crossread.resolve.judging import MADE_BY, judge_brackets, judge_names
from crossread.resolve.known import KnownNames
from crossread.resolve.names import Words, split_suffix
from crossread.resolve.occurrence import Occurrence, occurrences
from crossread.resolve.surnames import People


@dataclass(frozen=True, slots=True)
class NameResolver:
    """Resolves by names, with what a table of the user's `known` of them.

    `judgements` of people, on ids of entities, outrank its own.
    """

    judgements: tuple[Judgement, ...] = ()
    known: KnownNames = field(default_factory=KnownNames)

    @property
    def name(self) -> str:
        """The resolver with its version, and the table of names that it knows, if it was given one."""
        return f"{MADE_BY}+{self.known.digest}" if self.known.digest else MADE_BY

    def knowing(self, known: Sequence[KnownName]) -> "NameResolver":
        """Return the resolver with a table of names, in place of the one that it has."""
        return replace(self, known=KnownNames(tuple(known)))

    def judged(self, judgements: Sequence[Judgement]) -> "NameResolver":
        """Return the resolver with these judgements besides its own."""
        return replace(self, judgements=(*self.judgements, *judgements))

    def resolve(self, story: Story) -> ResolvedStory:
        full, lone = _items(occurrences(story))
        judged = [*judge_names(full), *judge_brackets(story, full), *self.known.judge(full)]
        known = ([item for item in group if item.person] for group in self._clusters(full, judged))
        people = People(known, lone)
        singles, readings = _read(lone, people)
        items = (*full, *singles)
        judged += [*readings, *self.known.judge(items)]
        judgements = (*sorted(set(judged)), *self.judgements)
        return resolved(story, self._clusters(items, judged), judgements, self.known.ids(items))

    def _clusters(self, items: Iterable[Item], judged: Iterable[Judgement]) -> list[list[Item]]:
        by_id = {item.id: item for item in items}
        return [[by_id[key] for key in group] for group in cluster(by_id, (*judged, *self.judgements))]


def _items(found: Sequence[Occurrence]) -> tuple[list[Item], list[Occurrence]]:
    """Return the names that stand for themselves, and the occurrences of lone names of people."""
    kinds = _kinds(found)
    people = {
        occurrence.words for occurrence in found if len(occurrence.words) > 1 and kinds[occurrence.words] == "person"
    }
    surnames = {split_suffix(words)[0][-1] for words in people}
    surnames |= {o.words[0] for o in found if o.mention.title and len(o.words) == 1}
    near = {(o.document, split_suffix(o.words)[0][-1]) for o in found if o.words in people}
    own: defaultdict[tuple[Words, Known | None], list[Occurrence]] = defaultdict(list)
    lone = []
    for occurrence in found:
        if _is_lone(occurrence, kinds[occurrence.words], surnames, near):
            lone.append(occurrence)
        else:
            own[occurrence.words, occurrence.known].append(occurrence)
    ordered = sorted(own, key=lambda key: (key[0], str(key[1])))
    return [full_item(_kind(kinds[words], known), words, known, own[words, known]) for words, known in ordered], lone


def _is_lone(occurrence: Occurrence, kind: MentionKind, surnames: set[str], near: set[tuple[int, str]]) -> bool:
    """Tell whether it is a lone surname or given name; annotators take unknown ones for all sorts of things."""
    name, suffix = split_suffix(occurrence.words)
    if len(name) > 1:
        return False
    word = name[0]
    here = (occurrence.document, word) in near
    if occurrence.mention.title or suffix or (here and occurrence.mention.kind == "person"):
        return True
    if occurrence.known:
        return False
    return kind == "person" or here or (word in surnames and kind in ("other", "org", "product"))


def _kinds(found: Iterable[Occurrence]) -> dict[Words, MentionKind]:
    """Return the kind that most occurrences of each name were given; a title makes a person."""
    votes: defaultdict[Words, Counter[MentionKind]] = defaultdict(Counter)
    for occurrence in found:
        votes[occurrence.words]["person" if occurrence.mention.title else occurrence.mention.kind] += 1
    return {words: min(counts, key=lambda kind: (-counts[kind], kind)) for words, counts in votes.items()}


def _kind(voted: MentionKind, known: Known | None) -> MentionKind:
    return known.kind if known and known.kind != "other" else voted


def _read(lone: Iterable[Occurrence], people: People) -> tuple[list[Item], list[Judgement]]:
    """Return an item for each lone name in each sense, and the judgements that tie them to full names."""
    groups: defaultdict[tuple[Words, str, str], list[Occurrence]] = defaultdict(list)
    sure: dict[tuple[Words, str, str], float] = {}
    for occurrence in lone:
        reading = people.read(occurrence)
        key = (occurrence.words, reading.item.id if reading else "", "" if reading else occurrence.gender or "")
        groups[key].append(occurrence)
        sure[key] = max(sure.get(key, 0.0), reading.confidence if reading else 0.0)
    items = {key: lone_item(key[0], key[1] or None, key[2] or None, groups[key]) for key in sorted(groups)}
    judged = [
        Judgement(min(item.id, item.of), max(item.id, item.of), Verdict.SAME, sure[key], MADE_BY)
        for key, item in items.items()
        if item.of
    ]
    return list(items.values()), [*judged, *_unread(items)]


def _unread(items: Mapping[tuple[Words, str, str], Item]) -> list[Judgement]:
    """Judge a lone name of untold gender to be the only one of that name whose titles tell it."""
    judged = []
    for (words, of, gender), item in items.items():
        if not of and not gender:
            others = [items[words, "", g] for g in ("f", "m") if (words, "", g) in items]
            if len(others) == 1:
                pair = sorted((item.id, others[0].id))
                judged.append(Judgement(pair[0], pair[1], Verdict.SAME, _SAME_LONE, MADE_BY))
    return judged


_SAME_LONE = 0.8
