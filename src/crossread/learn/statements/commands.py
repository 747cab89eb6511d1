"""``python -m crossread.learn statements evaluate|train --task TASK --gold PATH``."""

import argparse
import json
import sys
from pathlib import Path

from crossread.errors import CrossreadError
from crossread.learn.statements.tasks import ANNOTATORS, DICTIONARIES, TASKS, TRAINED, Given, evaluate, train
from crossread.pipeline import DEFAULT_ANNOTATOR, default_pipeline

STORIES = Path("../shared/stories/basil.jsonl")
ATTRIBUTIONS = Path("../shared/training/polnear/train.jsonl")


def main(arguments: list[str]) -> int:
    """Run one command; return the exit status."""
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
    except CrossreadError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def _evaluate(options: argparse.Namespace) -> None:
    annotator = options.annotator or ANNOTATORS.get(options.task, DEFAULT_ANNOTATOR)
    given = Given(options.gold, default_pipeline(annotator), options.stories, options.dictionaries)
    sys.stdout.write(json.dumps(evaluate(options.task, given), indent=1) + "\n")


def _train(options: argparse.Namespace) -> None:
    given = Given(options.gold, default_pipeline(), options.stories, attributions=options.attributions)
    train(options.task, given, options.model)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m crossread.learn statements", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    measure = commands.add_parser("evaluate", help="score what is extracted against gold, as one JSON object")
    measure.add_argument("--task", choices=sorted(TASKS), required=True)
    measure.add_argument("--gold", type=Path, required=True, help="gold file or folder (docs tell the forms)")
    measure.add_argument(
        "--annotator", help="who reads: rules, reader or spacy:NAME (default reader for attribution, else rules)"
    )
    measure.add_argument(
        "--dictionaries",
        type=Path,
        default=DICTIONARIES,
        help="where dictionaries that validation records name are, if not beside them (default %(default)s)",
    )
    measure.set_defaults(run=_evaluate)
    teach = commands.add_parser("train", help="teach the model of a task, and write its files")
    teach.add_argument("--task", choices=sorted(TRAINED), required=True)
    teach.add_argument("--gold", type=Path, required=True, help="what to teach it on (docs tell the forms)")
    teach.add_argument("--model", type=Path, required=True, help="folder to write the model to")
    teach.add_argument(
        "--attributions",
        type=Path,
        default=ATTRIBUTIONS,
        help="for speakers and verbs: PolNeAR besides --gold (default %(default)s)",
    )
    teach.set_defaults(run=_train)
    for command in (measure, teach):
        command.add_argument(
            "--stories", type=Path, default=STORIES, help="the articles of gold keys, JSON Lines (default %(default)s)"
        )
    return parser
