"""Progress of long work, on standard error, for a person only."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.text import Text

WORTH_SHOWING = 8  # fewer are done before anyone has read the bar


@contextmanager
def progress_bar(verb: str, total: int) -> Iterator[Callable[[str], None]]:
    """Yield a function that is told the name of each finished item; shows a bar if a person watches long work."""
    console = Console(stderr=True)
    if total < WORTH_SHOWING or not console.is_terminal:
        yield lambda _: None
        return
    columns = (TextColumn(verb), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(verb, total=total)

        def advance(name: str) -> None:
            progress.update(task, advance=1, description=Text(name).plain)

        yield advance


@contextmanager
def running_count(verb: str) -> Iterator[Callable[[str], None]]:
    """Yield a function that is told the name of each finished item; shows their number if a person watches."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _: None
        return
    columns = (
        TextColumn(verb),
        TextColumn("{task.completed:.0f}"),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("", total=None)

        def advance(name: str) -> None:
            progress.update(task, advance=1, description=Text(name).plain)

        yield advance
