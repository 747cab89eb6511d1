"""`crossread show`."""

from typing import Annotated, Any

import typer

from crossread.cli.files import write_or_print
from crossread.cli.shown import print_article, print_story, print_told
from crossread.cli.stores import StoreOption, named, opened
from crossread.cli.stories import ListFormat
from crossread.engine.stored import copies_of
from crossread.records import CodedDocument, Copy, Event, Quote, Span, Stance, Statement
from crossread.report.contract import json_text
from crossread.report.contract.read import event_fields, quote_fields, stance_fields, statement_fields
from crossread.report.contract.span import span_fields
from crossread.store import Store, Thing
from crossread.store.fields import article_fields, story_fields

Told = Statement | Quote | Event | Stance


def show(
    identity: Annotated[
        str, typer.Argument(metavar="ID", help="An id, or its beginning where that is clear.", show_default=False)
    ],
    store: StoreOption = None,
    output_format: Annotated[
        ListFormat, typer.Option("--format", "-f", help="A page to read, or JSON.")
    ] = ListFormat.TABLE,
) -> None:
    """Show one thing of a store: an article, a story, a statement, a quotation, an event or a stance.

    For example:

    crossread show s-1f2e3d --store news.db

    crossread show d-0a1b2c3d4e5f --format json --store news.db
    """
    with opened(store) as kept:
        thing = named(kept, identity)
        as_json = output_format is ListFormat.JSON
        if thing.kind == "article":
            _show_article(kept, thing.id, as_json)
        elif thing.kind == "story":
            _show_story(kept, thing.id, as_json)
        else:
            _show_told(kept, thing, as_json)


def _show_article(store: Store, identity: str, as_json: bool) -> None:
    document, (entry,) = store.document(identity), store.articles([identity])
    coded = store.coded([identity])[0] if entry.coded else None
    if as_json:
        more = {"byline": document.byline, "language": document.language, "text": document.text}
        told = None if coded is None else _told_fields(coded)
        write_or_print(json_text({**article_fields(entry), **more, "told": told}), None)
    else:
        print_article(document, entry, coded)


def _told_fields(coded: CodedDocument) -> dict[str, Any]:
    return {
        "quotes": [quote_fields(quote) for quote in coded.quotes],
        "statements": [statement_fields(statement) for statement in coded.statements],
        "events": [event_fields(event) for event in coded.events],
        "stances": [stance_fields(stance) for stance in coded.stances],
    }


def _show_story(store: Store, identity: str, as_json: bool) -> None:
    story, history, copies = store.story(identity), store.story_history(identity), copies_of(store, identity)
    if not as_json:
        print_story(story, history, copies, {other: store.story(other).label for other in story.related})
        return
    changes = [{"story": event.story, "kind": event.kind, "into": event.into, "day": event.day} for event in history]
    more = {
        "actors": list(story.actors),
        "related": list(story.related),
        "compared": story.compared,
        "contradictions": story.contradictions,
        "changes": changes,
        "repeats": [_copy_fields(copy) for copy in copies],
    }
    write_or_print(json_text({**story_fields(story), **more}), None)


def _copy_fields(copy: Copy) -> dict[str, Any]:
    passages = [[span_fields(span) for span in passage] for passage in copy.passages]
    return {"document": copy.doc, "of": copy.of, "kind": copy.kind, "share": copy.share, "passages": passages}


def _show_told(store: Store, thing: Thing, as_json: bool) -> None:
    document = thing.document or ""
    (coded,), (entry,) = store.coded([document]), store.articles([document])
    told = next(one for one in _all_told(coded) if one.id == thing.id)
    if as_json:
        shown = {"kind": thing.kind, thing.kind: _fields(told), "document": article_fields(entry)}
        write_or_print(json_text(shown), None)
    else:
        print_told(thing.kind, _fields(told), _evidence(told), coded.annotated.document, entry)


def _all_told(coded: CodedDocument) -> tuple[Told, ...]:
    return (*coded.statements, *coded.quotes, *coded.events, *coded.stances)


def _fields(told: Told) -> dict[str, Any]:
    if isinstance(told, Statement):
        return statement_fields(told)
    if isinstance(told, Quote):
        return quote_fields(told)
    return event_fields(told) if isinstance(told, Event) else stance_fields(told)


def _evidence(told: Told) -> tuple[Span, ...]:
    return (told.span,) if isinstance(told, Quote) else told.evidence
