"""Measure reading and taking apart: words a processor second of annotating, extracting and both, by annotator.

    python -m benchmarks.extract ARTICLES... [--annotators rules reader] [--articles 30] [--rounds 3]

One thread, as in a worker of ours, the models loaded before; the best of the rounds counts. `roots_share` is the part
of extracting that the model of PLOVER roots takes. One JSON object a line.
"""

import argparse
import json
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")

from crossread import default_pipeline, read
from crossread.engine import collect_seldom
from crossread.extract.root_model import Marked, RootModel
from crossread.records import AnnotatedDocument, Document


class RootClock:
    """Counts the processor seconds that the model of roots takes."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._asked = RootModel.odds

    def odds(self, model: RootModel, marked: Marked) -> dict[str, float]:
        """Answer as the model does."""
        began = time.process_time()
        answer = self._asked(model, marked)
        self.seconds += time.process_time() - began
        return answer


def measure(annotator: str, documents: Sequence[Document], rounds: int) -> dict[str, object]:
    """Return words a second, each step by its best round."""
    pipeline = default_pipeline(annotator)
    clock = RootClock()
    setattr(RootModel, "odds", lambda model, marked: clock.odds(model, marked))  # noqa: B010  # it stands in for a method
    read_documents = [pipeline.annotate.annotate(document) for document in documents]
    pipeline.extract.extract(read_documents[0])
    reading = min(_seconds(pipeline.annotate.annotate, documents) for _ in range(rounds))
    taking, roots = min(_taking(pipeline.extract.extract, read_documents, clock) for _ in range(rounds))
    words = sum(len(document.text.split()) for document in documents)
    return {
        "benchmark": "extract",
        "annotator": pipeline.annotate.name,
        "articles": len(documents),
        "words": words,
        "annotate_words_a_cpu_second": round(words / reading),
        "extract_words_a_cpu_second": round(words / taking),
        "both_words_a_cpu_second": round(words / (reading + taking)),
        "roots_share": round(roots / taking, 2),
    }


def _taking(
    extract: Callable[[AnnotatedDocument], object], documents: Sequence[AnnotatedDocument], clock: RootClock
) -> tuple[float, float]:
    clock.seconds = 0.0
    return _seconds(extract, documents), clock.seconds


def _seconds(step: Callable[[Any], object], items: Sequence[Any]) -> float:
    began = time.process_time()
    for item in items:
        step(item)
    return time.process_time() - began


def main() -> None:
    """Print one JSON object an annotator."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path, metavar="ARTICLES")
    parser.add_argument("--annotators", nargs="+", default=["rules", "reader"])
    parser.add_argument("--articles", type=int, default=30, help="how many of them at most (default %(default)s)")
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    collect_seldom()
    documents = list(read(args.paths).documents)[: args.articles]
    for annotator in args.annotators:
        print(json.dumps(measure(annotator, documents, args.rounds)), flush=True)


if __name__ == "__main__":
    main()
