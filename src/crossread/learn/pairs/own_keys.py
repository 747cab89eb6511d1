"""The project's own keys of what articles of PolNeAR, of English Worldwide Newswire, of ECB+ and of BASIL tell.

A language model read their training parts (of BASIL, the stories of the training keys, without those keys), and wrote
each fact down in other words than theirs, with the sentences that state it. Articles of ECB+ and BASIL are read three
by three, so that their keys link sentences, too; others by themselves. The tables have no words of the articles.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from crossread.annotate.sentences import find_sentences
from crossread.learn.pairs.gold import GoldStory, Place, Proposition
from crossread.learn.pairs.tokenised import read_ecbplus, read_worldwide
from crossread.learn.statements.polnear import read_polnear
from crossread.records import Document
from crossread.resources import read_table

POLNEAR_TABLE: Final = "keys/polnear_facts.tsv"
WORLDWIDE_TABLE: Final = "keys/worldwide_facts.tsv"
ECBPLUS_TABLE: Final = "keys/ecbplus_facts.tsv"
BASIL_TABLE: Final = "keys/basil_facts.tsv"


def own_keys(polnear: Path, worldwide: Path, ecbplus: Path) -> Iterator[GoldStory]:
    """Yield the stories that the project has keys of its own for.

    Args:
        polnear: that data set's training part, as JSON Lines.
        worldwide: that data set's training part, a folder of tagged words.
        ecbplus: that data set's folder, one folder a topic in it.

    Raises ReadError if an article cannot be read.
    """
    yield from _of_polnear(polnear)
    yield from _of_worldwide(worldwide)
    yield from _of_ecbplus(ecbplus)


def read_again(stories: Sequence[GoldStory]) -> list[GoldStory]:
    """Return the stories of BASIL, each with what further readers found told in it."""
    found: defaultdict[str, defaultdict[str, list[Proposition]]] = defaultdict(lambda: defaultdict(list))
    for row in read_table(BASIL_TABLE):
        places = frozenset((outlet, n) for outlet, cited in _cited(row["sentences"]).items() for n in cited)
        found[row["story"]][row["reader"]].append(Proposition(row["fact"], places))
    return [replace(story, further=tuple(tuple(told) for told in found[story.id].values())) for story in stories]


def _of_polnear(path: Path) -> Iterator[GoldStory]:
    facts = _by_story(POLNEAR_TABLE, "article")
    documents = (article.document for article in read_polnear(path))
    return (_single(document, facts[document.source]) for document in documents if document.source in facts)


def _of_worldwide(folder: Path) -> Iterator[GoldStory]:
    for name, facts in _by_story(WORLDWIDE_TABLE, "article").items():
        yield _single(read_worldwide(folder, name), facts)


def _single(document: Document, facts: Sequence[tuple[str, str]]) -> GoldStory:
    """Return an article as a story, where each fact comes with the first characters of the sentences that state it."""
    sentences = find_sentences(document.text)
    begins = [start for start, _ in sentences]
    told = []
    for words, starts in facts:
        numbers = [bisect_right(begins, int(start)) - 1 for start in starts.split()]
        told.append(Proposition(words, frozenset((document.outlet, number) for number in numbers)))
    return GoldStory(document.source, (document,), {document.outlet: sentences}, tuple(told))


def _of_ecbplus(folder: Path) -> Iterator[GoldStory]:
    for story, facts in _by_story(ECBPLUS_TABLE, "story").items():
        cited = [(words, _cited(sentences)) for words, sentences in facts]
        articles = {name: read_ecbplus(folder, name) for name in sorted({name for _, c in cited for name in c})}
        order = {name: sorted(article.sentences) for name, article in articles.items()}
        yield GoldStory(
            story,
            tuple(article.document for article in articles.values()),
            {name: tuple(article.sentences[n] for n in order[name]) for name, article in articles.items()},
            tuple(Proposition(words, _places(numbers, order)) for words, numbers in cited),
        )


def _cited(sentences: str) -> dict[str, list[int]]:
    """Return the sentences' numbers by article of a cell such as `3_9ecb:0,4 3_10ecb:7`."""
    parts = [part.partition(":") for part in sentences.split()]
    return {name: [int(number) for number in numbers.split(",")] for name, _, numbers in parts}


def _places(cited: Mapping[str, list[int]], order: Mapping[str, list[int]]) -> frozenset[Place]:
    return frozenset((name, order[name].index(number)) for name, numbers in cited.items() for number in numbers)


def _by_story(table: str, column: str) -> dict[str, list[tuple[str, str]]]:
    """Return each story's facts and the cells that say where they are stated."""
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in read_table(table):
        found[row[column]].append((row["fact"], row["sentences"]))
    return dict(found)
