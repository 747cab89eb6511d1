"""What a page wears: its style sheets and scripts, in the page itself or beside it, and the policy that fits."""

from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files

from markupsafe import Markup

STYLES = ("report.css",)
SCRIPTS = ("twins.js", "keys.js", "find.js", "dates.js")


@dataclass(frozen=True, slots=True)
class Asset:
    """A style sheet or a script: its text, or the address that it is loaded from."""

    text: Markup | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Dress:
    """Style sheets, scripts, and the policy of a page that states its own, None where the server states it."""

    styles: tuple[Asset, ...]
    scripts: tuple[Asset, ...]
    policy: str | None = None


@cache
def in_the_page() -> Dress:
    """Return the dress of a page that stands alone: a policy that lets exactly its styles and scripts act."""
    styles, scripts = [asset_text(name) for name in STYLES], [asset_text(name) for name in SCRIPTS]
    policy = (
        f"default-src 'none'; style-src {_fingerprints(styles)}; script-src {_fingerprints(scripts)}; "
        "base-uri 'none'; form-action 'none'"
    )
    return Dress(tuple(map(_inside, styles)), tuple(map(_inside, scripts)), policy)


@cache
def asset_text(name: str) -> str:
    """Return our own style sheet or script of this name."""
    return files("crossread.report.html").joinpath("assets", name).read_text("utf-8")


def _inside(text: str) -> Asset:
    return Asset(Markup(text))  # noqa: S704 - our own file, to the letter, or its fingerprint would not match


def _fingerprints(texts: Iterable[str]) -> str:
    """Return the CSP sources that let exactly these act (Content Security Policy 3, hash-source)."""
    digests = (b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii") for text in texts)
    return " ".join(f"'sha256-{digest}'" for digest in digests)
