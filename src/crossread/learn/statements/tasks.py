"""The tasks that can be measured: each is one module with a function `evaluate(given) -> figures`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from crossread.pipeline import Pipeline

DICTIONARIES = Path("../shared/gazetteers/petrarch2")

# Modules are imported when their task is called: some need more than others.
TASKS: Mapping[str, str] = {
    "attribution": "crossread.learn.statements.attribution",
    "events": "crossread.learn.statements.events",
    "quantities": "crossread.learn.statements.quantities",
    "quotes": "crossread.learn.statements.quotes",
    "roots": "crossread.learn.statements.roots",
    "speakers": "crossread.learn.statements.speakers_measure",
    "stances": "crossread.learn.statements.stances",
    "times": "crossread.learn.statements.times",
    "verbs": "crossread.learn.statements.verbs",
}


# Who reads if nobody says: sources and cues of reports are found by trees, which only the reader draws.
ANNOTATORS: Mapping[str, str] = {"attribution": "reader"}


@dataclass(frozen=True, slots=True)
class Given:
    """What a task is measured on, and what is measured.

    `gold`: a file or folder, in the form that the task's module tells. `stories`: the articles of gold keys (JSON
    Lines), for tasks that can be measured on those. `dictionaries`: folder of the dictionaries that gold names, beside
    the gold's own. `attributions`: PolNeAR besides keys, for what learns from both.
    """

    gold: Path
    pipeline: Pipeline
    stories: Path
    dictionaries: Path = DICTIONARIES
    attributions: Path | None = None


def evaluate(task: str, given: Given) -> Mapping[str, object]:
    """Return the figures of one task of `TASKS`, in the form of one JSON object.

    Raises ReadError if the gold cannot be read.
    """
    run: Callable[[Given], Mapping[str, object]] = import_module(TASKS[task]).evaluate
    return run(given)


TRAINED: Mapping[str, str] = {
    "attribution": TASKS["attribution"],
    "pointer": "crossread.learn.statements.pointer_train",
    "roots": TASKS["roots"],
    "speakers": "crossread.learn.statements.speakers_train",
    "stances": TASKS["stances"],
    "verbs": TASKS["verbs"],
}


def train(task: str, given: Given, model: Path) -> None:
    """Teach the model of one task of `TRAINED`, and write its files into a folder; most need the `train` extra.

    Raises ReadError if the gold cannot be read.
    """
    run: Callable[[Given, Path], None] = import_module(TRAINED[task]).train
    run(given, model)
