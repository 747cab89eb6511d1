"""The reader's speed, start-up and memory, beside spaCy's tokenizer alone and a spaCy CNN pipeline, in one run.

    python benchmarks/reader.py --training ../shared/training

Each system runs in a process of its own, on articles of news length made of the project's own test sentences (or on
text files given with ``--articles``). The CNN (tok2vec of the usual size, morphologizer, parser, names) is trained on
the reader's own treebanks and newswire when ``--training`` is given, within ``--minutes``, and kept in ``--cnn``;
without either it is left out. A short training makes it worse, hardly slower or faster.
"""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from crossread.annotate.reader import Reader
from crossread.learn.reader.columns import treebank
from crossread.learn.reader.conllu import read_documents
from crossread.learn.reader.name_score import read_tagged

SENTENCES = Path(__file__).parent.parent / "tests" / "quality" / "reader" / "sentences.tsv"
CNN = Path.home() / ".cache" / "crossread" / "benchmarks" / "cnn"
ARTICLES = 40
WORDS_AN_ARTICLE = 600
SENTENCES_A_PARAGRAPH = 2
REPEATS = 3
EXAMPLES_TO_START = 2000  # from which spaCy takes the labels
EXAMPLES_A_STEP = 48
MEGABYTE = 1024 * 1024


def articles(paths: list[Path]) -> list[str]:
    """The texts to read: files, or made of our own sentences, the same ones in every run."""
    if paths:
        return [path.read_text("utf-8") for path in paths]
    rows = [line.split("\t") for line in SENTENCES.read_text("utf-8").splitlines() if not line.startswith("#")]
    sentences = [row[1] for row in rows[1:]]
    source = random.Random(1)  # noqa: S311 - picks sentences
    return [_article(sentences, source) for _ in range(ARTICLES)]


def _article(sentences: list[str], source: random.Random) -> str:
    chosen: list[str] = []
    while sum(len(sentence.split()) for sentence in chosen) < WORDS_AN_ARTICLE:
        chosen.append(source.choice(sentences))
    paragraphs = range(0, len(chosen), SENTENCES_A_PARAGRAPH)
    return "\n\n".join(" ".join(chosen[start : start + SENTENCES_A_PARAGRAPH]) for start in paragraphs)


def load(system: str, threads: int, cnn: Path) -> Callable[[str], int]:
    """A function that reads one text and returns its number of words."""
    if system == "reader":
        reader = Reader(threads=threads)
        return lambda text: len(reader.read(text).words)
    language = spacy.load(cnn) if system == "cnn" else spacy.blank("en")
    return lambda text: len(language(text))


def measure(system: str, threads: int, cnn: Path, texts: list[str]) -> dict[str, float]:
    """Words a second (the best of several rounds), seconds to start, peak memory in megabytes."""
    began = time.perf_counter()
    read = load(system, threads, cnn)
    read(texts[0][:200])
    started = time.perf_counter() - began
    rates = []
    for _ in range(REPEATS):
        began = time.perf_counter()
        words = sum(read(text) for text in texts)
        rates.append(words / (time.perf_counter() - began))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / MEGABYTE
    return {"words_per_second": round(max(rates)), "start_seconds": round(started, 2), "peak_megabytes": round(peak)}


def in_own_process(system: str, threads: int, options: argparse.Namespace) -> dict[str, float]:
    """Measure in a fresh process, so that memory and start-up are the system's own."""
    command = [sys.executable, __file__, "--measure", system, "--threads", str(threads), "--cnn", str(options.cnn)]
    if options.articles:
        command += ["--articles", *map(str, options.articles)]
    environment = {**os.environ, "OMP_NUM_THREADS": str(threads), "OPENBLAS_NUM_THREADS": str(threads)}
    printed = subprocess.run(command, capture_output=True, check=True, text=True, env=environment).stdout
    figures: dict[str, float] = json.loads(printed)
    return figures


def train_cnn(training: Path, destination: Path, minutes: float) -> None:
    """Train the CNN pipeline for so long and keep it."""
    language = spacy.blank("en")
    for name in ("tok2vec", "morphologizer", "parser", "ner"):
        language.add_pipe(name, config=_listening(name))
    examples = list(_examples(language, training))
    random.Random(1).shuffle(examples)  # noqa: S311 - orders training data
    optimizer = language.initialize(lambda: examples[:EXAMPLES_TO_START])
    source = random.Random(1)  # noqa: S311 - orders training data
    ends = time.monotonic() + minutes * 60
    while time.monotonic() < ends:
        source.shuffle(examples)
        for start in range(0, len(examples), EXAMPLES_A_STEP):
            language.update(examples[start : start + EXAMPLES_A_STEP], sgd=optimizer, drop=0.1)
            if time.monotonic() > ends:
                break
    with language.use_params(optimizer.averages):
        language.to_disk(destination)


def _listening(name: str) -> dict[str, Any]:
    if name == "tok2vec":
        return {}
    model = {"ner": "TransitionBasedParser", "parser": "TransitionBasedParser", "morphologizer": "Tagger"}[name]
    shared = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "*"}
    if model == "Tagger":
        return {"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": shared}}
    kind = "parser" if name == "parser" else "ner"
    return {
        "model": {
            "@architectures": "spacy.TransitionBasedParser.v2",
            "state_type": kind,
            "extra_state_tokens": False,
            "hidden_width": 64,
            "maxout_pieces": 2,
            "use_upper": True,
            "nO": None,
            "tok2vec": shared,
        }
    }


def _examples(language: Language, training: Path) -> Iterator[Example]:
    for name in ("ewt", "gum"):
        for document in read_documents(training / name / "train.conllu"):
            columns = treebank(document, name)
            bounds = [*columns.sentences, len(columns.words)]
            for start, end in pairwise(bounds):
                syntax = columns.syntax
                heads = [h - start if h >= 0 else w for w, h in enumerate(syntax.heads[start:end])]
                words = columns.words[start:end]
                known = Doc(
                    language.vocab,
                    words=words,
                    pos=syntax.upos[start:end],
                    morphs=[feats if feats != "_" else "" for feats in syntax.feats[start:end]],
                    heads=heads,
                    deps=syntax.deprels[start:end],
                )
                yield Example(Doc(language.vocab, words=words), known)
    for tagged in read_tagged(training / "ner" / "worldwide" / "train"):
        entities = ["O"] * len(tagged.words)
        for start, end, kind in tagged.names:
            entities[start:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - start - 1)]
        known = Doc(language.vocab, words=tagged.words, ents=entities)
        yield Example(Doc(language.vocab, words=tagged.words), known)


def main() -> None:
    """Measure everything that is there and print one JSON object."""
    options = _options()
    texts = articles(options.articles)
    if options.measure:
        print(json.dumps(measure(options.measure, options.threads, options.cnn, texts)))
        return
    if options.training and not options.cnn.exists():
        train_cnn(options.training, options.cnn, options.minutes)
    runs = [("reader", 1), ("reader", 2), ("tokenizer", 1)]
    if options.cnn.exists():
        runs.append(("cnn", 1))
    else:
        print("no spaCy CNN: give --training to train one, or --cnn to use another", file=sys.stderr)
    figures = {f"{system}, {threads} threads": in_own_process(system, threads, options) for system, threads in runs}
    speed = {name: figure["words_per_second"] for name, figure in figures.items()}
    one = speed["reader, 1 threads"]
    ratios = {f"reader to {name}": round(one / rate, 3) for name, rate in speed.items() if name != "reader, 1 threads"}
    print(json.dumps({"articles": len(texts), "figures": figures, "ratios": ratios}, indent=1))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--training", type=Path, help="folder of the data sets, to train the CNN where there is none")
    parser.add_argument("--cnn", type=Path, default=CNN, help="folder of the CNN pipeline (default: %(default)s)")
    parser.add_argument("--minutes", type=float, default=20, help="longest training of the CNN (default: %(default)s)")
    parser.add_argument("--articles", type=Path, nargs="*", default=[], help="text files to read instead of our own")
    parser.add_argument("--measure", choices=["reader", "tokenizer", "cnn"], help=argparse.SUPPRESS)
    parser.add_argument("--threads", type=int, default=1, help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
