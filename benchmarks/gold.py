"""Compare the stories that have a key, score them with a scorer, and check every span shown.

    python benchmarks/gold.py --keys KEYS_DIR --stories ARTICLES.jsonl --scorer score.py [--jobs N]

KEYS_DIR holds one <story>.json a story; ARTICLES.jsonl the articles with their `story`; the scorer is a script that is
called as `score.py KEYS_DIR ARTICLES.jsonl OUTPUT_DIR`. Without --keys and --scorer only the spans are checked, over
all stories of the file.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from crossread import Document, compare_by_story, read, to_document
from crossread.records import Failure


def main() -> int:
    """Run the benchmark; the exit code is 1 if any span is false or any story failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=Path, required=True)
    parser.add_argument("--keys", type=Path)
    parser.add_argument("--scorer", type=Path)
    parser.add_argument("--jobs", type=int, default=1)
    args = parser.parse_args()
    wanted = {path.stem for path in args.keys.glob("*.json")} if args.keys else None
    documents = [d for d in read([args.stories]).documents if wanted is None or d.story in wanted]
    with tempfile.TemporaryDirectory() as folder:
        spans, false, failed = compare_all(documents, Path(folder), args.jobs)
        print(f"{len(documents)} articles, {spans} spans, {false} false, {len(failed)} stories failed")
        for failure in failed:
            print(f"  {failure.document}: {failure.message}")
        if args.keys and args.scorer:
            subprocess.run([sys.executable, args.scorer, args.keys, args.stories, folder], check=True)
    return 1 if false or failed else 0


def compare_all(documents: list[Document], folder: Path, jobs: int) -> tuple[int, int, list[Failure]]:
    """Compare each story into the folder; return the number of spans, of false ones, and the failures."""
    texts = {document.id: document.text for document in documents}
    spans = false = 0
    failed = []
    for story, outcome in compare_by_story(documents, workers=jobs):
        if isinstance(outcome, Failure):
            failed.append(outcome)
            continue
        shown = to_document(outcome)
        for span in spans_in(shown):
            spans += 1
            false += texts[span["doc"]][span["start"] : span["end"]] != span["text"]
        (folder / f"{story}.json").write_text(json.dumps(shown), "utf-8")
    return spans, false, failed


def spans_in(value: object) -> Iterator[dict[str, Any]]:
    """Yield every span of a comparison document."""
    if isinstance(value, dict):
        if {"doc", "start", "end", "text"} <= value.keys():
            yield value
        for part in value.values():
            yield from spans_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from spans_in(part)


if __name__ == "__main__":
    sys.exit(main())
