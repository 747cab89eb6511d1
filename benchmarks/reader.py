"""The reader's speed, start-up and memory, beside spaCy's tokenizer alone and a spaCy CNN pipeline, in one run.

    python benchmarks/reader.py --training ../shared/training

Each system runs in a process of its own, on articles of news length made of the project's own test sentences (or on
text files given with ``--articles``), round after round in turn; the best round counts. Ratios are medians over rounds,
by the processor's time, which other work on the machine disturbs less than the clock.

The CNN has one of two layouts of spaCy's own (``--layout``). ``published``, as its small English pipelines are
documented: one hashed embedding of four convolutions, 96 wide, that tagger and parser share; another of the same size
for the names alone. ``quickstart``, as ``spacy init config -p tagger,parser,ner`` writes it: one embedding for all, and
a wider parser. Both with an attribute ruler from fine tags to parts of speech and features, and the rule lemmatizer.
It is trained on the reader's
own treebanks and newswire when ``--training`` is given, within ``--minutes``, and kept in ``--cnn``; without either it
is left out. A short training makes it worse, hardly slower or faster. It is measured an article at a time, as the
reader is, and in batches by ``Language.pipe``.
"""

import argparse
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.lookups import Lookups
from spacy.tokens import Doc
from spacy.training import Example

from crossread.annotate.reader import Reader
from crossread.learn.reader.conllu import UdWord, read_documents
from crossread.learn.reader.name_score import TaggedDocument, read_tagged

SENTENCES = Path(__file__).parent.parent / "tests" / "quality" / "reader" / "sentences.tsv"
CNN = Path.home() / ".cache" / "crossread" / "benchmarks" / "cnn"
ARTICLES = 40
WORDS_AN_ARTICLE = 600
SENTENCES_A_PARAGRAPH = 2
ROUNDS = 4
TREEBANKS = ("ewt", "gum")
WIDTH = 96
# Endings that the rule lemmatizer undoes; what they miss is an exception.
ENDINGS = {
    "noun": (("s", ""), ("ses", "s"), ("ves", "f"), ("ies", "y"), ("ches", "ch"), ("shes", "sh"), ("men", "man")),
    "verb": (("s", ""), ("ies", "y"), ("es", "e"), ("es", ""), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", "")),
    "adj": (("er", ""), ("est", ""), ("er", "e"), ("est", "e")),
}
GIVES = {
    "reader": "words, sentences, parts of speech, features, lemmas, trees, names, coreference",
    "cnn": "words, sentences, parts of speech, features, lemmas, trees, names",
    "cnn in batches": "words, sentences, parts of speech, features, lemmas, trees, names",
    "tokenizer": "words",
}
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


def load(system: str, threads: int, cnn: Path) -> Callable[[list[str]], int]:
    """A function that reads texts and returns their number of words."""
    if system == "reader":
        reader = Reader(threads=threads)
        return lambda texts: sum(len(reader.read(text).words) for text in texts)
    language = spacy.blank("en") if system == "tokenizer" else spacy.load(cnn)
    if system == "cnn in batches":
        return lambda texts: sum(map(len, language.pipe(texts)))
    return lambda texts: sum(len(language(text)) for text in texts)


def measure(system: str, threads: int, cnn: Path, texts: list[str]) -> dict[str, float]:
    """Words a second, by the clock and by the processor's time, seconds to start, peak memory in megabytes."""
    began = time.perf_counter()
    read = load(system, threads, cnn)
    read([texts[0][:200]])
    started = time.perf_counter() - began
    began, used = time.perf_counter(), time.process_time()
    words = read(texts)
    rate, cpu_rate = words / (time.perf_counter() - began), words / (time.process_time() - used)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / MEGABYTE
    speed = {"words_per_second": round(rate), "words_per_cpu_second": round(cpu_rate)}
    return speed | {"start_seconds": round(started, 2), "peak_megabytes": round(peak)}


def best(rounds: list[dict[str, float]]) -> dict[str, float]:
    """The best of several rounds, each figure by itself."""
    found = {name: min(figures[name] for figures in rounds) for name in rounds[0]}
    return found | {name: max(figures[name] for figures in rounds) for name in rounds[0] if name.startswith("words")}


def in_own_process(system: str, threads: int, options: argparse.Namespace) -> dict[str, float]:
    """Measure in a fresh process, so that memory and start-up are the system's own."""
    command = [sys.executable, __file__, "--measure", system, "--threads", str(threads), "--cnn", str(options.cnn)]
    if options.articles:
        command += ["--articles", *map(str, options.articles)]
    environment = {**os.environ, "OMP_NUM_THREADS": str(threads), "OPENBLAS_NUM_THREADS": str(threads)}
    printed = subprocess.run(command, capture_output=True, check=True, text=True, env=environment).stdout
    figures: dict[str, float] = json.loads(printed)
    return figures


def train_cnn(training: Path, destination: Path, minutes: float, layout: str) -> None:
    """Train a CNN pipeline of a layout for so long and keep it."""
    models = LAYOUTS[layout]
    sentences = [sentence for name in TREEBANKS for sentence in _sentences(training / name / "train.conllu")]
    language = spacy.blank("en")
    for name in ("tok2vec", "tagger", "parser"):
        language.add_pipe(name, config={"model": models[name]})
    ruler: Any = language.add_pipe("attribute_ruler")
    ruler.initialize(list, nlp=language, patterns=_patterns(sentences))
    lemmatizer: Any = language.add_pipe("lemmatizer", config={"mode": "rule"})
    lemmatizer.initialize(list, nlp=language, lookups=_lemma_tables(sentences))
    language.add_pipe("ner", config={"model": models["ner"]})
    examples = [_example(language, sentence) for sentence in sentences]
    examples += [_named(language, tagged) for tagged in read_tagged(training / "ner" / "worldwide" / "train")]
    source = random.Random(1)  # noqa: S311 - orders training data
    source.shuffle(examples)
    learning = language.select_pipes(enable=["tok2vec", "tagger", "parser", "ner"])
    optimizer = language.initialize(lambda: examples[:EXAMPLES_TO_START])
    ends = time.monotonic() + minutes * 60
    while time.monotonic() < ends:
        source.shuffle(examples)
        for start in range(0, len(examples), EXAMPLES_A_STEP):
            language.update(examples[start : start + EXAMPLES_A_STEP], sgd=optimizer, drop=0.1)
            if time.monotonic() > ends:
                break
    learning.restore()
    with language.use_params(optimizer.averages):
        language.to_disk(destination)


def _tok2vec(attributes: dict[str, int]) -> dict[str, Any]:
    """Hashed embeddings of a word's attributes, and four convolutions, 96 wide."""
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": WIDTH,
            "attrs": list(attributes),
            "rows": list(attributes.values()),
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": WIDTH,
            "depth": 4,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }


def _transitions(kind: str, tok2vec: dict[str, Any], width: int = 64, pieces: int = 2) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": kind,
        "extra_state_tokens": False,
        "hidden_width": width,
        "maxout_pieces": pieces,
        "use_upper": True,
        "nO": None,
        "tok2vec": tok2vec,
    }


SPELLING = {"NORM": 5000, "PREFIX": 1000, "SUFFIX": 2500, "SHAPE": 2500}
LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH, "upstream": "tok2vec"}
TAGGER = {"@architectures": "spacy.Tagger.v2", "tok2vec": LISTENER}
LAYOUTS: dict[str, dict[str, dict[str, Any]]] = {
    "published": {
        "tok2vec": _tok2vec({**SPELLING, "SPACY": 50, "IS_SPACE": 50}),
        "tagger": TAGGER,
        "parser": _transitions("parser", LISTENER),
        "ner": _transitions("ner", _tok2vec(SPELLING)),
    },
    "quickstart": {
        "tok2vec": _tok2vec(SPELLING),
        "tagger": TAGGER,
        "parser": _transitions("parser", LISTENER, width=128, pieces=3),
        "ner": _transitions("ner", LISTENER),
    },
}


def _sentences(path: Path) -> Iterator[tuple[UdWord, ...]]:
    for document in read_documents(path):
        for sentence in document.sentences:
            yield sentence.words


def _patterns(sentences: list[tuple[UdWord, ...]]) -> list[dict[str, Any]]:
    """For each fine tag its most frequent part of speech and features."""
    counts: dict[str, Counter[tuple[str, str]]] = {}
    for word in chain.from_iterable(sentences):
        counts.setdefault(word.xpos, Counter())[(word.upos, word.feats)] += 1
    best = {tag: found.most_common(1)[0][0] for tag, found in sorted(counts.items())}
    return [
        {"patterns": [[{"TAG": tag}]], "attrs": {"POS": upos, "MORPH": "" if feats == "_" else feats}}
        for tag, (upos, feats) in best.items()
    ]


def _lemma_tables(sentences: list[tuple[UdWord, ...]]) -> Lookups:
    """The tables of spaCy's rule lemmatizer, counted in the treebanks: lemmas, exceptions, endings."""
    index: dict[str, set[str]] = {}
    exceptions: dict[str, dict[str, list[str]]] = {}
    for word in chain.from_iterable(sentences):
        kind, form, lemma = word.upos.lower(), word.form.lower(), word.lemma.lower()
        index.setdefault(kind, set()).add(lemma)
        if kind in ENDINGS and not any(
            form.endswith(old) and form[: -len(old)] + new == lemma for old, new in ENDINGS[kind]
        ):
            exceptions.setdefault(kind, {})[form] = [lemma]
    lookups = Lookups()
    lookups.add_table("lemma_index", {kind: sorted(lemmas) for kind, lemmas in index.items()})
    lookups.add_table("lemma_exc", exceptions)
    lookups.add_table("lemma_rules", {kind: [list(rule) for rule in rules] for kind, rules in ENDINGS.items()})
    return lookups


def _example(language: Language, sentence: tuple[UdWord, ...]) -> Example:
    words = [word.form for word in sentence]
    known = Doc(
        language.vocab,
        words=words,
        tags=[word.xpos for word in sentence],
        heads=[word.head - 1 if word.head else place for place, word in enumerate(sentence)],
        deps=[word.deprel for word in sentence],
    )
    return Example(Doc(language.vocab, words=words), known)


def _named(language: Language, tagged: TaggedDocument) -> Example:
    entities = ["O"] * len(tagged.words)
    for start, end, kind in tagged.names:
        entities[start:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - start - 1)]
    known = Doc(language.vocab, words=tagged.words, ents=entities)
    return Example(Doc(language.vocab, words=tagged.words), known)


def main() -> None:
    """Measure everything that is there and print one JSON object."""
    options = _options()
    options.cnn = options.cnn or CNN / options.layout
    texts = articles(options.articles)
    if options.measure:
        print(json.dumps(measure(options.measure, options.threads, options.cnn, texts)))
        return
    if options.training and not options.cnn.exists():
        train_cnn(options.training, options.cnn, options.minutes, options.layout)
    runs = [("reader", 1), ("reader", 2), ("tokenizer", 1)]
    if options.cnn.exists():
        runs += [("cnn", 1), ("cnn in batches", 1)]
    else:
        print("no spaCy CNN: give --training to train one, or --cnn to use another", file=sys.stderr)
    rounds = [[in_own_process(system, threads, options) for system, threads in runs] for _ in range(options.rounds)]
    figures = {
        f"{system}, {threads} threads": {**best(measured), "gives": GIVES[system]}
        for (system, threads), measured in zip(runs, map(list, zip(*rounds, strict=True)), strict=True)
    }
    ratios = {}
    for place, (system, threads) in enumerate(runs[1:], start=1):
        of_rounds = [
            measured[0]["words_per_cpu_second"] / measured[place]["words_per_cpu_second"] for measured in rounds
        ]
        ratios[f"reader to {system}, {threads} threads"] = {
            "median": round(statistics.median(of_rounds), 3),
            "lowest": round(min(of_rounds), 3),
            "highest": round(max(of_rounds), 3),
        }
    print(json.dumps({"articles": len(texts), "figures": figures, "ratios": ratios}, indent=1))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--training", type=Path, help="folder of the data sets, to train the CNN where there is none")
    parser.add_argument("--cnn", type=Path, help=f"folder of the CNN pipeline (default: one a layout in {CNN})")
    parser.add_argument("--layout", choices=list(LAYOUTS), default="published", help="the CNN's (default: %(default)s)")
    parser.add_argument("--minutes", type=float, default=20, help="longest training of the CNN (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="times that each is measured (default: %(default)s)")
    parser.add_argument("--articles", type=Path, nargs="*", default=[], help="text files to read instead of our own")
    parser.add_argument("--measure", choices=list(GIVES), help=argparse.SUPPRESS)
    parser.add_argument("--threads", type=int, default=1, help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
