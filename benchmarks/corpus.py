"""Measure grouping on a corpus of our own, of any size: quality, speed and memory, beside common tools.

    python -m benchmarks.corpus [--sizes 1000 10000 100000] [--seed 1] [--a-day 1000] [--read]

The corpus is made (benchmarks/made): made-up events told by many outlets in words of their own, copied at a known
overlap, followed up. Its names and days are marked by who made it, so that grouping is timed by itself; `--read` has
the articles read by the default annotator instead, and adds what that takes. Each size is grouped in a process of its
own, from a file of profiles, as a run over a store does it. With few articles `--a-day` a corpus spans years, and what
the window of open stories takes is seen. One JSON object a line.

Common tools on the same articles: benchmarks/baselines.py. Local processes beside Dask, resuming after a kill, and the
memory of a whole run: benchmarks/run.py.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import log
from pathlib import Path

from benchmarks.made import A_DAY, Made, make_corpus
from benchmarks.made.coded import coded_of, document_of

from crossread.group import StoryGrouper
from crossread.learn.stories.figures import b_cubed, count_copies
from crossread.pipeline import default_pipeline
from crossread.records import CodedDocument, Profile

_MEGABYTE = 1024  # of kilobytes, in which Linux states memory


def main() -> None:
    """Run the benchmark and print one JSON object a line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--a-day", type=int, default=A_DAY, help="articles that are published a day (default %(default)s)"
    )
    parser.add_argument("--read", action="store_true", help="have the articles read by the default annotator")
    parser.add_argument("--profiles", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.profiles:
        print(json.dumps(grouped(args.profiles)))
        return
    seconds = {size: measure(size, args) for size in args.sizes}
    for small, large in pairwise(sorted(seconds)):
        exponent = log(seconds[large] / seconds[small]) / log(large / small)
        print(json.dumps({"from": small, "to": large, "growth_exponent": round(exponent, 2)}), flush=True)


def measure(size: int, args: argparse.Namespace) -> float:
    """Measure one size; return the seconds of processor time that grouping took."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "profiles.jsonl"
        stages = written(make_corpus(size, args.seed, args.a_day), args.read, path)
        command = [sys.executable, "-m", "benchmarks.corpus", "--profiles", str(path)]
        found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        gold = answers(path)
    home = {name: number for number, story in enumerate(found.pop("stories")) for name in story}
    names = list(gold)
    figures = {
        "articles": size,
        "seed": args.seed,
        "articles_a_day": args.a_day,
        "events": len({event for event, _ in gold.values()}),
        "stories": len(set(home.values())),
        "same_event": b_cubed([gold[name][0] for name in names], [home[name] for name in names]),
        "copies": count_copies({name: of for name, (_, of) in gold.items() if of}, found.pop("copies")),
        "articles_a_second": {**stages, "group": round(size / found["seconds"])},
        "group_peak_mb": found["peak_mb"],
    }
    print(json.dumps(figures), flush=True)
    return float(found["seconds"])


def written(corpus: Iterable[Made], read: bool, path: Path) -> dict[str, int]:
    """Write a profile a line, with the answers beside it; return how many articles a second each stage did."""
    grouper = StoryGrouper()
    spent = {"read": 0.0, "profile": 0.0}
    ids: dict[str, str] = {}
    profiles: list[tuple[tuple[str, str, str], str]] = []
    for made, coded, seconds in coded_articles(corpus, read):
        began = time.process_time()
        profile = grouper.profile(coded)
        spent["profile"] += time.process_time() - began
        spent["read"] += seconds
        ids[made.id] = profile.doc
        line = {"event": made.event, "copy_of": ids.get(made.copy_of or ""), "profile": profile.to_json()}
        profiles.append((profile.order, json.dumps(line)))
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for _, line in sorted(profiles))
    return {stage: round(len(profiles) / seconds) for stage, seconds in spent.items() if seconds}


def coded_articles(corpus: Iterable[Made], read: bool) -> Iterator[tuple[Made, CodedDocument, float]]:
    """Yield each article as it is coded, and how long reading it took, in seconds."""
    pipeline = default_pipeline()
    for made in corpus:
        if not read:
            yield made, coded_of(made), 0.0
            continue
        began = time.process_time()
        coded = pipeline.extract.extract(pipeline.annotate.annotate(document_of(made)))
        yield made, coded, time.process_time() - began


def grouped(path: Path) -> dict[str, object]:
    """Group the profiles of a file in this process, as a stream."""
    began = time.process_time()
    stories: list[tuple[str, ...]] = []
    copies: dict[str, str] = {}
    for grouping in StoryGrouper().stream(stored(path)):
        for story in grouping.stories:
            stories.append(story.documents)
            copies.update(story.copy_of)
    seconds = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // _MEGABYTE
    return {"seconds": seconds, "peak_mb": peak, "stories": stories, "copies": copies}


def stored(path: Path) -> Iterator[Profile]:
    """Yield the profiles of a file."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield Profile.from_json(json.loads(line)["profile"])


def answers(path: Path) -> dict[str, tuple[str, str | None]]:
    """Return the event of each article and what it copies, by document id."""
    with path.open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return {row["profile"]["doc"]: (row["event"], row["copy_of"]) for row in rows}


if __name__ == "__main__":
    main()
