"""Before in one account, after in the other."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from crossread.compare.discrepancies.candidate import Candidate, Fragment
from crossread.compare.discrepancies.scene import Scene
from crossread.compare.passages import Passage
from crossread.records import Span
from crossread.resources import read_table

_SHOWN: Final = 9  # words from the marker on
_NEAR: Final = 8  # words on each side of a marker that say what comes before what


def find_order(scene: Scene) -> Iterator[Candidate]:
    """Yield sentences about the same things of which one says before and the other after."""
    markers = {passage.place: _markers(passage) for passage in scene.passages.all()}
    for pair in scene.pairs:
        for start_a, order_a in markers[pair.a.place]:
            for start_b, order_b in markers[pair.b.place]:
                if order_a != order_b:
                    near_a, near_b = _near(pair.a, start_a), _near(pair.b, start_b)
                    shared = len(near_a & near_b)
                    yield Candidate(
                        finder="order",
                        kind="order",
                        severity="difference",
                        about="what came first",
                        a=Fragment(pair.a, (_shown(pair.a, start_a),)),
                        b=Fragment(pair.b, (_shown(pair.b, start_b),)),
                        strength=pair.confidence,
                        features={"shared": min(shared, 4) / 4},
                    )


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted((row["marker"] for row in read_table("lexicons/en/order_markers.tsv")), key=len, reverse=True)
    return re.compile(r"\b(" + "|".join(re.escape(word) for word in words) + r")\b", re.IGNORECASE)


@cache
def _orders() -> dict[str, str]:
    return {row["marker"]: row["order"] for row in read_table("lexicons/en/order_markers.tsv")}


def _markers(passage: Passage) -> list[tuple[int, str]]:
    """Return the places of the markers, outside quotations, and which order each tells."""
    text = passage.coded.annotated.document.text
    found = _pattern().finditer(text, passage.span.start, passage.span.end)
    return [
        (m.start(), _orders()[m.group().lower()])
        for m in found
        if not any(q.direct and q.span.start <= m.start() < q.span.end for q in passage.quotes)
    ]


def _near(passage: Passage, start: int) -> frozenset[str]:
    place = next((n for n, word in enumerate(passage.words) if word.start >= start), 0)
    words = passage.words[max(place - _NEAR, 0) : place + _NEAR]
    return frozenset(word.key for word in words if not word.grammar)


def _shown(passage: Passage, start: int) -> Span:
    words = [word for word in passage.words if word.start >= start][:_SHOWN]
    return passage.cut(words[0].start, words[-1].end)
