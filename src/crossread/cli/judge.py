"""`crossread judge`."""

import getpass
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import Annotated

import typer

from crossread import api
from crossread.cli.annotators import AnnotatorOption
from crossread.cli.exits import COMPARED
from crossread.cli.stores import StoreOption, named, opened
from crossread.engine.stored import compare_stored
from crossread.errors import UsageError
from crossread.pipeline import DEFAULT_ANNOTATOR, judged_pipeline
from crossread.read import add_judgements, judgement_file, read_judgements
from crossread.records import Comparison, Judgement, Verdict

_SHORTEST = 6  # characters of an id's beginning


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
            help="Two entities (by name or id), two points or statements (by id) that are the same or different; or "
            "one discrepancy (by id) that is wrong. The beginning of an id is enough.",
            show_default=False,
        ),
    ] = None,
    by: Annotated[str | None, typer.Option(help="Who says so (default: your login).", show_default=False)] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="As for compare: the date of articles that do not tell theirs.")
    ] = None,
    store: StoreOption = None,
    annotator: AnnotatorOption = DEFAULT_ANNOTATOR,
) -> None:
    """Correct a comparison: say that two things are the same, or different, or that a discrepancy is wrong.

    What you say is kept in judgements.tsv beside the articles (or in the store), and outranks the models whenever they
    are compared again.

    For example:

    crossread judge story.jsonl

    crossread judge story.jsonl different "Ada Finch" "Edna Finch"

    crossread judge story.jsonl wrong x-0a1b2c3d
    """
    if store is not None and not Path(story).exists():
        _judge_kept(story, verdict, things or [], by, store, annotator)
    else:
        pipeline = judged_pipeline(annotator, read_judgements([story]))
        comparison = api.compare_read(api.read([story], published=published), pipeline=pipeline)
        if verdict is None:
            _list(comparison)
        else:
            found = judgements_on(comparison, verdict, things or [], by or getpass.getuser())
            path = judgement_file(story)
            add_judgements(path, found, " / ".join(things or []))
            typer.echo(f"crossread: kept in {path}", err=True)
    raise typer.Exit(COMPARED)


def _judge_kept(
    story: str, verdict: Verdict | None, things: Sequence[str], by: str | None, store: str, annotator: str
) -> None:
    with opened(store) as kept:
        identity = named(kept, story, "story").id
        comparison = compare_stored(kept, identity, judged_pipeline(annotator, tuple(kept.judgements())))
        if verdict is None:
            _list(comparison)
            return
        for judgement in judgements_on(comparison, verdict, things, by or getpass.getuser()):
            kept.judge(judgement, identity)
    typer.echo(f"crossread: kept in {store}", err=True)


def judgements_on(comparison: Comparison, verdict: Verdict, things: Sequence[str], person: str) -> list[Judgement]:
    """Return what a person's verdict on these things means for the ids that the models go by.

    Raises UsageError if the things are not such as the verdict can be said of.
    """
    made_by = f"person:{person}"
    if verdict is Verdict.WRONG:
        if len(things) != 1:
            raise UsageError("wrong is said of one discrepancy: give its id")
        wrong = _one(things[0], [d.id for d in comparison.discrepancies], "discrepancy")
        return [Judgement(wrong, wrong, verdict, 1.0, made_by)]
    if len(things) != 2:
        raise UsageError(f"{verdict.value} is said of two things: give two names or ids")
    left, right = (_judged(comparison, thing) for thing in things)
    if left & right:
        raise UsageError(f"{things[0]!r} and {things[1]!r} are one thing already: give the ids of two parts of it")
    docs = {statement.id: statement.doc for statement in comparison.statements}
    pairs = {(min(pair), max(pair)) for pair in product(left, right) if docs.get(pair[0], "") != docs.get(pair[1])}
    if not pairs:
        raise UsageError("both stand in one article: only what different articles tell is put together")
    return [Judgement(a, b, verdict, 1.0, made_by) for a, b in sorted(pairs)]


def _judged(comparison: Comparison, thing: str) -> frozenset[str]:
    """Return the ids that a thing stands for: an entity's, a statement's, those of a point's statements."""
    called = [entity.id for entity in comparison.entities if entity.name.casefold() == thing.casefold()]
    if len(called) == 1:
        return frozenset(called)
    points = {point.id: frozenset(point.statements) for point in comparison.points}
    entities = [entity.id for entity in comparison.entities]
    found = _one(thing, [*entities, *points, *(s.id for s in comparison.statements)], "entity, point or statement")
    return points.get(found, frozenset((found,)))


def _one(thing: str, ids: Iterable[str], what: str) -> str:
    found = sorted({i for i in ids if i == thing or (len(thing) >= _SHORTEST and i.startswith(thing))})
    if thing in found:
        return thing
    if len(found) != 1:
        known = f"is the beginning of several ids ({', '.join(found[:3])})" if found else "is none here"
        raise UsageError(f"{thing!r} {known}: give the id of an {what}, as `crossread judge STORY` lists them")
    return found[0]


def _list(comparison: Comparison) -> None:
    for line in _lines(comparison):
        typer.echo(line)


def _lines(comparison: Comparison) -> Iterator[str]:
    yield from (f"{d.id}\t{d.severity}\t{d.kind}: {d.about}" for d in comparison.discrepancies)
    yield from (f"{p.id}\t{p.status}\t{' '.join(p.label.split())}" for p in comparison.points)
    yield from (f"{e.id}\t{e.kind}\t{e.name}" for e in comparison.entities)
