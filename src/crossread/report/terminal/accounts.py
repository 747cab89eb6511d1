"""The sources, what they tell alike and alone, and what is said in them."""

from collections import defaultdict
from collections.abc import Iterable

from rich.text import Text

from crossread.report.terminal.page import OUTLET, QUIET, STRONG, Page, count, percent
from crossread.report.view.days import in_words
from crossread.report.view.evidence import Source
from crossread.report.view.records import Quotation, ReportView, Told, Utterance

SOURCES_SHOWN = 20
AGREED_SHOWN = 15
ALONE_SHOWN = 6  # a source
QUOTATIONS_SHOWN = 12
VERSIONS_SHOWN = 4  # of one quotation

_REPEATS = {"copy": "copy of", "revision": "later version of", "lifted": "has passages from"}


def show_sources(page: Page, view: ReportView) -> None:
    """Write who tells the story."""
    page.heading("Sources")
    for source in page.some(view.sources, SOURCES_SHOWN):
        title = page.join("  ", page.text(source.title)) if source.title else Text()
        page.line(page.text(source.name, OUTLET), title, lead=f"{source.number:>2}  ")
        published = in_words(source.published) if source.published else "publication date not known"
        page.line(page.text(f"{published} · {count(source.words, 'word')}", QUIET), indent=6)
        for note in _notes(source):
            page.line(page.text(note[1:]), lead=note[0] + " ", indent=6)


def _notes(source: Source) -> list[str]:
    notes = []
    if source.copy:
        share = percent(source.copy.share)
        notes.append(f"↳ {_REPEATS[source.copy.kind]} {source.copy.of} {source.copy.of_name} ({share} of its words)")
    if source.stranger:
        notes.append("? seems to tell another event than the rest")
    return notes


def show_agreed(page: Page, view: ReportView) -> None:
    """Write what several independent accounts tell alike."""
    page.heading("What they tell alike")
    if not view.agreed:
        page.line("Nothing was found that two independent accounts tell alike.")
    for told in page.some(view.agreed, AGREED_SHOWN):
        page.told(told, "✓ ")
        page.line(_reach(told, view), page.names(told.sources), indent=4, style=QUIET)


def _reach(told: Told, view: ReportView) -> str:
    everywhere = view.independent > 1 and told.independent >= view.independent
    return "all: " if everywhere else f"{told.independent} of {view.independent}: "


def show_alone(page: Page, view: ReportView) -> None:
    """Write what was found in one account only."""
    if not view.alone:
        return
    page.heading("What one alone tells", "Not found in the other articles compared here.")
    for source, told in view.alone:
        page.line(page.text(source.name, OUTLET))
        for one in page.some(_by_sentence(told), ALONE_SHOWN, indent=4):
            page.told(one, "· ", indent=4)


def _by_sentence(told: Iterable[Told]) -> list[Told]:
    """Leave out what stands in the words shown of another: a reader has seen that sentence."""
    kept: list[Told] = []
    seen: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for one in told:
        if one.shown is None:
            kept.append(one)
            continue
        at = one.shown.start
        if any(low <= at < high for low, high in seen[at // _STRETCH]):
            continue
        kept.append(one)
        last = one.shown.pieces[-1]
        low, high = one.shown.pieces[0].start, last.start + len(last.text)
        for stretch in range(low // _STRETCH, high // _STRETCH + 1):
            seen[stretch].append((low, high))
    return kept


_STRETCH = 2000  # characters: no excerpt is longer, and few begin in one


def show_quotations(page: Page, view: ReportView) -> None:
    """Write who said what, and how each outlet cut it."""
    for title, quotations in (
        ("Quotations in several accounts", view.shared_quotations),
        ("Other quotations", view.other_quotations),
    ):
        if quotations:
            page.heading(title)
        for place, quotation in enumerate(page.some(quotations, QUOTATIONS_SHOWN)):
            if place:
                page.space()
            _show_quotation(page, quotation)


def _show_quotation(page: Page, quotation: Quotation) -> None:
    page.line(page.text(quotation.speaker or "Speaker not told", STRONG))
    for utterance in page.some(quotation.utterances, VERSIONS_SHOWN, indent=4):
        page.line(page.text(utterance.source.name, OUTLET), _way(page, utterance, quotation.speaker), indent=4)
        page.quoted(utterance.excerpt, 6, ("", "") if utterance.kind == "indirect" else ("“", "”"))


def _way(page: Page, utterance: Utterance, speaker: str | None) -> Text:
    notes = utterance.way(speaker)
    return page.join("  ", page.text(" · ".join(notes)), style=QUIET) if notes else Text()
