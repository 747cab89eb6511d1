"""Which article repeats which."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Literal

from crossread.group.passages import Passage, Shingles, passages, shingles
from crossread.group.wording import Wording, wording
from crossread.linking import fold
from crossread.records import CodedDocument, Copy, Document

COPY_SHARE = 0.45  # of all words: three words in ten edited break about half of the runs
COPY_OWN_SHARE = 0.35  # of the words outside quotation marks: reports of one speech share its words, not their own
LIFTED_WORDS = 25  # unquoted words of one passage
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
    bearers: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    shared: Counter[tuple[int, int]] = Counter()
    for number in sorted(range(len(known)), key=lambda n: rank[n]):
        for shingle in known[number]:
            others = bearers[shingle]
            shared.update((other, number) for other in others)
            if len(others) < _MOST_BEARERS:
                others.append(number)
    return sorted(pair for pair, count in shared.items() if count >= _FEWEST_SHARED)


def _judge(later: Wording, first: Wording, known: Shingles) -> Copy | None:
    found = passages(later, first, known)
    share = _share(sum(passage.shared for passage in found), len(later.words))
    own = sum(passage.own for passage in found)
    own_share = _share(own, own + later.own - sum(passage.told for passage in found))
    lifted = [passage for passage in found if passage.own >= LIFTED_WORDS]
    same = fold(later.source.annotated.document.outlet) == fold(first.source.annotated.document.outlet)
    if share >= COPY_SHARE and own_share >= COPY_OWN_SHARE:
        return _copy(later, first, share, "revision" if same else "copy", found)
    return _copy(later, first, share, "lifted", lifted) if lifted and not same else None


def _copy(
    later: Wording, first: Wording, share: float, kind: Literal["copy", "revision", "lifted"], told: Sequence[Passage]
) -> Copy:
    pairs = tuple((later.span(p.left, p.left_end - 1), first.span(p.right, p.right_end - 1)) for p in told)
    return Copy(later.id, first.id, share, kind, pairs)


def _share(part: int, whole: int) -> float:
    return round(min(1.0, part / whole), 3) if whole else 0.0


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
