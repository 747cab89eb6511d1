"""Measure a run over a store: text to stored statements on one core, engines beside each other, memory, resuming.

    python -m benchmarks.run rate [--articles 40] [--words 600] [--annotator NAME]
    python -m benchmarks.run engines [--articles 200] [--jobs 2] [--annotator NAME]
    python -m benchmarks.run memory [--sizes 500 2000] [--uncompared] [--annotator NAME]
    python -m benchmarks.run resume [--articles 200] [--annotator NAME]

The articles are made (benchmarks/made, seed 1); for `rate` they are joined until they have so many words. `rate` counts
processor seconds of the one process that does all of it, and says what part of them is the master's own: what it does
for each article that workers read, which is what a cluster cannot share out. The others count seconds of the clock too,
of which only the ratios say something on a machine that does other work. One JSON object a line.
"""

import argparse
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path

from benchmarks.made import make_corpus
from benchmarks.made.coded import document_of

from crossread.engine import DaskEngine, Engine, InProcessEngine, LocalEngine, Step, collect_seldom, run
from crossread.engine.coding import code_document
from crossread.pipeline import DEFAULT_ANNOTATOR, default_pipeline
from crossread.records import Document, Failure
from crossread.report import to_json
from crossread.store import Store, open_store

_KIBIBYTES = 1024  # a mebibyte; Linux states memory in kibibytes


def main() -> None:
    """Run one benchmark and print JSON objects, one a line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["rate", "engines", "memory", "resume", "one"])
    parser.add_argument("--articles", type=int, default=None)
    parser.add_argument("--words", type=int, default=600)
    parser.add_argument("--sizes", type=int, nargs="+", default=[500, 2000])
    parser.add_argument("--uncompared", action="store_true", help="for `memory`: end when all is grouped")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--annotator", default=DEFAULT_ANNOTATOR)
    parser.add_argument("--store", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--until", type=int, default=0, help=argparse.SUPPRESS)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        args.folder = Path(folder)
        for found in {"rate": rate, "engines": engines, "memory": memory, "resume": resume, "one": one}[args.what](
            args
        ):
            print(json.dumps(found), flush=True)


def rate(args: argparse.Namespace) -> Iterator[dict[str, object]]:
    """Articles of so many words, text to stored statements, a processor second."""
    documents = list(islice(_long(args.words), args.articles or 40))
    collect_seldom()  # as workers do
    pipeline = default_pipeline(args.annotator)
    code_document(documents[0], pipeline)  # loads the models
    with _filled(args.folder / "rate.db", documents) as store:
        outcomes, own = [], 0.0
        began = time.process_time()
        for document in store.to_code("benchmark"):
            coded = code_document(document, pipeline)
            if isinstance(coded, Failure):
                raise SystemExit(coded.message)
            profile = pipeline.sort.profile(coded)
            read = time.process_time()
            store.save_coded(coded, "benchmark", profile)
            own += time.process_time() - read
            outcomes.append(coded)
        seconds = time.process_time() - began
    words = sum(len(document.text.split()) for document in documents)
    size = (args.folder / "rate.db").stat().st_size
    yield {
        "benchmark": "rate",
        "annotator": pipeline.annotate.name,
        "articles": len(outcomes),
        "words_an_article": round(words / len(documents)),
        "articles_a_cpu_second": round(len(outcomes) / seconds, 2),
        "stored_articles_a_cpu_second_of_the_master": round(len(outcomes) / own, 1),
        "kilobytes_stored_an_article": round(size / len(outcomes) / 1000, 1),
    }


def engines(args: argparse.Namespace) -> Iterator[dict[str, object]]:
    """Seconds of one run on each engine, and whether the stores are alike."""
    documents = [document_of(made) for made in make_corpus(args.articles or 200)]
    held = set()
    for engine in (InProcessEngine(), LocalEngine(args.jobs), DaskEngine(workers=args.jobs)):
        with _filled(args.folder / f"{engine.name}.db", documents) as store:
            found = _timed(store, engine, args.annotator)
            held.add(_contents(store))
        workers = 1 if isinstance(engine, InProcessEngine) else args.jobs
        yield {"benchmark": "engines", "engine": engine.name, "workers": workers, **found}
    yield {"benchmark": "engines", "stores_alike": len(held) == 1}


def memory(args: argparse.Namespace) -> Iterator[dict[str, object]]:
    """The most memory that a run's process has taken by the end of each stage, at several sizes."""
    for size in args.sizes:
        command = ["one", "--articles", str(size), "--store", str(args.folder / f"{size}.db")]
        command += ["--uncompared"] if args.uncompared else []
        answer = _self(*command, "--annotator", args.annotator)
        yield {"benchmark": "memory", "articles": size, **json.loads(answer.stdout)}


def resume(args: argparse.Namespace) -> Iterator[dict[str, object]]:
    """Seconds of a run that is killed half-way and run again, beside one that is not."""
    size = args.articles or 200
    seconds = {}
    for name, until in (("whole", 0), ("killed", size // 2)):
        command = ["one", "--articles", str(size), "--store", str(args.folder / f"{name}.db")]
        began = time.monotonic()
        if until:
            killed = _self(*command, "--annotator", args.annotator, "--until", str(until))
            if killed.returncode != -signal.SIGKILL:
                raise SystemExit(f"the run was not killed, but ended with {killed.returncode}")
        again = json.loads(_self(*command, "--annotator", args.annotator).stdout)
        seconds[name] = time.monotonic() - began
    with open_store(args.folder / "whole.db") as whole, open_store(args.folder / "killed.db") as resumed:
        alike = _contents(whole) == _contents(resumed)
    yield {
        "benchmark": "resume",
        "articles": size,
        "killed_after": size // 2,
        "read_by_the_second_run": again["read"],
        "seconds_whole": round(seconds["whole"], 1),
        "seconds_killed_and_resumed": round(seconds["killed"], 1),
        "stores_alike": alike,
    }


def one(args: argparse.Namespace) -> Iterator[dict[str, object]]:
    """Run over one store in this process; with `until`, be killed after so many articles."""
    documents = (document_of(made) for made in make_corpus(args.articles))

    peaks: dict[str, int] = {}
    done: dict[str, int] = {}

    def told(step: Step) -> None:
        if args.until and step.done == args.until:
            os.kill(os.getpid(), signal.SIGKILL)
        if args.uncompared and step.stage == "compare":
            raise _EnoughError
        peaks[step.stage] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIBIBYTES)
        done[step.stage] = step.done

    with _filled(args.store, documents) as store, suppress(_EnoughError):
        run(store, partial(default_pipeline, args.annotator), InProcessEngine(), on_step=told)
    yield {"read": done.get("read", 0), "compared": done.get("compare", 0), "peak_mebibytes": peaks}


class _EnoughError(Exception):
    """What was to be measured is measured."""


def _long(words: int) -> Iterator[Document]:
    """Yield articles of at least so many words: several made ones after each other."""
    texts: list[str] = []
    for made in make_corpus(1 << 30):
        texts.append(made.text)
        if sum(len(text.split()) for text in texts) >= words:
            yield replace(document_of(made), text="\n\n".join(texts))
            texts = []


def _filled(path: Path, documents: Iterable[Document]) -> Store:
    store = open_store(path, create=True)
    for document in documents:
        store.add(document)
    return store


def _timed(store: Store, engine: Engine, annotator: str) -> dict[str, object]:
    ends: dict[str, float] = {}
    began, spent = time.monotonic(), _processor_seconds()
    with engine:
        summary = run(
            store,
            partial(default_pipeline, annotator),
            engine,
            on_step=lambda step: ends.update({step.stage: time.monotonic() - began}),
        )
    return {
        "read": summary.read,
        "compared": summary.compared,
        "seconds": round(summary.seconds, 1),
        "cpu_seconds_of_all_processes": round(_processor_seconds() - spent, 1),
        "articles_a_second_read": round(summary.read / ends["read"], 2),
    }


def _processor_seconds() -> float:
    """Return what this process took and those that it started, once they have ended."""
    own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


def _contents(store: Store) -> str:
    lines = [repr(coded) for coded in store.each_coded()]
    for story in store.story_ids():
        compared = store.comparison(story)
        lines += [repr(store.grouped(story)), to_json(compared) if compared else ""]
    return "\n".join(lines)


def _self(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, "-m", "benchmarks.run", *arguments], capture_output=True, text=True)


if __name__ == "__main__":
    main()
