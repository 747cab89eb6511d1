"""Writes the pages: the report's own templates, and those of the workbench around them."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from threading import Lock

from jinja2 import ChoiceLoader, Environment, PackageLoader

from crossread.records import Comparison, Judgement, Verdict
from crossread.report.html.dress import SCRIPTS, STYLES, Asset, Dress, asset_text
from crossread.report.html.page import environment, report_loader, report_parts
from crossread.store import Hit

PAGES_KEPT = 32  # story pages: the last ones that were looked at are looked at again
_OWN = ("workbench.css", "workbench.js")


@cache
def assets() -> Mapping[str, tuple[str, str]]:
    """Return the (text, media type) of each style sheet and script by its file name, which changes with its text."""
    texts = {name: asset_text(name) for name in (*STYLES, *SCRIPTS)}
    own = files("crossread.web").joinpath("assets")
    texts |= {name: own.joinpath(name).read_text("utf-8") for name in _OWN}
    return {
        f"{sha256(text.encode('utf-8')).hexdigest()[:12]}-{name}": (
            text,
            "text/css" if name.endswith(".css") else "text/javascript",
        )
        for name, text in texts.items()
    }


@cache
def beside_the_page() -> Dress:
    """Return the dress of pages that load their style sheets and scripts; the server states the policy."""
    styles = [Asset(address=f"/assets/{name}") for name in assets() if name.endswith(".css")]
    scripts = [Asset(address=f"/assets/{name}") for name in assets() if name.endswith(".js")]
    return Dress(tuple(styles), tuple(scripts))


@cache
def _environment() -> Environment:
    made = environment(ChoiceLoader([PackageLoader("crossread.web"), report_loader()]))
    made.filters["pieces"] = pieces
    return made


def page(name: str, **parts: object) -> str:
    """Return a page of the workbench."""
    return _environment().get_template(name).render(dress=beside_the_page(), **parts)


def pieces(hit: Hit) -> list[tuple[str, bool]]:
    """Return the words of a hit in runs: (text, whether it was looked for). Offsets are code points, cut here."""
    runs, place = [], hit.start
    for start, end in hit.marks:
        start, end = max(start, place), min(end, hit.end)
        if start < end:
            runs += [(hit.text[place - hit.start : start - hit.start], False)]
            runs += [(hit.text[start - hit.start : end - hit.start], True)]
            place = end
    return [*runs, (hit.text[place - hit.start :], False)]


class Stories:
    """Writes stories' pages, and keeps the last ones: the same story, judged and read alike, gives the same page."""

    def __init__(self) -> None:
        self._pages: OrderedDict[tuple[object, ...], str] = OrderedDict()
        self._lock = Lock()

    def page(
        self, comparison: Comparison, judgements: Sequence[Judgement], key: tuple[object, ...] | None, **parts: object
    ) -> str:
        """Return the page of a comparison; `key` names it among the kept ones, None where it must be made anew."""
        if key is not None:
            with self._lock:
                if key in self._pages:
                    self._pages.move_to_end(key)
                    return self._pages[key]
        own = report_parts(comparison, beside_the_page()) | {
            "judging": judging(comparison, judgements, parts["story"]),
            **parts,
        }
        written = _environment().get_template("story.html.j2").render(own)
        if key is not None:
            with self._lock:
                self._pages[key] = written
                while len(self._pages) > PAGES_KEPT:
                    self._pages.popitem(last=False)
        return written


def judging(comparison: Comparison, judgements: Sequence[Judgement], story: object) -> dict[str, object]:
    """Return what the page of a story (None: of chosen articles) offers to judge, and what was judged."""
    labels = {one.id: one.label for one in comparison.points} | {one.id: one.name for one in comparison.entities}
    labels |= {one.id: one.about for one in comparison.discrepancies}
    return {
        "story": story,
        "accepted": {one.a for one in judgements if one.a == one.b and one.verdict is Verdict.SAME},
        "points": [(one.id, one.label) for one in comparison.points if one.status != "single"],
        "singles": [(one.id, one.label) for one in comparison.points if one.status == "single"],
        "entities": [(one.id, one.name) for one in comparison.entities],
        "accounts": [
            (coded.annotated.document.id, coded.annotated.document.outlet) for coded in comparison.story.documents
        ],
        "made": [(one, labels.get(one.a, one.a), labels.get(one.b, one.b)) for one in judgements],
    }
