"""What a store holds, on a terminal. All words of articles pass through `Page.text`, and never act as commands."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from io import TextIOWrapper
from typing import Any, Final

from rich.console import Console
from rich.text import Text

from crossread.records import CodedDocument, Copy, Document, Span
from crossread.report.terminal.page import MARKED, OUTLET, QUIET, STRONG, Page, count
from crossread.store import ArticleEntry, Hit, StoryEntry, StoryEvent

_NO_DATE: Final = "no date"
_DAY: Final = len("2019-01-24")
_AROUND: Final = 200  # characters shown on either side of what is pointed at
_BEGINNING: Final = 12  # words of a passage that are shown
_LEFT_OUT: Final = ("id", "evidence", "span", "doc")  # of the fields that are shown one by one


def page() -> Page:
    """Return the terminal, or what stands in its place, as a page."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal without UTF-8 shows "?" where it lacks a letter
    return Page(Console())


def print_stories(stories: Iterable[StoryEntry], total: int) -> None:
    """Write a line or two for each story."""
    shown = page()
    number = 0
    for story in stories:
        number += 1
        shown.line(shown.text(story.label, STRONG), lead=f"{story.id}  ", indent=0)
        shown.line(_extent(shown, story), indent=len(story.id) + 2)
    if number < total:
        shown.line(f"… and {total - number} more", indent=0, style=QUIET)
    if not number:
        shown.line("No story fits. `crossread run` makes stories of the articles that were added.", indent=0)


def print_story(
    story: StoryEntry, history: Sequence[StoryEvent], copies: Sequence[Copy], labels: Mapping[str, str]
) -> None:
    """Write a story with its articles and what they repeat; `labels` are those of the related stories."""
    shown = page()
    shown.line(shown.text(story.label, STRONG), indent=0)
    shown.line(story.id, " · ", _extent(shown, story), indent=0, style=QUIET)
    if story.actors:
        shown.line(shown.text(", ".join(story.actors)), lead="actors  ", indent=0)
    shown.space()
    for article in story.articles:
        _print_entry(shown, article, copied=False)
        for copy in copies:
            if copy.doc == article.id:
                _print_copy(shown, copy, indent=len(article.id) + 2)
    for event in history:
        what = "joined" if event.kind == "joined" else "left and became"
        shown.line(f"{event.day or _NO_DATE}: {event.story} {what} {event.into}", indent=0, style=QUIET)
    for related in story.related:
        shown.line(shown.text(labels[related]), lead=f"related  {related}  ", indent=0)
    shown.space()
    shown.line(f"crossread compare --story {story.id} shows where they differ.", indent=0, style=QUIET)


def print_hits(hits: Sequence[Hit]) -> None:
    """Write what was found, the words that were looked for marked."""
    shown = page()
    for hit in hits:
        where = [hit.published[:_DAY] if hit.published else _NO_DATE, hit.kind, hit.id]
        shown.line(shown.text(hit.outlet, OUTLET), " · ", shown.text(" · ".join(where), QUIET), indent=0)
        if hit.title:
            shown.line(shown.text(hit.title, STRONG), indent=0)
        shown.line(_marked(shown, hit), indent=2)
        shown.space()
    if not hits:
        shown.line("Nothing was found.", indent=0)


def print_article(document: Document, entry: ArticleEntry, coded: CodedDocument | None) -> None:
    """Write an article with what is known about it."""
    shown = page()
    if document.title:
        shown.line(shown.text(document.title, STRONG), indent=0)
    _print_entry(shown, entry, titled=False)
    known = (("source", entry.source), ("byline", document.byline), ("address", document.url), ("story", entry.story))
    for name, value in known:
        if value:
            shown.line(shown.text(value), lead=f"{name:8}", indent=0, style=QUIET)
    shown.space()
    for paragraph in document.text.splitlines():
        if paragraph.strip():
            shown.line(shown.text(paragraph), indent=0)
    shown.space()
    if coded is None:
        shown.line("It has not been read yet: `crossread run` reads it.", indent=0, style=QUIET)
        return
    told = [
        count(len(coded.statements), "statement"),
        count(len(coded.quotes), "quotation"),
        count(len(coded.events), "event"),
        count(len(coded.stances), "stance"),
    ]
    shown.line("It tells " + ", ".join(told) + ".", indent=0, style=QUIET)


def print_told(
    kind: str, fields: Mapping[str, Any], evidence: Sequence[Span], document: Document, entry: ArticleEntry
) -> None:
    """Write one thing that an article tells, and where it stands."""
    shown = page()
    shown.line(f"{kind} {fields['id']}", indent=0, style=STRONG)
    for name, value in fields.items():
        if name not in _LEFT_OUT and value not in (None, [], {}):
            shown.line(shown.text(_value(value)), lead=f"{name:12}", indent=0)
    shown.space()
    for span in evidence:
        before = document.text[max(0, span.start - _AROUND) : span.start]
        after = document.text[span.end : span.end + _AROUND]
        shown.line(shown.text(before, QUIET), shown.text(f" {span.text} ", MARKED), shown.text(after, QUIET), indent=2)
        shown.line(f"characters {span.start}-{span.end}", indent=2, style=QUIET)
    shown.space()
    _print_entry(shown, entry)


def _value(value: object) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {_value(entry)}" for name, entry in value.items() if entry not in (None, []))
    if isinstance(value, list):
        return "; ".join(_value(entry) for entry in value)
    return str(value)


def _extent(shown: Page, story: StoryEntry) -> Text:
    days = dict.fromkeys(date[:_DAY] for date in (story.first_published, story.last_published) if date)
    told = [" – ".join(days) or _NO_DATE, count(len(story.articles), "article")]
    if story.contradictions:
        told.append(count(story.contradictions, "contradiction"))
    told.append(count(len(story.outlets), "outlet"))
    return shown.join(shown.text(" · ".join(told)), ": ", shown.text(", ".join(story.outlets), OUTLET))


def _print_entry(shown: Page, article: ArticleEntry, *, titled: bool = True, copied: bool = True) -> None:
    published = article.published[:_DAY] if article.published else _NO_DATE
    title = article.title if titled else None
    shown.line(
        shown.text(published),
        "  ",
        shown.text(article.outlet, OUTLET),
        *((" · ", shown.text(title)) if title else ()),
        f" · copy of {article.copy_of}" if article.copy_of and copied else "",
        indent=0,
        lead=f"{article.id}  ",
    )


def _print_copy(shown: Page, copy: Copy, indent: int) -> None:
    """Say what an article repeats, and of passages that were lifted how they begin."""
    if copy.kind != "lifted":
        told = f"{copy.kind} of {copy.of}: {copy.share:.0%} of its words stand there"
        shown.line(told, indent=indent, style=QUIET)
        return
    for span, _ in copy.passages:
        words = span.text.split()
        begins = " ".join(words[:_BEGINNING]) + (" …" if len(words) > _BEGINNING else "")
        shown.line(f"{len(words)} words as in {copy.of}: ", shown.text(begins), indent=indent, style=QUIET)


def _marked(shown: Page, hit: Hit) -> Text:
    text, at = Text("… " if hit.start else ""), hit.start
    for start, end in hit.marks:
        text.append_text(_piece(shown, hit, at, start, ""))
        text.append_text(_piece(shown, hit, start, end, MARKED))
        at = end
    return text.append_text(_piece(shown, hit, at, hit.end, ""))


def _piece(shown: Page, hit: Hit, start: int, end: int, style: str) -> Text:
    words = hit.text[start - hit.start : end - hit.start]
    spaced = shown.text(words, style)
    left = " " if words[:1].isspace() and words.strip() else ""
    right = " " if words[-1:].isspace() else ""
    return Text.assemble(left, spaced, right)
