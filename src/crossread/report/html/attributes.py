"""Values of others that go into attributes: only in the shape that the attribute means."""

import re
from urllib.parse import urlsplit

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def web_address(url: str | None) -> str | None:
    """Return the URL if it is one of the web, else None: a link may never run or open anything else."""
    try:
        parts = urlsplit(url or "")
    except ValueError:  # not a URL at all, such as an unclosed bracket for an address
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None


def language_tag(language: str | None) -> str | None:
    """Return the language as a tag for `lang` (BCP 47), or None where it is none."""
    return language if language and _LANGUAGE.fullmatch(language) else None
