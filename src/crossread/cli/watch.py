"""`crossread watch`."""

import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Annotated

import typer

from crossread.cli.annotators import AnnotatorOption
from crossread.cli.engines import ALL_CORES, EngineName, EngineOption, JobsOption, SchedulerOption, opened_engine
from crossread.cli.exits import COMPARED, SOME_FAILED
from crossread.cli.files import tell
from crossread.cli.run import tell_summary
from crossread.cli.steps import shown_steps
from crossread.cli.stores import StoreOption, opened
from crossread.engine import Engine
from crossread.engine import run as run_over
from crossread.errors import UsageError
from crossread.pipeline import DEFAULT_ANNOTATOR, default_pipeline
from crossread.read import Arrivals, FeedArrivals, FileArrivals, Metadata, fetch, is_address
from crossread.records import Failure
from crossread.store import Store

_STOPPED = (signal.SIGINT, signal.SIGTERM)


def watch(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="FOLDER|FEED...",
            help="Folders and files to look for articles in; with --fetch also addresses of RSS and Atom feeds.",
            show_default=False,
        ),
    ],
    store: StoreOption = None,
    every: Annotated[
        float | None,
        typer.Option(metavar="SECONDS", min=0.1, help="How long to wait between looks (default: 5; feeds: 300)."),
    ] = None,
    fetch_pages: Annotated[
        bool,
        typer.Option(
            "--fetch",
            help="Fetch feeds, and the pages they lead to, from the web: public http(s) addresses only. Without it "
            "crossread asks the network nothing.",
        ),
    ] = False,
    once: Annotated[bool, typer.Option("--once", help="Look once, run, and stop.")] = False,
    outlet: Annotated[
        str | None, typer.Option(help="Outlet of the articles that do not tell theirs (default: the file's stem).")
    ] = None,
    annotator: AnnotatorOption = DEFAULT_ANNOTATOR,
    jobs: JobsOption = ALL_CORES,
    engine: EngineOption = EngineName.LOCAL,
    scheduler: SchedulerOption = None,
) -> None:
    """Add articles to a store as they arrive, and run over it each time.

    New and changed files of a folder are taken once they have been left alone for two seconds. The store is made if
    there is none. Stop with Ctrl-C; nothing is lost, and the next watch, or run, goes on.

    For example:

    crossread watch inbox/ --store news.db

    crossread watch https://example.org/rss.xml --fetch --store news.db --every 600
    """
    arrivals = _arrivals(sources, Metadata(outlet=outlet), fetch_pages=fetch_pages, once=once)
    wait = every if every is not None else max(arrival.pause for arrival in arrivals)
    code = COMPARED
    with opened(store, create=True) as kept:
        try:
            with _interruptible(), opened_engine(engine, jobs, scheduler) as workers:
                code = _look(kept, workers, arrivals, annotator, always=True)
                while not once:
                    time.sleep(wait)
                    _look(kept, workers, arrivals, annotator)
        except KeyboardInterrupt:
            typer.echo("crossread: stopped watching; what has arrived is in the store", err=True)
    raise typer.Exit(code)


def _arrivals(sources: Sequence[str], defaults: Metadata, *, fetch_pages: bool, once: bool) -> list[Arrivals]:
    addresses = [source for source in sources if is_address(source)]
    if addresses and not fetch_pages:
        raise UsageError(f"{addresses[0]} is an address: crossread fetches only what --fetch allows it to")
    return [
        FeedArrivals(source, defaults, fetch)
        if source in addresses
        else FileArrivals(source, defaults, patient=not once)
        for source in sources
    ]


def _look(store: Store, engine: Engine, arrivals: Sequence[Arrivals], annotator: str, *, always: bool = False) -> int:
    """Add what has arrived, and run if anything has, or `always`."""
    failures: list[Failure] = []
    added = 0
    for arrival in arrivals:
        for outcome in arrival.look():
            if isinstance(outcome, Failure):
                failures.append(outcome)
            else:
                added += store.add(outcome)
    tell(failures)
    failed = len(failures)
    if added or always:
        with shown_steps() as on_step:
            summary = run_over(store, partial(default_pipeline, annotator), engine, on_step=on_step)
        failed += summary.failed
        if added or summary.failed:
            typer.echo(f"crossread: {added} {'article' if added == 1 else 'articles'} arrived", err=True)
            tell_summary(summary, store)
    return SOME_FAILED if failed else COMPARED


@contextmanager
def _interruptible() -> Iterator[None]:
    """Let SIGTERM stop the work as Ctrl-C does: between two transactions, with all workers ended."""
    former = [signal.signal(number, _interrupt) for number in _STOPPED]
    try:
        yield
    finally:
        for number, handler in zip(_STOPPED, former, strict=True):
            signal.signal(number, handler)


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt
