"""`crossread judge`."""

import getpass
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from crossread import api
from crossread.cli.annotators import AnnotatorOption
from crossread.cli.exits import COMPARED
from crossread.cli.known import KnownOption, known_names
from crossread.cli.stores import StoreOption, named, opened
from crossread.engine.stored import compare_stored
from crossread.pipeline import DEFAULT_ANNOTATOR, Pipeline, judged_pipeline, judgements_on
from crossread.read import add_judgements, judgement_file, read_judgements
from crossread.records import Comparison, Judgement, Verdict


def judge(
    story: Annotated[
        str,
        typer.Argument(
            metavar="STORY",
            help="The story's articles: a file or folder; with --store, the id of a story kept there.",
            show_default=False,
        ),
    ],
    verdict: Annotated[
        Verdict | None,
        typer.Argument(help="What you say. Without it, what can be judged is listed, with ids.", show_default=False),
    ] = None,
    things: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="THING...",
            help="Two entities (by name or id), two points or statements (by id) that are the same or different; a "
            "point and a document that are different, where what the document tells is something else; or one "
            "discrepancy (by id) that is wrong (same takes it back). The beginning of an id is enough.",
            show_default=False,
        ),
    ] = None,
    by: Annotated[str | None, typer.Option(help="Who says so (default: your login).", show_default=False)] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="As for compare: the date of articles that do not tell theirs.")
    ] = None,
    store: StoreOption = None,
    annotator: AnnotatorOption = DEFAULT_ANNOTATOR,
    known: KnownOption = None,
) -> None:
    """Correct a comparison: say that two things are the same, or different, or that a discrepancy is wrong.

    What you say is kept in judgements.tsv beside the articles (or in the store), and outranks the models whenever they
    are compared again.

    For example:

    crossread judge story.jsonl

    crossread judge story.jsonl different "Ada Finch" "Edna Finch"

    crossread judge story.jsonl wrong x-0a1b2c3d
    """
    shape = partial(judged_pipeline, annotator, known=known_names(known))
    if store is not None and not Path(story).exists():
        _judge_kept(story, verdict, things or [], by, store, shape)
    else:
        before = read_judgements([story])
        pipeline = shape(before)
        comparison = api.compare_read(api.read([story], published=published), pipeline=pipeline)
        if verdict is None:
            _list(comparison)
        else:
            found = judgements_on(comparison, verdict, things or [], by or getpass.getuser(), before)
            path = judgement_file(story)
            add_judgements(path, found, " / ".join(things or []))
            typer.echo(f"crossread: kept in {path}", err=True)
    raise typer.Exit(COMPARED)


def _judge_kept(
    story: str,
    verdict: Verdict | None,
    things: Sequence[str],
    by: str | None,
    store: str,
    shape: Callable[[tuple[Judgement, ...]], Pipeline],
) -> None:
    with opened(store) as kept:
        identity = named(kept, story, "story").id
        before = tuple(kept.judgements())
        comparison = compare_stored(kept, identity, shape(before))
        if verdict is None:
            _list(comparison)
            return
        for judgement in judgements_on(comparison, verdict, things, by or getpass.getuser(), before):
            kept.judge(judgement, identity)
    typer.echo(f"crossread: kept in {store}", err=True)


def _list(comparison: Comparison) -> None:
    for line in _lines(comparison):
        typer.echo(line)


def _lines(comparison: Comparison) -> Iterator[str]:
    yield from (f"{d.id}\t{d.severity}\t{d.kind}: {d.about}" for d in comparison.discrepancies)
    yield from (f"{p.id}\t{p.status}\t{' '.join(p.label.split())}" for p in comparison.points)
    yield from (f"{e.id}\t{e.kind}\t{e.name}" for e in comparison.entities)
