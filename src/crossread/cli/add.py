"""`crossread add`."""

from typing import Annotated

import typer

from crossread.cli.exits import COMPARED, SOME_FAILED
from crossread.cli.files import tell
from crossread.cli.progress import running_count
from crossread.cli.stores import StoreOption, opened
from crossread.errors import UsageError
from crossread.read import Metadata, read_each
from crossread.records import Failure


def add(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...",
            help="Articles: text, HTML, JSON Lines or CSV files, folders of them, or - for standard input.",
            show_default=False,
        ),
    ],
    store: StoreOption = None,
    outlet: Annotated[
        str | None, typer.Option(help="Outlet of the articles that do not tell theirs (default: the file's stem).")
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Publication date (such as 2019-01-24) of those that do not tell theirs."),
    ] = None,
) -> None:
    """Add articles to a store, which is made if there is none.

    An article that is already there changes nothing, so that the same folder may be added again and again. What the
    articles tell is found by `crossread run`.

    For example:

    crossread add archive/ feed.jsonl --store news.db

    crossread add page.html --outlet "The Harbour Ledger" --published 2031-05-07 --store news.db
    """
    added, known = 0, 0
    failures: list[Failure] = []
    with opened(store, create=True) as kept:
        with running_count("Adding") as advance:
            for outcome in read_each(paths, Metadata(outlet=outlet, published=published)):
                if isinstance(outcome, Failure):
                    failures.append(outcome)
                    continue
                new = kept.add(outcome)
                added, known = added + new, known + (not new)
                advance(outcome.source)
        tell(failures)
        if not added and not known:
            raise UsageError("there is no article to add")
        total = kept.counts().articles
        typer.echo(
            f"crossread: {added} added, {known} already there, {len(failures)} failed; "
            f"{kept.location} holds {total} {'article' if total == 1 else 'articles'}",
            err=True,
        )
    raise typer.Exit(SOME_FAILED if failures else COMPARED)
