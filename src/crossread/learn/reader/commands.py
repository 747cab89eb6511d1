"""``python -m crossread.learn reader prepare|train|export|evaluate``."""

import argparse
import json
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from crossread.annotate.reader.reader import Reader
from crossread.learn.reader.evaluate import evaluate

STEPS = 3000
TRAINING = Path("../shared/training")


def main(arguments: list[str]) -> int:
    """Run one command; return the exit status."""
    options = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    return run(options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m crossread.learn reader", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _prepare_options(commands.add_parser("prepare", help="read the data sets into training material"))
    _train_options(commands.add_parser("train", help="train the joint network, or go on where it stopped"))
    _export_options(commands.add_parser("export", help="write the model's files, train its pair scorer, score it"))
    _evaluate_options(commands.add_parser("evaluate", help="score a model on gold files, as one JSON object"))
    return parser


def _prepare_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--training", type=Path, default=TRAINING, help="folder of the data sets (docs/reader.md)")
    parser.add_argument("--prepared", type=Path, required=True, help="folder to write")
    parser.add_argument("--without", nargs="*", default=[], metavar="SET", help="sets to leave out, such as worldwide")
    parser.set_defaults(run=_prepare)


def _train_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--prepared", type=Path, required=True, help="folder that prepare wrote")
    parser.add_argument("--run", type=Path, required=True, dest="folder", help="folder of the checkpoint")
    parser.add_argument("--steps", type=int, default=STEPS, help="length of the schedule (default %(default)s)")
    parser.add_argument("--minutes", type=float, help="end the schedule after so many minutes, if that comes first")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.set_defaults(run=_train)


def _export_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--training", type=Path, default=TRAINING, help="folder of the data sets (docs/reader.md)")
    parser.add_argument("--run", type=Path, required=True, dest="folder", help="folder of the checkpoint")
    parser.add_argument("--model", type=Path, required=True, help="folder to write the model to")
    parser.add_argument("--without", nargs="*", default=[], metavar="SET", help="the sets that prepare left out")
    parser.set_defaults(run=_export)


def _evaluate_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--conllu", type=Path, nargs="*", default=[], metavar="FILE", help="treebank files")
    parser.add_argument(
        "--iob2", type=Path, nargs="*", default=[], metavar="FILE", help="files of tagged names, or folders of .tsv"
    )
    parser.add_argument("--model", type=Path, help="model folder; the shipped one by default")
    parser.set_defaults(run=_evaluate)


def _prepare(options: argparse.Namespace) -> int:
    sizes = _trained("prepare").prepare(options.training, options.prepared, frozenset(options.without))
    for source, words in sizes.items():
        sys.stderr.write(f"{source}: {words} words\n")
    return 0


def _train(options: argparse.Namespace) -> int:
    train = _trained("train")
    plan = train.Plan(options.steps, seed=options.seed, minutes=options.minutes, threads=options.threads)
    train.train(options.prepared, options.folder, plan)
    return 0


def _export(options: argparse.Namespace) -> int:
    _trained("export").export(options.folder, options.training, options.model, frozenset(options.without))
    return 0


def _evaluate(options: argparse.Namespace) -> int:
    scores = evaluate(Reader(options.model), options.conllu, options.iob2)
    sys.stdout.write(json.dumps(scores, indent=1) + "\n")
    return 0


def _trained(name: str) -> Any:
    """A module that needs the ``train`` extra."""
    return import_module(f"crossread.learn.reader.{name}")
