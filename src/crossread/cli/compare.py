"""`crossread compare`."""

import os
import sys
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import partial
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from crossread import api
from crossread.cli.annotators import AnnotatorOption
from crossread.cli.exits import COMPARED, SOME_FAILED
from crossread.cli.files import story_file, tell, write_or_print, write_text
from crossread.cli.known import KnownOption, known_names
from crossread.cli.progress import progress_bar
from crossread.cli.stores import StoreOption, named, opened
from crossread.engine.stored import compare_stored
from crossread.errors import NothingToCompareError, UsageError
from crossread.pipeline import DEFAULT_ANNOTATOR, Pipeline, judged_pipeline
from crossread.read import Reading, read_judgements
from crossread.records import Comparison, Document, Failure
from crossread.report import print_report, to_html, to_json, to_markdown


class Format(StrEnum):
    """What `compare` prints."""

    TERMINAL = "terminal"
    JSON = "json"
    HTML = "html"
    MARKDOWN = "markdown"


_RENDER = {Format.JSON: to_json, Format.HTML: to_html, Format.MARKDOWN: to_markdown}
_SUFFIX = {Format.JSON: ".json", Format.HTML: ".html", Format.MARKDOWN: ".md"}
_FORMAT_OF_SUFFIX = {".json": Format.JSON, ".html": Format.HTML, ".htm": Format.HTML, ".md": Format.MARKDOWN}


def compare(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH...]",
            help="Articles: text, HTML, JSON Lines or CSV files, folders of them, or - for standard input.",
            show_default=False,
        ),
    ] = None,
    output_format: Annotated[
        Format | None,
        typer.Option(
            "--format", "-f", help="What to print. By default what the suffix of --output says, else terminal."
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Write to this file instead (with --by-story: into this folder)."),
    ] = None,
    by_story: Annotated[
        bool,
        typer.Option("--by-story", help="Compare each group of articles with one `story` field; needs --output."),
    ] = False,
    story: Annotated[
        str | None,
        typer.Option("--story", metavar="ID", help="Compare a story of the --store instead; its id may be shortened."),
    ] = None,
    store: StoreOption = None,
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
    known: KnownOption = None,
    annotator: AnnotatorOption = DEFAULT_ANNOTATOR,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=1, help="Processes to use with --by-story. The result is the same.")
    ] = os.cpu_count() or 1,
) -> None:
    """Compare articles that tell one story.

    Judgements that are kept beside the articles (`crossread judge`) are honoured.

    Prints what all agree on, where they differ (each side in its own words), what one alone tells, who backs whom, the
    timeline, and the quotations with their speakers.

    For example:

    crossread compare a.txt b.txt c.html --published 2019-01-24

    crossread compare story.jsonl --format html -o report.html

    crossread compare archive.jsonl --by-story -o comparisons/

    crossread compare --story s-1f2e3d --store news.db --format markdown
    """
    if story is not None:
        if paths or by_story:
            raise UsageError("--story compares a story of a store: leave PATH and --by-story out")
        shape = partial(judged_pipeline, annotator, known=known_names(known))
        raise typer.Exit(_compare_kept(story, store, shape, output_format or _format_of(output, False), output))
    if not paths:
        raise UsageError("say which articles to compare: PATH..., or --story ID of a --store")
    reading = api.read(paths, outlet=outlet, published=published)
    chosen = output_format or _format_of(output, by_story)
    pipeline = partial(judged_pipeline, annotator, read_judgements(paths), known_names(known))
    if by_story:
        code = _compare_each(reading, pipeline, chosen, output, jobs)
    else:
        code = _compare_one(reading, pipeline(), chosen, output)
    raise typer.Exit(code)


def _format_of(output: Path | None, by_story: bool) -> Format:
    if by_story:
        return Format.JSON
    return Format.TERMINAL if output is None else _FORMAT_OF_SUFFIX.get(output.suffix.lower(), Format.TERMINAL)


def _compare_one(reading: Reading, pipeline: Pipeline, chosen: Format, output: Path | None) -> int:
    stories = sorted({document.story for document in reading.documents if document.story is not None})
    if len(stories) > 1:
        raise UsageError(
            f"these articles belong to {len(stories)} stories ({', '.join(stories[:3])}, …): "
            "compare each with --by-story -o FOLDER, or give the articles of one story"
        )
    with progress_bar("Reading", len(reading.documents)) as advance:
        comparison = api.compare_read(reading, pipeline=pipeline, progress=advance)
    _show(comparison, chosen, output)
    tell(comparison.failures)
    return SOME_FAILED if comparison.failures else COMPARED


def _compare_kept(
    story: str, store: str | None, shape: Callable[..., Pipeline], chosen: Format, output: Path | None
) -> int:
    with opened(store) as kept:
        pipeline = shape(judgements=tuple(kept.judgements()))
        comparison = compare_stored(kept, named(kept, story, "story").id, pipeline)
    _show(comparison, chosen, output)
    tell(comparison.failures)
    return SOME_FAILED if comparison.failures else COMPARED


def _compare_each(
    reading: Reading, pipeline: Callable[[], Pipeline], chosen: Format, folder: Path | None, jobs: int
) -> int:
    if folder is None:
        raise UsageError("--by-story writes one file a story: say where with --output FOLDER")
    if chosen is Format.TERMINAL:
        raise UsageError("--by-story writes files: choose --format json, html or markdown")
    documents = reading.documents
    failed = [*reading.failures, *_without_story(documents)]
    stories = {document.story for document in documents if document.story is not None}
    compared = 0
    with progress_bar("Comparing", len(stories)) as advance:
        workers = min(jobs, len(stories) or 1)
        for name, outcome in api.compare_by_story(documents, workers=workers, pipeline=pipeline, progress=advance):
            if isinstance(outcome, Failure):
                failed.append(outcome)
                continue
            compared += 1
            write_text(story_file(folder, name, _SUFFIX[chosen]), _RENDER[chosen](outcome))
            failed += [failure for failure in outcome.failures if failure not in failed]
    tell(failed)
    if not compared:
        raise NothingToCompareError("no story was compared: see the messages above")
    typer.echo(f"crossread: {compared} of {len(stories)} stories compared into {folder}", err=True)
    return SOME_FAILED if failed else COMPARED


def _without_story(documents: Sequence[Document]) -> list[Failure]:
    message = "it has no `story` field, so --by-story leaves it out"
    return [Failure(document.source, "read", message) for document in documents if document.story is None]


def _show(comparison: Comparison, chosen: Format, output: Path | None) -> None:
    if chosen is not Format.TERMINAL:
        write_or_print(_RENDER[chosen](comparison), output)
    elif output is None:
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(errors="replace")  # a terminal without UTF-8 shows "?" where it lacks a letter
        print_report(comparison, Console())
    else:
        report = StringIO()
        print_report(comparison, Console(file=report, width=100))
        write_text(output, report.getvalue())
