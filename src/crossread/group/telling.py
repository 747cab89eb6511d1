"""What is shown of a story: its label and its main actors, in the words of its articles."""

from collections import Counter
from collections.abc import Iterable
from itertools import islice
from math import sqrt
from zlib import crc32

import numpy as np

from crossread.group.label import plain_weight
from crossread.group.live import Article
from crossread.group.profiling import stems
from crossread.group.thread import Thread

ACTORS = 8
_CANDIDATES = 50  # titles that are weighed: the first; a story of more has long been told
_CHOSEN_FROM = 64  # names that are told most


def label_of(thread: Thread) -> str:
    """Return the title nearest to what all articles tell, else such a first sentence."""
    titles = _distinct(" ".join((article.title or "").split()) for article in thread.articles)
    lines = titles or _distinct(article.first_line for article in thread.articles)
    return min(lines, key=lambda line: (-_weight(line, thread), line), default="")


def actors_of(articles: Iterable[Article]) -> tuple[str, ...]:
    """Return the names that most articles tell, each as its fullest form; of "Vane" and "Ida Vane" only the latter."""
    tellers: Counter[str] = Counter()
    mentions: Counter[str] = Counter()
    for article in articles:
        tellers.update(article.names.keys())
        mentions.update(article.names)
    ranked = sorted(tellers, key=lambda name: (-tellers[name], -mentions[name], name))[:_CHOSEN_FROM]
    chosen: list[str] = []
    for name in ranked:
        fullest = next((other for other in ranked if other.endswith(f" {name}")), name)
        if fullest not in chosen:
            chosen.append(fullest)
    return tuple(chosen[:ACTORS])


def _distinct(lines: Iterable[str]) -> list[str]:
    return list(islice(dict.fromkeys(line for line in lines if line), _CANDIDATES))


def _weight(line: str, thread: Thread) -> float:
    keys = np.array(
        sorted(crc32(f"l:{stem}".encode("utf-8", "surrogatepass")) for stem in stems(line)), dtype=np.uint32
    )
    if not len(keys):
        return 0.0
    told = thread.told
    places = np.minimum(np.searchsorted(told.keys, keys), max(0, len(told.keys) - 1))
    shared = told.keys[places] == keys
    return int(told.weights[places[shared]].sum()) / sqrt(len(keys)) * plain_weight(line)
