"""Which articles of a stream repeat which, verified word by word on their profiles."""

from collections.abc import Iterable, Mapping, Sequence

from crossread.group.live import Article
from crossread.group.passages import Shingles, shingles
from crossread.group.verdict import verdict
from crossread.records import Repeat


def find_repeats(
    articles: Iterable[Article], proposals: Mapping[int, Sequence[int]], known: Mapping[int, Article]
) -> dict[int, tuple[Repeat, ...]]:
    """Return what each article repeats of those proposed; one whole copy at most, and passages lifted besides.

    Args:
        articles: those of the day.
        proposals: numbers of earlier articles, for each by its number.
        known: the articles that may be proposed, by number.
    """
    cut: dict[int, Shingles] = {}
    found = {}
    for article in articles:
        repeats = []
        for number in proposals.get(article.number, ()):
            if number not in known:
                continue
            first = known[number]
            if number not in cut:
                cut[number] = shingles(first.wording.words)
            repeat = _repeat(article, first, cut[number])
            if repeat:
                repeats.append((-repeat.share, number, repeat))
        if repeats:
            found[article.number] = tuple(_best(repeat for *_, repeat in sorted(repeats, key=lambda r: r[:2])))
    return found


def _repeat(later: Article, first: Article, known: Shingles) -> Repeat | None:
    found = verdict(later.wording, first.wording, known, later.wording.outlet == first.wording.outlet)
    if found is None:
        return None
    passages = tuple((p.left, p.left_end, p.right, p.right_end) for p in found.passages)
    return Repeat(later.id, first.id, found.share, found.kind, passages)


def _best(repeats: Iterable[Repeat]) -> Iterable[Repeat]:
    whole = False
    for repeat in repeats:
        if not whole:
            yield repeat
        whole = whole or repeat.kind != "lifted"
