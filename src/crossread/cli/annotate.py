"""`crossread annotate`."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from crossread import api
from crossread.cli.annotators import AnnotatorOption
from crossread.cli.exits import COMPARED, SOME_FAILED
from crossread.cli.files import tell, write_or_print
from crossread.cli.progress import progress_bar
from crossread.engine import annotate_each
from crossread.errors import UsageError
from crossread.pipeline import default_pipeline
from crossread.records import AnnotatedDocument, Failure
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
    annotator: AnnotatorOption = "reader",
) -> None:
    """Read articles: sentences, words, parts of speech, trees, names, coreference, times, quantities.

    For example:

    crossread annotate article.txt --format conllu

    crossread annotate archive/ --format jsonl -o read.jsonl
    """
    stage = default_pipeline(annotator).annotate
    reading = api.read(paths, published=published)
    if not reading.documents:
        tell(reading.failures)
        raise UsageError("there is no article to read")
    failures = list(reading.failures)
    read: list[str] = []
    with progress_bar("Reading", len(reading.documents)) as advance:
        for outcome in annotate_each(reading.documents, stage, advance):
            if isinstance(outcome, Failure):
                failures.append(outcome)
            else:
                read.append(_RENDER[output_format](outcome))
    write_or_print("".join(read), output)
    tell(failures)
    raise typer.Exit(SOME_FAILED if failures else COMPARED)
