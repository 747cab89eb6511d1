"""``python -m crossread.learn pairs train|ablate|evaluate|refining``."""

import argparse
import json
import logging
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from crossread.learn.pairs.evaluate import evaluate
from crossread.learn.pairs.gold import read_gold
from crossread.learn.pairs.lessons import resolve
from crossread.learn.pairs.own_keys import own_keys
from crossread.learn.pairs.refining import measure_refining
from crossread.pipeline import default_pipeline

GOLD = Path("../shared/gold")
STORIES = Path("../shared/stories/basil.jsonl")
POLNEAR = Path("../shared/training/polnear/train.jsonl")
WORLDWIDE = Path("../shared/training/ner/worldwide/train")
ECBPLUS = Path("../shared/training/ecbplus")


def main(arguments: list[str]) -> int:
    """Run one command; return the exit status."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    options = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], object] = options.run
    sys.stdout.write(json.dumps(run(options), indent=1) + "\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m crossread.learn pairs", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    train = commands.add_parser("train", help="teach the networks, grow the trees, write the model; needs the extra")
    train.add_argument("--model", type=Path, required=True, help="folder to write the model to")
    ablate = commands.add_parser("ablate", help="say what each kind of figure brings, from the networks of a training")
    for command in (train, ablate):
        command.add_argument(
            "--networks", type=Path, required=True, help="folder of the folds' networks; kept ones are used"
        )
        command.add_argument("--polnear", type=Path, default=POLNEAR, help="its training part (default %(default)s)")
        command.add_argument("--worldwide", type=Path, default=WORLDWIDE, help="the same (default %(default)s)")
        command.add_argument("--ecbplus", type=Path, default=ECBPLUS, help="its folder (default %(default)s)")
        command.add_argument("--threads", type=int, default=2)
    measure = commands.add_parser("evaluate", help="score whole comparisons against keys, as one JSON object")
    for command, keys in ((train, "train"), (ablate, "train"), (measure, "keys")):
        command.add_argument("--keys", type=Path, default=GOLD / keys, help="folder of keys (default %(default)s)")
        command.add_argument("--stories", type=Path, default=STORIES, help="their articles, as JSON Lines")
    refining = commands.add_parser("refining", help="say how well telling more than another agrees with entailing it")
    refining.add_argument("--pairs", type=Path, required=True, help="pairs of sentences as in SICK, tab-separated")
    refining.set_defaults(run=lambda given: measure_refining(given.pairs))
    train.set_defaults(run=_train)
    ablate.set_defaults(run=_ablate)
    measure.set_defaults(run=_evaluate)
    return parser


def _train(options: argparse.Namespace) -> object:
    training = import_module("crossread.learn.pairs.train")  # needs the training extra, which evaluate does not
    networks, lessons = _taught(options, training)
    return training.write(networks, lessons, options.model)


def _ablate(options: argparse.Namespace) -> object:
    training = import_module("crossread.learn.pairs.train")
    _, lessons = _taught(options, training)
    return import_module("crossread.learn.pairs.ablate").ablate(lessons)


def _taught(options: argparse.Namespace, training: Any) -> tuple[Any, Any]:
    others = own_keys(options.polnear, options.worldwide, options.ecbplus)
    return training.taught(_examples(options), others, options.networks, options.threads)  # type: ignore[no-any-return]


def _examples(options: argparse.Namespace) -> object:
    example = import_module("crossread.learn.pairs.train").Example
    pipeline = default_pipeline()
    return [example(story, resolve(story, pipeline)) for story in read_gold(options.keys, options.stories)]


def _evaluate(options: argparse.Namespace) -> object:
    return evaluate(read_gold(options.keys, options.stories), default_pipeline())
