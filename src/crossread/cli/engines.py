"""The options that say where the stages run."""

import os
from enum import StrEnum
from typing import Annotated

import typer

from crossread.engine import DaskEngine, Engine, LocalEngine
from crossread.errors import UsageError


class EngineName(StrEnum):
    """What `--engine` takes."""

    LOCAL = "local"
    DASK = "dask"


JobsOption = Annotated[
    int,
    typer.Option("--jobs", "-j", min=1, help="Processes to use on this machine. The result is the same."),
]
EngineOption = Annotated[
    EngineName,
    typer.Option("--engine", help="Processes of this machine, or Dask: the result is the same."),
]
SchedulerOption = Annotated[
    str | None,
    typer.Option(
        "--scheduler",
        metavar="ADDRESS",
        help="With --engine dask: the scheduler of a cluster, such as tcp://10.0.0.5:8786 (default: a "
        "cluster of --jobs processes here).",
    ),
]
ALL_CORES = os.cpu_count() or 1


def opened_engine(name: EngineName, jobs: int, scheduler: str | None) -> Engine:
    """Return the engine that was asked for.

    Raises UsageError if options contradict each other or Dask is not installed, EngineError if no scheduler answers.
    """
    if name is EngineName.DASK:
        return DaskEngine(scheduler, jobs)
    if scheduler is not None:
        raise UsageError("--scheduler goes with --engine dask")
    return LocalEngine(jobs)
