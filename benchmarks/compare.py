"""Time `crossread compare`: cold, as a whole process, and warm, within one; or how the work grows with the articles.

    python benchmarks/compare.py ARTICLES... [--published DATE] [--runs N]
    python benchmarks/compare.py ARTICLES... --growth 3 10 50 200

With --growth, the first so many of the articles are compared as one story, warm, once each: processor time of reading
the articles and of comparing them, and the most memory that the process has held so far.

States the machine and the medians. The floor beside the cold figure is Python with spaCy's English tokenizer alone:
what no change to crossread can go below. By default the project's sample story is compared.
"""

import argparse
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

KIBIBYTES = 1024  # in a MiB
SAMPLE = Path(__file__).parent.parent / "examples"
TOKENIZER = "import spacy; spacy.blank('en')('A word.')"


def main() -> None:
    """Run the benchmark and print one line a figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="*", default=[str(path) for path in SAMPLE.glob("*/articles.jsonl")])
    parser.add_argument("--published")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--growth", type=int, nargs="+", default=[], metavar="N")
    args = parser.parse_args()
    if args.growth:
        grow(args.articles, args.published, sorted(args.growth))
        return
    given = [] if args.published is None else ["--published", args.published]
    command = [sys.executable, "-m", "crossread", "compare", *args.articles, *given, "--format", "json"]
    cold = median(lambda: run(command), args.runs)
    floor = median(lambda: run([sys.executable, "-c", TOKENIZER]), args.runs)
    warm = median(warm_compare(args.articles, args.published), args.runs)
    machine = platform.processor() or platform.machine()
    print(f"{machine}, Python {platform.python_version()}, {args.runs} runs, medians")
    print(f"cold compare      {cold:6.2f} s   {cold / floor:4.1f} x the tokenizer alone ({floor:.2f} s)")
    print(f"warm compare      {warm:6.2f} s   reading included")


def grow(articles: Sequence[str], published: str | None, counts: Sequence[int]) -> None:
    """Print a line for each number of articles."""
    import crossread
    from crossread.pipeline import default_pipeline

    documents = crossread.read(articles, published=published).documents
    stages = default_pipeline()
    crossread.compare(documents[:2])  # loads the models
    for count in counts:
        chosen = documents[:count]
        if len(chosen) < count:
            sys.exit(f"{count} articles are wanted, {len(chosen)} were given")
        begun = time.process_time()
        coded = [stages.extract.extract(stages.annotate.annotate(document)) for document in chosen]
        read = time.process_time()
        stages.compare.compare(stages.resolve.resolve(stages.group.group(coded)))
        done = time.process_time()
        words = sum(len(document.text.split()) for document in chosen)
        held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIBIBYTES
        times = f"read {read - begun:6.1f} s, compare {done - read:6.1f} s"
        print(f"{count:4} articles, {words:7} words: {times}, {held:.0f} MiB")


def run(command: Sequence[str]) -> None:
    """Run a command, throwing its output away; exit code 1 says only that some article failed."""
    done = subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    if done.returncode > 1:
        sys.exit(f"{' '.join(command)}: exit code {done.returncode}")


def warm_compare(articles: Sequence[str], published: str | None) -> Callable[[], None]:
    """Return a function that compares in this process, with everything loaded."""
    import crossread  # imported here: the cold runs come first, and share nothing with this process

    def compare() -> None:
        crossread.to_json(crossread.compare(articles, published=published))

    compare()
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
