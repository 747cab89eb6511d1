"""``python -m crossread.learn statements evaluate --task TASK --gold PATH``."""

import argparse
import json
import sys
from pathlib import Path

from crossread.errors import CrossreadError
from crossread.learn.statements.tasks import TASKS, Given, evaluate
from crossread.pipeline import DEFAULT_ANNOTATOR, default_pipeline

STORIES = Path("../shared/stories/basil.jsonl")


def main(arguments: list[str]) -> int:
    """Run one command, print one JSON object; return the exit status."""
    options = _parser().parse_args(arguments)
    try:
        given = Given(options.gold, default_pipeline(options.annotator), options.stories)
        figures = evaluate(options.task, given)
    except CrossreadError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(json.dumps(figures, indent=1) + "\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m crossread.learn statements", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    measure = commands.add_parser("evaluate", help="score what is extracted against gold, as one JSON object")
    measure.add_argument("--task", choices=sorted(TASKS), required=True)
    measure.add_argument("--gold", type=Path, required=True, help="gold file or folder (docs tell the forms)")
    measure.add_argument(
        "--annotator", default=DEFAULT_ANNOTATOR, help="who reads: rules, reader or spacy:NAME (default %(default)s)"
    )
    measure.add_argument(
        "--stories", type=Path, default=STORIES, help="the articles of gold keys, JSON Lines (default %(default)s)"
    )
    return parser
