"""Who backs whom, the time line, names, and what failed."""

from collections.abc import Sequence

from rich.box import SIMPLE
from rich.table import Table
from rich.text import Text

from crossread.records import StanceSide
from crossread.report.terminal.page import OUTLET, QUIET, STRONG, Page, count
from crossread.report.view.evidence import Excerpt, Source
from crossread.report.view.records import Backer, Backing, Moment, ReportView

TARGETS_SHOWN = 12
BACKERS_SHOWN = 12  # in one cell
MOMENTS_SHOWN = 20
NAMINGS_SHOWN = 6
DAY_COLUMN = 23  # columns: "8 – 12 September 2031" and a space; a longer interval pushes its line on
WORDS_SHOWN = 6  # labels of one entity in one account

_TITLE: dict[StanceSide, str] = {"for": "For", "against": "Against", "neutral": "Neither"}


def show_backing(page: Page, view: ReportView) -> None:
    """Write a table of targets with those for and against, and the outlets that say so."""
    if not view.backing:
        return
    page.heading("Who backs whom")
    sides = [side for side in _TITLE if any(dict(row.sides).get(side) for row in view.backing)]
    if page.narrow:
        for row in page.some(view.backing, TARGETS_SHOWN):
            _list_row(page, row)
        return
    table = Table(box=SIMPLE, pad_edge=False, leading=1, expand=True)
    table.add_column("Towards", overflow="fold", ratio=3)
    for side in sides:
        table.add_column(_TITLE[side], overflow="fold", ratio=5)
    for row in view.backing[:TARGETS_SHOWN]:
        backers = dict(row.sides)
        table.add_row(page.text(row.target, STRONG), *(Text("\n").join(_cells(page, backers[side])) for side in sides))
    page.table(table)
    page.more(len(view.backing) - TARGETS_SHOWN)


def _list_row(page: Page, row: Backing) -> None:
    page.line(page.text(row.target, STRONG))
    for side, backers in row.sides:
        if backers:
            page.line(f"{_TITLE[side].lower()}:", indent=4, style=QUIET)
            for line in _cells(page, backers):
                page.line(line, indent=6)


def _cells(page: Page, backers: Sequence[Backer]) -> list[Text]:
    lines = []
    for backer in backers[:BACKERS_SHOWN]:
        word = f", {backer.act}" + (f" (says {backer.speaker})" if backer.speaker else "")
        lines.append(page.join(page.text(backer.name + word), " — ", page.names(backer.sources)))
    if len(backers) > BACKERS_SHOWN:
        lines.append(page.text(f"and {len(backers) - BACKERS_SHOWN} more", QUIET))
    return lines


def show_moments(page: Page, view: ReportView) -> None:
    """Write what happened when, publication apart, and which times could not be placed."""
    unplaced = [source for source in view.sources if source.unresolved]
    if not view.moments and not unplaced:
        return
    page.heading("Timeline")
    before = None
    for moment in page.some(view.moments, MOMENTS_SHOWN):
        _show_moment(page, moment, "" if moment.in_words == before else moment.in_words)
        before = moment.in_words
    for source in unplaced:
        page.line(page.text(source.name, OUTLET), f": {_unplaced(source)}", lead="? ")


def _show_moment(page: Page, moment: Moment, day_in_words: str) -> None:
    day = Text(day_in_words.ljust(DAY_COLUMN - 1) + " ", style=STRONG)
    if moment.published:
        page.line("published by ", page.listed(moment.sources), lead=day, style=QUIET)
    else:
        page.line(page.text(moment.label), " — ", page.names(moment.sources), lead=day)


def _unplaced(source: Source) -> str:
    times = count(source.unresolved, "time") + (" stays" if source.unresolved == 1 else " stay")
    if source.published:
        return f"{times} unresolved"
    return f"{times} unresolved, for nothing tells when it was published (--published)"


def show_namings(page: Page, view: ReportView) -> None:
    """Write what each account calls the people and bodies of the story."""
    if not view.namings:
        return
    page.heading("What they are called")
    for naming in page.some(view.namings, NAMINGS_SHOWN):
        page.line(page.text(naming.entity, STRONG))
        for source, own, quoted in naming.rows:
            said = page.join(" · in quotation: ", _words(page, quoted)) if quoted else Text()
            page.line(page.text(source.name, OUTLET), "  ", _words(page, own), said, indent=4)


def _words(page: Page, excerpts: Sequence[Excerpt]) -> Text:
    words = list(dict.fromkeys(excerpt.text for excerpt in excerpts))
    more = f" and {len(words) - WORDS_SHOWN} more" if len(words) > WORDS_SHOWN else ""
    return page.text(", ".join(f"“{word}”" for word in words[:WORDS_SHOWN]) + more)


def show_failures(page: Page, view: ReportView) -> None:
    """Write what could not be read or compared."""
    if not view.failures:
        return
    page.heading("What failed")
    for failure in view.failures:
        page.line(page.text(failure.document, STRONG), page.text(f": {failure.message} ({failure.stage})"))
