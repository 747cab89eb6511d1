"""`crossread extract`."""

import os
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from crossread import api
from crossread.cli.annotators import AnnotatorOption
from crossread.cli.dictionaries import ActorsOption, AgentsOption, VerbsOption, given_dictionaries
from crossread.cli.exits import COMPARED, SOME_FAILED
from crossread.cli.files import output_stream, tell
from crossread.cli.progress import progress_bar
from crossread.engine import code_each
from crossread.errors import UsageError
from crossread.pipeline import default_pipeline
from crossread.records import CodedDocument, Failure
from crossread.report.coding import KINDS, RowFormat, columns_of, failure_row, heading, row_line, rows_of


class KindName(StrEnum):
    """What `--kind` takes."""

    EVENT = "event"
    STATEMENT = "statement"
    STANCE = "stance"
    QUOTATION = "quotation"
    TIME = "time"
    QUANTITY = "quantity"
    FAILURE = "failure"


_FORMAT_OF_SUFFIX = {".csv": RowFormat.CSV, ".tsv": RowFormat.TSV, ".tab": RowFormat.TSV}


def extract(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...",
            help="Articles: text, HTML, JSON Lines or CSV files, folders of them, or - for standard input.",
            show_default=False,
        ),
    ],
    row_format: Annotated[
        RowFormat | None,
        typer.Option(
            "--format",
            "-f",
            help="One JSON object a line, or a table. By default what the suffix of --output says, else jsonl.",
        ),
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file instead.")] = None,
    kind: Annotated[
        list[KindName] | None,
        typer.Option(
            "--kind",
            "-k",
            metavar="KIND",
            help="Only rows of this kind: event, statement, stance, quotation, time, quantity or failure. May be given "
            "several times. By default all.",
        ),
    ] = None,
    outlet: Annotated[
        str | None, typer.Option(help="Outlet of the articles that do not tell theirs (default: the file's stem).")
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="Publication date (such as 2019-01-24) of the articles that do not tell theirs. Without one, "
            "'Wednesday' and the like stay unresolved.",
        ),
    ] = None,
    annotator: AnnotatorOption = "reader",
    actors: ActorsOption = None,
    agents: AgentsOption = None,
    verbs: VerbsOption = None,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=1, help="Processes to use. The result is the same.")
    ] = os.cpu_count() or 1,
) -> None:
    """Take articles apart, without comparing them: one row for each thing that an article tells.

    Events (who did what to whom, when, where, how many; coded in PLOVER), statements, stances (who stands for or
    against whom), quotations with their speakers, times and quantities. Each row has the article's id, its outlet and
    date, and the words that it rests on with their place in the text. Articles are done in the order given, and rows
    are written as they come. What failed is a row of kind 'failure', and is told on standard error.

    Who the actors of events are can be told by dictionaries of one's own (--actors, --agents), and so can what is an
    event (--verbs), in the formats of PETRARCH and TABARI.

    Every column and code: docs/codebook.md.

    For example:

    crossread extract archive/ --kind event -o events.csv

    crossread extract article.txt --published 2019-01-24 | jq 'select(.kind == "quotation")'

    crossread extract news.jsonl -f tsv -k stance -k statement --jobs 4

    crossread extract news.jsonl -k event --actors our.actors.txt --agents our.agents.txt
    """
    chosen = row_format or (_FORMAT_OF_SUFFIX.get(output.suffix.lower()) if output else None) or RowFormat.JSONL
    kinds = [name for name in KINDS if not kind or name in kind]
    dictionaries = given_dictionaries(actors, agents, verbs)
    reading = api.read(paths, outlet=outlet, published=published)
    if not reading.documents:
        tell(reading.failures)
        raise UsageError("there is no article to read")
    failures: list[Failure] = []
    columns = columns_of(kinds)
    with output_stream(output) as write, progress_bar("Reading", len(reading.documents)) as advance:
        write(heading(columns, chosen))
        coded = code_each(reading.documents, partial(default_pipeline, annotator, dictionaries), jobs, advance)
        for outcome in _with(reading.failures, coded):
            if isinstance(outcome, Failure):
                failures.append(outcome)
                rows = iter([failure_row(outcome)] if "failure" in kinds else [])
            else:
                rows = rows_of(outcome, kinds)
            write("".join(row_line(row, columns, chosen) for row in rows))
    tell(failures)
    raise typer.Exit(SOME_FAILED if failures else COMPARED)


def _with(failures: Sequence[Failure], coded: Iterator[CodedDocument | Failure]) -> Iterator[CodedDocument | Failure]:
    """What could not even be read comes first: nobody has to wait for it."""
    yield from failures
    yield from coded
