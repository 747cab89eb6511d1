"""`crossread search`."""

from enum import StrEnum
from typing import Annotated

import typer

from crossread.cli.files import write_or_print
from crossread.cli.shown import print_hits
from crossread.cli.stores import StoreOption, opened
from crossread.cli.stories import ListFormat
from crossread.report.contract import json_text
from crossread.store import HitKind
from crossread.store.fields import hit_fields


class Within(StrEnum):
    """What `--in` takes."""

    ARTICLE = "article"
    STATEMENT = "statement"
    QUOTATION = "quotation"


_KINDS: dict[Within, HitKind] = {
    Within.ARTICLE: "article",
    Within.STATEMENT: "statement",
    Within.QUOTATION: "quotation",
}


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="What to look for.", show_default=False)],
    store: StoreOption = None,
    within: Annotated[
        list[Within] | None,
        typer.Option("--in", "-i", help="Look in articles, statements or quotations. May be given several times."),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="The most hits of each kind.")] = 10,
    output_format: Annotated[
        ListFormat, typer.Option("--format", "-f", help="A list to read, or JSON with the offsets of every hit.")
    ] = ListFormat.TABLE,
) -> None:
    """Search the articles of a store, and what they state and quote.

    Finds what has all the words, whatever their ending, case and accents; "words between quotation marks" stand side by
    side. Nothing else has a meaning, so that anything may be looked for.

    For example:

    crossread search bridge '"Ada Finch"' --store news.db

    crossread search closed --in quotation --format json --store news.db
    """
    kinds = [_KINDS[one] for one in within or list(Within)]
    with opened(store) as kept:
        hits = kept.search(" ".join(words), kinds, limit=limit)
    if output_format is ListFormat.JSON:
        write_or_print(json_text([hit_fields(hit) for hit in hits]), None)
    else:
        print_hits(hits)
