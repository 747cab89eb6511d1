"""How far a run is, on standard error: a bar for a person who watches, plain lines for a log."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from crossread.engine import OnStep, RunStage, Step

SECONDS_A_LINE = 10.0  # in a log; each stage's last step is told in any case
_VERBS: dict[RunStage, str] = {"read": "Reading", "group": "Grouping", "compare": "Comparing"}
_ITEMS: dict[RunStage, str] = {"read": "articles", "group": "articles", "compare": "stories"}


@contextmanager
def shown_steps() -> Iterator[OnStep]:
    """Yield what is to be told each step of a run."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _Lines().tell
        return
    columns = (
        TextColumn("{task.fields[verb]:<9}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[pace]}"),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        yield _Bars(progress).tell


class _Bars:
    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._tasks: dict[RunStage, TaskID] = {}

    def tell(self, step: Step) -> None:
        if step.stage not in self._tasks:
            if not step.total:
                return
            self._tasks[step.stage] = self._progress.add_task("", verb=_VERBS[step.stage], pace="")
        task, name = self._tasks[step.stage], escape(" ".join(step.name.split())[:40])
        self._progress.update(task, completed=step.done, total=step.total, pace=_pace(step), description=name)


class _Lines:
    def __init__(self) -> None:
        self._last = time.monotonic()

    def tell(self, step: Step) -> None:
        over = step.done and step.done == step.total
        if not over and (not step.done or time.monotonic() - self._last < SECONDS_A_LINE):
            return
        self._last = time.monotonic()
        done = f"{step.done} of {step.total} {_ITEMS[step.stage]}"
        typer.echo(f"crossread: {_VERBS[step.stage].lower()}: {done}, {_pace(step)}", err=True)


def _pace(step: Step) -> str:
    if step.rate is None or step.left is None:
        return ""
    minutes, seconds = divmod(round(step.left), 60)
    hours, minutes = divmod(minutes, 60)
    left = f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
    return f"{step.rate:.1f}/s" + (f", {left} left" if step.done < step.total else "")
