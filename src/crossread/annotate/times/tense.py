"""Whether a bare "Friday" or "November" lies ahead or behind: told by the nearest verb."""

import re

from crossread.annotate.times.reading import Context

WIDTH_BEFORE = 90  # characters: about the clause that an expression closes
WIDTH_AFTER = 70

_AHEAD = re.compile(
    r"\b(?:will|won['’]t|shall|['’]ll|going\sto|plan(?:s|ned|ning)?\s(?:to|for)|expect(?:s|ed|ing)?\s(?:to|on|that|in)|scheduled|"
    r"set\s(?:to|for)|due\s(?:to|in|on|for|by)|slated|upcoming|coming|forthcoming|until|deadline|by|before|next|"
    r"hopes?\sto|intends?\sto|(?:is|are|was|were)\sto|no\slater\sthan|starting|beginning|re-?election|midterms?|"
    r"(?:presidential|general|gubernatorial|congressional|senate)\selections?|ahead\sof|in\stime\sfor|would|could|may|might|must|"
    r"(?:are|is)\s(?:\w+\s)?(?:\w+ing))\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\b(?:\w{2,}ed|said|told|was|were|had|did|came|went|made|took|gave|got|met|held|won|lost|began|spoke|wrote|saw|found|left|"
    r"led|sent|ran|put|set|became|knew|heard|fell|rose|broke|brought|sought|shot|hit|since|last|ago|after)\b",
    re.IGNORECASE,
)
_NO_PAST = re.compile(r"\b(?:expected|scheduled|slated|planned|need(?:ed)?|proposed|united|set)\b", re.IGNORECASE)


def lies_ahead(context: Context, start: int, end: int) -> bool | None:
    """Return True for the future, False for the past, None where nothing tells it.

    The nearest verb before the expression counts first, then the nearest after it.
    """
    before = context.before(start, WIDTH_BEFORE)
    ahead, behind = _last(_AHEAD, before), _last(_BEHIND, before)
    if max(ahead, behind) >= 0:
        return ahead >= behind
    after = context.after(end, WIDTH_AFTER)
    first_ahead, first_behind = _first(_AHEAD, after), _first(_BEHIND, after)
    return None if first_ahead == first_behind else first_ahead < first_behind


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max(
        (m.end() for m in pattern.finditer(text) if pattern is _AHEAD or not _NO_PAST.fullmatch(m[0])), default=-1
    )


def _first(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.search(text)
    return found.start() if found else len(text) + 1
