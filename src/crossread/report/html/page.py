"""The report as one HTML file that needs no network and no script to be read."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from crossread.records import Comparison
from crossread.report.html.attributes import language_tag, web_address
from crossread.report.html.footnotes import Footnotes
from crossread.report.html.matrix import matrix
from crossread.report.html.picture import picture
from crossread.report.view import report_view
from crossread.report.view.articles import articles
from crossread.report.view.days import in_words
from crossread.report.view.shown import shown


def to_html(comparison: Comparison) -> str:
    """Return the report of a comparison as one self-contained HTML page.

    Styles and the small script stand in the page, and its Content-Security-Policy lets nothing else run or load.
    Article text is only ever text; what it hides (controls, turns of direction) is drawn.
    """
    view = report_view(comparison)
    style, script = _template_text("report.css"), _template_text("report.js")
    policy = (
        f"default-src 'none'; style-src {_fingerprint(style)}; script-src {_fingerprint(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            view=view,
            articles=articles(comparison, view),
            matrix=matrix(view),
            picture=picture(view.backing),
            footnotes=Footnotes(comparison),
            policy=policy,
            style=Markup(style),  # noqa: S704 - our own file, to the letter, or its fingerprint would not match
            script=Markup(script),  # noqa: S704 - as above
        )
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("crossread.report.html"),
        autoescape=True,
        finalize=_harmless,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(in_words=in_words, web_address=web_address, language_tag=language_tag)
    return environment


def _harmless(value: object) -> object:
    """Draw what text hides, wherever it is written; markup is made by templates alone, and passes."""
    return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _template_text(name: str) -> str:
    return files("crossread.report.html").joinpath("templates", name).read_text("utf-8")


def _fingerprint(text: str) -> str:
    """Return the CSP source that lets exactly this style or script act (Content Security Policy 3, hash-source)."""
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
