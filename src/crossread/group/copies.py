"""Which article repeats which."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from crossread.group.passages import Shingles, Words, shingles
from crossread.group.verdict import verdict
from crossread.group.wording import Wording, wording
from crossread.linking import fold
from crossread.records import CodedDocument, Copy, Document, Repeat

_FEWEST_SHARED = 4  # shingles: below that there can be no passage worth telling
_MOST_BEARERS = 12  # articles that are looked up for one shingle: the lineage needs the first, not all


def find_copies(documents: Sequence[CodedDocument]) -> tuple[Copy, ...]:
    """Return the copies among the documents, by document as given."""
    wordings = [wording(document) for document in documents]
    known = [shingles(one.words) for one in wordings]
    rank = _ranks([document.annotated.document for document in documents])
    found = []
    for a, b in _candidates(known, rank):
        later, first = (a, b) if rank[a] > rank[b] else (b, a)
        copy = _judge(wordings[later], wordings[first], known[first])
        if copy:
            found.append((later, -copy.share, rank[first], copy))
    return _best(copy for *_, copy in sorted(found, key=lambda entry: entry[:3]))


def copy_of(repeat: Repeat, later: CodedDocument, first: CodedDocument) -> Copy:
    """Return what grouping found of two articles, with the words of both; `later` repeats `first`."""
    left, right = wording(later), wording(first)
    passages = tuple((left.span(a, b - 1), right.span(c, d - 1)) for a, b, c, d in repeat.passages)
    return Copy(repeat.doc, repeat.of, repeat.share, repeat.kind, passages)


def _ranks(documents: Sequence[Document]) -> list[int]:
    """Return each document's place by publication, then as given; where one has no date, as given."""
    moments = [_moment(document.published) for document in documents]
    order = sorted(range(len(documents)), key=lambda n: ("" if None in moments else moments[n] or "", n))
    places = {number: place for place, number in enumerate(order)}
    return [places[number] for number in range(len(documents))]


def _moment(published: str | None) -> str | None:
    """Return the time of publication in UTC, as text that sorts; a day alone is its start, a month is unknown."""
    if published is None:
        return None
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return None
    return (moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)).isoformat()


def _candidates(known: Sequence[Shingles], rank: Sequence[int]) -> list[tuple[int, int]]:
    bearers: defaultdict[Words, list[int]] = defaultdict(list)
    shared: Counter[tuple[int, int]] = Counter()
    for number in sorted(range(len(known)), key=lambda n: rank[n]):
        for shingle in known[number]:
            others = bearers[shingle]
            shared.update((other, number) for other in others)
            if len(others) < _MOST_BEARERS:
                others.append(number)
    return sorted(pair for pair, count in shared.items() if count >= _FEWEST_SHARED)


def _judge(later: Wording, first: Wording, known: Shingles) -> Copy | None:
    same = fold(later.source.annotated.document.outlet) == fold(first.source.annotated.document.outlet)
    found = verdict(later, first, known, same)
    if found is None:
        return None
    pairs = tuple((later.span(p.left, p.left_end - 1), first.span(p.right, p.right_end - 1)) for p in found.passages)
    return Copy(later.id, first.id, found.share, found.kind, pairs)


def _best(found: Iterable[Copy]) -> tuple[Copy, ...]:
    """Keep one whole copy a document, the first given for it, and what was lifted besides more than that."""
    kept = []
    whole: set[str] = set()
    for copy in found:
        if copy.doc not in whole:
            kept.append(copy)
        if copy.kind != "lifted":
            whole.add(copy.doc)
    return tuple(kept)
