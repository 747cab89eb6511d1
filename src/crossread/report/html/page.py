"""The report as one HTML file that needs no network and no script to be read."""

from functools import cache

from jinja2 import BaseLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from crossread.records import Comparison
from crossread.report.html.attributes import language_tag, web_address
from crossread.report.html.chart import chart
from crossread.report.html.dress import Dress, in_the_page
from crossread.report.html.footnotes import Footnotes
from crossread.report.html.matrix import matrix
from crossread.report.html.picture import picture
from crossread.report.html.strip import strip
from crossread.report.view import report_view
from crossread.report.view.articles import articles
from crossread.report.view.days import in_words
from crossread.report.view.shown import shown


def to_html(comparison: Comparison) -> str:
    """Return the report of a comparison as one self-contained HTML page.

    Styles and the small scripts stand in the page, and its Content-Security-Policy lets nothing else run or load.
    Article text is only ever text; what it hides (controls, turns of direction) is drawn.
    """
    return _standing_alone().get_template("report.html.j2").render(report_parts(comparison, in_the_page()))


def report_parts(comparison: Comparison, dress: Dress) -> dict[str, object]:
    """Return what `report.html.j2` shows of a comparison."""
    view = report_view(comparison)
    events = [moment for moment in view.moments if not moment.published]
    return {
        "view": view,
        "articles": articles(comparison, view),
        "matrix": matrix(view),
        "picture": picture(view.backing),
        "chart": chart(events, [moment for moment in view.moments if moment.published]),
        "footnotes": Footnotes(comparison),
        "dress": dress,
        "judging": None,
    }


def environment(loader: BaseLoader) -> Environment:
    """Return an environment for templates: all that is not markup of a template is escaped and made harmless."""
    made = Environment(
        loader=loader,
        autoescape=True,
        finalize=_harmless,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters.update(in_words=in_words, web_address=web_address, language_tag=language_tag, strip=strip)
    return made


def report_loader() -> BaseLoader:
    """Return the loader of the report's own templates."""
    return PackageLoader("crossread.report.html")


@cache
def _standing_alone() -> Environment:
    return environment(report_loader())


def _harmless(value: object) -> object:
    """Draw what text hides, wherever it is written; markup is made by templates alone, and passes."""
    return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value
