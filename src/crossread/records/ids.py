"""Identifiers: hashes of content, so that a rerun changes nothing."""

from hashlib import sha256

ID_DIGITS = 12  # 48 bits: a chance below one in a million of any clash among 20,000 items

_SEPARATOR = "\x1f"  # ASCII unit separator: cannot stand in a field of news text that a reader sees


def content_id(prefix: str, *parts: object) -> str:
    """Return `prefix-<12 hex digits>`, a SHA-256 of the parts' text; the same parts always give the same id."""
    digest = sha256(_SEPARATOR.join(str(part) for part in parts).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{prefix}-{digest[:ID_DIGITS]}"
