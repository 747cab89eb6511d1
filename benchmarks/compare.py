"""Time `crossread compare`: cold, as a whole process, and warm, within one; or how the work grows with the articles.

    python -m benchmarks.compare ARTICLES... [--published DATE] [--runs N]
    python -m benchmarks.compare [ARTICLES...] --growth 3 10 50 200

With --growth, the first so many of the articles are compared as one story, warm, once each: processor time of reading
the articles and of comparing them, by stage, and the most memory that the process has held so far. Without articles, a
made-up story (benchmarks/made) is told so often: some tellings are copies, all have much in common, which is the
hardest that can be asked. `exponent` says how the time of comparing grew since the line before: 1 as the articles, 2 as
their square.

Without --growth, it states the machine and the medians. The floor beside the cold figure is Python with spaCy's English
tokenizer alone: what no change to crossread can go below. By default the project's sample story is compared.
"""

import argparse
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from math import log
from pathlib import Path

from benchmarks.made import make_story
from benchmarks.made.coded import document_of

KIBIBYTES = 1024  # in a MiB
SAMPLE = Path(__file__).parent.parent / "examples"
TOKENIZER = "import spacy; spacy.blank('en')('A word.')"


def main() -> None:
    """Run the benchmark and print one line a figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="*")
    parser.add_argument("--published")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--growth", type=int, nargs="+", default=[], metavar="N")
    args = parser.parse_args()
    if args.growth:
        grow(args.articles, args.published, sorted(args.growth))
        return
    articles = args.articles or [str(path) for path in SAMPLE.glob("*/articles.jsonl")]
    given = [] if args.published is None else ["--published", args.published]
    command = [sys.executable, "-m", "crossread", "compare", *articles, *given, "--format", "json"]
    cold = median(lambda: run(command), args.runs)
    floor = median(lambda: run([sys.executable, "-c", TOKENIZER]), args.runs)
    warm = median(warm_compare(articles, args.published), args.runs)
    machine = platform.processor() or platform.machine()
    print(f"{machine}, Python {platform.python_version()}, {args.runs} runs, medians")
    print(f"cold compare      {cold:6.2f} s   {cold / floor:4.1f} x the tokenizer alone ({floor:.2f} s)")
    print(f"warm compare      {warm:6.2f} s   reading included")


def grow(articles: Sequence[str], published: str | None, counts: Sequence[int]) -> None:
    """Print a line for each number of articles; without articles, those of a made-up story are taken."""
    import crossread
    from crossread.pipeline import default_pipeline

    if articles:
        documents = list(crossread.read(articles, published=published).documents)
    else:
        documents = [document_of(made) for made in make_story(max(counts))]
    stages = default_pipeline()
    crossread.compare(documents[:2])  # loads the models
    last: tuple[int, float] | None = None
    for count in counts:
        chosen = documents[:count]
        if len(chosen) < count:
            sys.exit(f"{count} articles are wanted, {len(chosen)} were given")
        clock = [time.process_time()]
        coded = [stages.extract.extract(stages.annotate.annotate(document)) for document in chosen]
        clock.append(time.process_time())
        resolved = stages.resolve.resolve(stages.group.group(coded))
        clock.append(time.process_time())
        stages.compare.compare(resolved)
        clock.append(time.process_time())
        read, resolve, compare = (after - before for before, after in pairwise(clock))
        words = sum(len(document.text.split()) for document in chosen)
        held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIBIBYTES
        rise = f", exponent {log((resolve + compare) / last[1]) / log(count / last[0]):.2f}" if last else ""
        times = f"read {read:6.1f} s, group and resolve {resolve:6.1f} s, compare {compare:6.1f} s{rise}"
        print(f"{count:4} articles, {words:7} words: {times}, {held:.0f} MiB", flush=True)
        last = count, resolve + compare


def run(command: Sequence[str]) -> None:
    """Run a command, throwing its output away; exit code 1 says only that some article failed."""
    done = subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    if done.returncode > 1:
        sys.exit(f"{' '.join(command)}: exit code {done.returncode}")


def warm_compare(articles: Sequence[str], published: str | None) -> Callable[[], None]:
    """Return a function that compares in this process, with everything loaded."""
    import crossread  # imported here: the cold runs come first, and share nothing with this process
    from crossread.engine import collect_seldom

    def compare() -> None:
        crossread.to_json(crossread.compare(articles, published=published))

    compare()
    collect_seldom()  # as the command line and the workbench do
    return compare


def median(work: Callable[[], None], runs: int) -> float:
    """Return the median wall time of the work, in seconds."""
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


if __name__ == "__main__":
    main()
