"""`crossread annotate`."""

import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from crossread import api
from crossread.cli.exits import COMPARED, SOME_FAILED
from crossread.cli.files import write_text
from crossread.errors import UsageError
from crossread.pipeline import default_pipeline
from crossread.records import AnnotatedDocument
from crossread.report.conllu import to_conllu, to_json_line


class AnnotatedFormat(StrEnum):
    """What `annotate` prints."""

    CONLLU = "conllu"
    JSONL = "jsonl"


_RENDER: dict[AnnotatedFormat, Callable[[AnnotatedDocument], str]] = {
    AnnotatedFormat.CONLLU: to_conllu,
    AnnotatedFormat.JSONL: to_json_line,
}


def annotate(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...",
            help="Articles: text, HTML, JSON Lines or CSV files, folders of them, or - for standard input.",
            show_default=False,
        ),
    ],
    output_format: Annotated[
        AnnotatedFormat, typer.Option("--format", "-f", help="CoNLL-U, or one JSON object a line and article.")
    ] = AnnotatedFormat.CONLLU,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file instead.")] = None,
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Publication date of the articles that do not tell theirs."),
    ] = None,
) -> None:
    """Read articles: sentences, words, parts of speech, trees, names, coreference, times, quantities.

    For example:

    crossread annotate article.txt --format conllu

    crossread annotate archive/ --format jsonl -o read.jsonl
    """
    reading = api.read(paths, published=published)
    if not reading.documents:
        raise UsageError("there is no article to read")
    annotator = default_pipeline().annotate
    text = "".join(_RENDER[output_format](annotator.annotate(document)) for document in reading.documents)
    if output is None:
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.flush()
    else:
        write_text(output, text)
    for failure in reading.failures:
        typer.echo(f"crossread: {failure.document}: {failure.message}", err=True)
    raise typer.Exit(SOME_FAILED if reading.failures else COMPARED)
