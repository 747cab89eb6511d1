"""`crossread run`."""

from functools import partial
from itertools import islice
from typing import Annotated

import typer

from crossread.cli.annotators import AnnotatorOption
from crossread.cli.engines import ALL_CORES, EngineName, EngineOption, JobsOption, SchedulerOption, opened_engine
from crossread.cli.exits import COMPARED, INTERRUPTED, SOME_FAILED
from crossread.cli.known import KnownOption, known_names
from crossread.cli.steps import shown_steps
from crossread.cli.stores import StoreOption, opened
from crossread.engine import RunSummary
from crossread.engine import run as run_over
from crossread.pipeline import DEFAULT_ANNOTATOR, judged_pipeline
from crossread.store import Store

FAILURES_TOLD = 10  # more would bury what was done; the store keeps all


def run(
    store: StoreOption = None,
    annotator: AnnotatorOption = DEFAULT_ANNOTATOR,
    known: KnownOption = None,
    jobs: JobsOption = ALL_CORES,
    engine: EngineOption = EngineName.LOCAL,
    scheduler: SchedulerOption = None,
    limit: Annotated[
        int | None, typer.Option(min=1, help="Read no more new articles than that; the rest waits for the next run.")
    ] = None,
    retry_failures: Annotated[
        bool, typer.Option("--retry-failures", help="Try again the articles and stories that failed before.")
    ] = False,
) -> None:
    """Read, group and compare what is new in a store.

    Reads each new article and takes it apart, sorts them into stories, and compares each story that is new or has
    changed. Nothing is done twice: a run that was stopped or killed, however, goes on with the next one, and ends with
    the same store. What fails costs one article; the store keeps which, and why.

    For example:

    crossread add archive/ --store news.db

    crossread run --store news.db --jobs 8

    crossread run --store news.db --engine dask --scheduler tcp://10.0.0.5:8786
    """
    with opened(store) as kept:
        try:
            with opened_engine(engine, jobs, scheduler) as workers, shown_steps() as on_step:
                summary = run_over(
                    kept,
                    partial(judged_pipeline, annotator, (), known_names(known)),
                    workers,
                    limit=limit,
                    retry=retry_failures,
                    on_step=on_step,
                )
        except KeyboardInterrupt:
            typer.echo("crossread: stopped; what is done is kept, and the next run goes on from there", err=True)
            raise typer.Exit(INTERRUPTED) from None
        tell_summary(summary, kept)
    raise typer.Exit(SOME_FAILED if summary.failed else COMPARED)


def tell_summary(summary: RunSummary, store: Store) -> None:
    """Tell a person, on standard error, what a run did and what failed."""
    typer.echo(
        f"crossread: {summary.read} articles read, {summary.grouped} grouped, {summary.compared} stories compared, "
        f"{summary.failed} failed, in {summary.seconds:.0f} seconds",
        err=True,
    )
    if not summary.failed:
        return
    failures = store.failures()
    for failure in islice(failures, FAILURES_TOLD):
        typer.echo(f"crossread: {failure.source}: {failure.stage}: {failure.message}", err=True)
    more = sum(1 for _ in failures)
    if more:
        typer.echo(f"crossread: … and {more} more that stand in the store", err=True)
