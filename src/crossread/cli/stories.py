"""`crossread stories`."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

import typer

from crossread.cli.files import output_stream
from crossread.cli.shown import print_stories
from crossread.cli.stores import StoreOption, opened
from crossread.report.contract import json_text
from crossread.store import Store, StoryEntry, StoryFilter
from crossread.store.fields import story_fields

_PAGE = 200  # stories that are in memory at once


class ListFormat(StrEnum):
    """What lists are printed as."""

    TABLE = "table"
    JSON = "json"


def stories(
    store: StoreOption = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="Only stories that go on after this day.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Only stories that begin by this day.")] = None,
    actor: Annotated[str | None, typer.Option(metavar="NAME", help="Only stories that name this actor.")] = None,
    place: Annotated[str | None, typer.Option(metavar="NAME", help="Only stories that name this place.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Only stories that this outlet printed.")] = None,
    text: Annotated[str | None, typer.Option(metavar="WORDS", help="Only stories with these words.")] = None,
    articles: Annotated[int, typer.Option(min=1, help="Only stories with at least so many articles.")] = 1,
    output_format: Annotated[
        ListFormat, typer.Option("--format", "-f", help="A table, or a JSON list of stories with their articles.")
    ] = ListFormat.TABLE,
    limit: Annotated[
        int | None, typer.Option("--limit", "-n", min=1, help="The most stories to list (default: all).")
    ] = None,
) -> None:
    """List the stories of a store, the last published first.

    Names and words are found whatever their case and accents. Days may be given as months or years, too.

    For example:

    crossread stories --store news.db --since 2031-05-01 --actor "Ada Finch"

    crossread stories --store news.db --articles 3 --format json
    """
    wanted = StoryFilter(since, until, actor, place, outlet, text, articles)
    with opened(store) as kept:
        if output_format is ListFormat.JSON:
            _write_json(_fitting(kept, wanted, limit))
        else:
            print_stories(_fitting(kept, wanted, limit), kept.count_stories(wanted))


def _fitting(store: Store, wanted: StoryFilter, limit: int | None) -> Iterator[StoryEntry]:
    left = limit if limit is not None else store.count_stories(wanted)
    offset = 0
    while left > 0:
        page = store.stories(wanted, limit=min(_PAGE, left), offset=offset)
        yield from page
        if not page:
            return
        left, offset = left - len(page), offset + len(page)


def _write_json(found: Iterator[StoryEntry]) -> None:
    """Write a list as it is read, a story at a time."""
    with output_stream(None) as write:
        opening = "[\n"
        for story in found:
            write(opening + json_text(story_fields(story)).rstrip("\n"))
            opening = ",\n"
        write("[]\n" if opening == "[\n" else "\n]\n")
