"""Scores of the shipped reader on gold files: one JSON object, without the training extra."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from crossread.annotate.reader.reader import Reader, Reading
from crossread.annotate.reader.syntax_reader import Text
from crossread.learn.reader import gum
from crossread.learn.reader.columns import treebank
from crossread.learn.reader.conllu import UdDocument, read_documents
from crossread.learn.reader.coref_score import CoreferenceScore
from crossread.learn.reader.gold_text import GoldText, gold_text
from crossread.learn.reader.name_score import NameScore, comparable, read_tagged
from crossread.learn.reader.named_or_definite import NamedOrDefinite
from crossread.learn.reader.raw_score import Places, RawScore, ScoredWord, Side
from crossread.report.contractions import written_tokens


def evaluate(reader: Reader, conllu: Sequence[Path], iob2: Sequence[Path]) -> dict[str, Any]:
    """Every score that the files allow.

    From ``conllu`` come ``raw``, ``gold_tokens`` (sentences given, too) and, where entities are marked as GUM does,
    ``coref``; from ``iob2`` come ``names``.
    """
    scores: dict[str, Any] = {}
    documents = [document for path in conllu for document in read_documents(path)]
    if documents:
        scores |= _tree_scores(reader, documents)
    if iob2:
        scores["names"] = _name_scores(reader, iob2)
    return scores


def _tree_scores(reader: Reader, documents: Sequence[UdDocument]) -> dict[str, Any]:
    raw, given, unpunctuated = RawScore(), RawScore(), RawScore()
    coreference = CoreferenceScore()
    for document in documents:
        gold = gold_text(document)
        raw.add(gold.side, _side(reader.read(gold.text), gold.text))
        reading = read_gold_words(reader, document, gold)
        side = _side(reading, gold.text, gold)
        given.add(gold.side, side)
        unpunctuated.add(gold.side, side, skipped="PUNCT")
        _score_chains(coreference, document, reading)
    without = unpunctuated.as_dict()
    scores: dict[str, Any] = {
        "raw": raw.as_dict(),
        "gold_tokens": {**given.as_dict(), "uas": without["uas"], "las": without["las"]},
    }
    if coreference.muc.gold:
        scores["coref"] = {name: round(value, 4) for name, value in coreference.as_dict().items()}
    return scores


def read_gold_words(reader: Reader, document: UdDocument, gold: GoldText) -> Reading:
    """Read a document whose words and sentences are given."""
    columns = treebank(document, document.id)
    text = Text(columns.words, columns.space_before, columns.paragraphs, columns.sentences)
    return reader.read_words(text, gold.words)


def _side(reading: Reading, text: str, gold: GoldText | None = None) -> Side:
    """A reading as the scores compare it; tokens are the gold ones where those were given."""
    places = Places(text)
    words = [places.of(*word) for word in zip(reading.starts, reading.ends, strict=True)]
    scored = [
        ScoredWord(
            words[index],
            reading.pos[index],
            reading.lemmas[index],
            words[head] if head != index else None,
            reading.relations[index],
        )
        for index, head in enumerate(reading.heads)
    ]
    bounds = [*reading.sentences, len(words)]
    sentences = [(words[first][0], words[end - 1][1]) for first, end in pairwise(bounds)]
    if gold is not None:
        return Side(gold.side.tokens, gold.side.sentences, scored)
    groups = written_tokens(reading.words, reading.starts, reading.ends, reading.pos)
    tokens = [places.of(reading.starts[first], reading.ends[end - 1]) for first, end in groups]
    return Side(tokens, sentences, scored)


def _score_chains(score: CoreferenceScore, document: UdDocument, reading: Reading) -> None:
    """Compare the chains of named, definite and pronominal mentions by their words."""
    counts = NamedOrDefinite(document)
    gold: dict[str, set[tuple[int, int]]] = {}
    for mention in gum.mentions(document):
        if counts.holds(mention.start, mention.end):
            gold.setdefault(mention.chain, set()).add((mention.start, mention.end))
    found = [
        frozenset(
            (mention.start, mention.end)
            for mention in (reading.mentions[index] for index in chain)
            if counts.holds(mention.start, mention.end)
        )
        for chain in reading.chains
    ]
    if gold:
        score.add([frozenset(chain) for chain in gold.values()], found)


def _name_scores(reader: Reader, paths: Sequence[Path]) -> dict[str, Any]:
    documents = [document for path in paths for document in read_tagged(path)]
    kinds = {kind for document in documents for *_, kind in document.names}
    score = NameScore()
    for document in documents:
        unknown = [None] * len(document.words)
        ranges = [(index, index + 1) for index in range(len(document.words))]
        reading = reader.read_words(Text(document.words, unknown, [], document.sentences), ranges)
        found = [(name.start, name.end, name.kind) for name in reading.names]
        score.add(document.names, comparable(kinds, found))
    return score.as_dict()
