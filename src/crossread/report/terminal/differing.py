"""Where the accounts differ, each side in its own words."""

from rich.text import Text

from crossread.records import Severity
from crossread.report.terminal.page import QUIET, STRONG, Page, percent
from crossread.report.view.records import Difference, ReportView, Version

SHOWN = 15  # differences; a longer list is read in a browser
ACCOUNTS_SHOWN = 4  # of one version: those that say the same say it in like words
EXCERPTS_SHOWN = 3  # of one account

_STYLE: dict[Severity, str] = {"contradiction": "bold red", "difference": "bold yellow", "framing": "bold blue"}
_SIGN: dict[Severity, str] = {"contradiction": "≠", "difference": "≈", "framing": "◐"}


def show_differences(page: Page, view: ReportView) -> None:
    """Write every difference, the gravest first."""
    page.heading("Where they differ")
    if not view.differences:
        page.line("No difference was found in what these articles both tell.")
    for place, difference in enumerate(page.some(view.differences, SHOWN)):
        if place:
            page.space()
        _show(page, difference)


def _show(page: Page, difference: Difference) -> None:
    style = _STYLE[difference.severity]
    lead = Text(f"{_SIGN[difference.severity]} {difference.number:>2} ", style=style)
    page.line(page.text(difference.about, STRONG), lead=lead)
    notes = [difference.weight.partition(":")[0].lower(), difference.heading[0].lower() + difference.heading[1:]]
    notes.append(f"{percent(difference.confidence)} sure")
    if difference.update:
        notes.append("the later account may simply know more")
    page.line(Text(" · ".join(notes), style=QUIET), indent=7)
    for version in difference.versions:
        _show_version(page, version)


def _show_version(page: Page, version: Version) -> None:
    if not version.verbatim:
        page.line(page.text(version.value, STRONG), indent=7)
    for account in page.some(version.accounts, ACCOUNTS_SHOWN, indent=7):
        page.line(page.names((account.source, *account.repeats)), indent=7)
        for excerpt in page.some(account.excerpts, EXCERPTS_SHOWN, indent=9):
            page.quoted(excerpt, 9)
