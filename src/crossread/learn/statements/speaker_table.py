"""The project's own keys of who speaks in articles of PolNeAR's training part, beside its attributions.

A language model read them and named the speakers; the table has names and places, no words of the articles, and "-"
where nobody is said to speak: a title, a nickname, a term set off.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, Literal

from crossread.learn.statements.polnear import GoldArticle, read_polnear
from crossread.resources import read_table

TABLE: Final = "keys/polnear_speakers.tsv"

Part = Literal["teach", "weigh", "measure"]
"""What an article is for: to teach networks, to choose weights, or only to measure."""


def named_articles(polnear: Path, part: Part) -> Iterator[tuple[GoldArticle, Mapping[int, str]]]:
    """Yield the articles of a part with the name of who speaks, by the first character between the marks.

    Raises ReadError if the file cannot be read.
    """
    speakers = _speakers(part)
    return (
        (article, speakers[article.document.source])
        for article in read_polnear(polnear)
        if article.document.source in speakers
    )


def other_articles(polnear: Path) -> Iterator[GoldArticle]:
    """Yield the articles that the table has no names for.

    Raises ReadError if the file cannot be read.
    """
    named = {row["article"] for row in read_table(TABLE)}
    return (article for article in read_polnear(polnear) if article.document.source not in named)


def _speakers(part: Part) -> dict[str, dict[int, str]]:
    found: defaultdict[str, dict[int, str]] = defaultdict(dict)
    for row in read_table(TABLE):
        if row["part"] == part:
            found[row["article"]][int(row["start"])] = row["speaker"]
    return dict(found)
