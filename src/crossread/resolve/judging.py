"""Which names are one: the pairs of items that share a key, judged."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from crossread.linking import candidate_pairs
from crossread.records import Judgement, Story, Verdict
from crossread.resolve.bodies import SHORTENED, acronym, counting_words, same_body
from crossread.resolve.item import Item
from crossread.resolve.names import split_suffix
from crossread.resolve.people import Opinion, consonants, same_person

MADE_BY = "names/1"
_BRACKETS = 0.96


def judge_names(items: Iterable[Item]) -> list[Judgement]:
    """Return a judgement on each pair of names about which the names themselves say something."""
    by_id = {item.id: item for item in items}
    judged = []
    for a, b in candidate_pairs({item.id: _keys(item) for item in by_id.values()}):
        opinion = _opinion(by_id[a], by_id[b])
        if opinion:
            judged.append(Judgement(a, b, opinion[0], opinion[1], MADE_BY))
    return _unambiguous(judged, by_id)


def judge_brackets(story: Story, items: Iterable[Item]) -> list[Judgement]:
    """Judge a name and the short form that follows it in brackets to be one."""
    at = {(o.document, o.mention.span.start): (o, item.id) for item in items for o in item.occurrences}
    ends = {(o.document, o.mention.span.end): key for (o, key) in at.values()}
    judged = []
    for (document, start), (occurrence, short) in at.items():
        text = story.documents[document].annotated.document.text
        opened = text[max(0, start - 2) : start] == " (" and text[occurrence.mention.span.end :][:1] == ")"
        full = ends.get((document, start - 2)) if opened else None
        if full and full != short and occurrence.mention.span.text.isupper():
            judged.append(Judgement(min(full, short), max(full, short), Verdict.SAME, _BRACKETS, MADE_BY))
    return sorted(set(judged))


def _opinion(left: Item, right: Item) -> Opinion:
    if left.person != right.person:
        return None
    if left.person:
        return same_person(left.words, right.words, two=_father_and_son(left, right))
    return same_body(left, right)


def _father_and_son(left: Item, right: Item) -> bool:
    """Tell whether an article that names both, one with "Jr.", means two people.

    A style that writes "Jr." at the first mention only leaves it out afterwards; one that tells a son from his father
    names the father first, or keeps to it.
    """
    plain, suffixed = sorted((left, right), key=lambda item: split_suffix(item.words)[1] is not None)
    for document in plain.documents & suffixed.documents:
        fathers = [o.index for o in plain.occurrences if o.document == document]
        sons = [o.index for o in suffixed.occurrences if o.document == document]
        if min(fathers) < min(sons) or len(sons) > 1:
            return True
    return False


def _keys(item: Item) -> list[str]:
    if item.person:
        words = split_suffix(item.words)[0]
        return [*words, consonants(words[-1])]
    known = [f"{item.known.sort}:{item.known.key}"] if item.known else []
    return [*known, *sorted(counting_words(item.words)), acronym(item.words), "".join(w[0] for w in item.words)]


def _unambiguous(judged: Sequence[Judgement], items: Mapping[str, Item]) -> list[Judgement]:
    """Leave out the judgements on a shortened name that could stand for several longer ones."""
    longer: defaultdict[str, set[str]] = defaultdict(set)
    same = {frozenset((j.a, j.b)) for j in judged if j.verdict is Verdict.SAME}
    for judgement in judged:
        if judgement.confidence == SHORTENED:
            short, long = sorted((judgement.a, judgement.b), key=lambda key: (len(items[key].words), key))
            longer[short].add(long)
    doubtful = {
        short
        for short, longs in longer.items()
        if any(frozenset((a, b)) not in same for a in longs for b in longs if a < b)
    }
    return [j for j in judged if j.confidence != SHORTENED or not {j.a, j.b} & doubtful]
