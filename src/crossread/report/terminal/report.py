"""The report for a terminal: what to know first stands first."""

from rich.console import Console

from crossread.records import Comparison
from crossread.report.terminal.accounts import show_agreed, show_alone, show_quotations, show_sources
from crossread.report.terminal.differing import show_differences
from crossread.report.terminal.page import OUTLET, QUIET, STRONG, Page, count
from crossread.report.terminal.tables import show_backing, show_failures, show_moments, show_namings
from crossread.report.view import report_view
from crossread.report.view.days import in_words
from crossread.report.view.records import ReportView


def print_report(comparison: Comparison, console: Console) -> None:
    """Write the report of a comparison, no line wider than the console (60 columns or more).

    Colour only where the console has it. Article text never acts as markup or as a control sequence.
    """
    view = report_view(comparison)
    page = Page(console)
    _show_title(page, view)
    show_sources(page, view)
    show_differences(page, view)
    show_agreed(page, view)
    show_alone(page, view)
    show_backing(page, view)
    show_moments(page, view)
    show_quotations(page, view)
    show_namings(page, view)
    show_failures(page, view)
    page.space()


def _show_title(page: Page, view: ReportView) -> None:
    page.space()
    page.line(page.text(view.title, STRONG))
    extent = [count(len(view.sources), "article"), count(view.outlets, "outlet")]
    extent.append(count(view.independent, "independent account"))
    if view.first_published and view.last_published:
        days = dict.fromkeys((view.first_published[:10], view.last_published[:10]))
        extent.append("published " + in_words("/".join(days)))
    page.line(page.text(" · ".join(extent)), style=QUIET)
    page.space()
    page.line(
        page.join(count(view.count("contradiction"), "contradiction"), style=STRONG),
        f" · {count(view.count('difference'), 'difference')} · {view.count('framing')} in framing · ",
        f"{count(len(view.agreed), 'thing')} told alike · ",
        f"{sum(len(told) for _, told in view.alone)} told by one alone",
    )
    for sentence in view.account:
        page.space()
        page.quoted(sentence.excerpt, 2)
        others = [outlet for outlet in sentence.agreed_by if outlet != sentence.excerpt.source.outlet]
        also = f", also told by {', '.join(others)}" if others else ""
        page.line(page.text(sentence.excerpt.source.name, OUTLET), page.text(also, QUIET), lead="— ", indent=2)
