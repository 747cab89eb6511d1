"""``python -m crossread.learn stories evaluate --gold PATH``."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from crossread.errors import CrossreadError
from crossread.learn.stories.evaluate import evaluate_stories
from crossread.learn.stories.gold import read_gold
from crossread.pipeline import DEFAULT_ANNOTATOR, default_pipeline

Result = dict[str, object]


def main(arguments: list[str]) -> int:
    """Score same-event groups; return the exit status."""
    parser, _ = evaluating("stories", __doc__, "score how articles are grouped by event, as B-cubed figures in JSON")
    return run(
        lambda options: evaluate_stories(read_gold(options.gold), default_pipeline(options.annotator)),
        parser,
        arguments,
    )


def evaluating(task: str, told: str | None, does: str) -> tuple[argparse.ArgumentParser, argparse.ArgumentParser]:
    """Return the parser of a task, and that of its command `evaluate`."""
    parser = argparse.ArgumentParser(prog=f"python -m crossread.learn {task}", description=told)
    measure = parser.add_subparsers(required=True, metavar="COMMAND").add_parser("evaluate", help=does)
    measure.add_argument("--gold", type=Path, required=True, help="articles with event_id or story, as JSON Lines")
    measure.add_argument(
        "--annotator", default=DEFAULT_ANNOTATOR, help="who reads: rules, reader or spacy:NAME (default %(default)s)"
    )
    return parser, measure


def run(evaluate: Callable[[argparse.Namespace], Result], parser: argparse.ArgumentParser, arguments: list[str]) -> int:
    """Print what is measured as one JSON object; return the exit status."""
    options = parser.parse_args(arguments)
    try:
        result = evaluate(options)
    except CrossreadError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(json.dumps(result, indent=1) + "\n")
    return 0


def _stories(options: argparse.Namespace) -> Result:
    return evaluate_stories(read_gold(options.gold), default_pipeline(options.annotator))
