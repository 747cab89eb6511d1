"""Words that point to the present, the past or the future and tell no date: "now", "recently", "soon".

TimeML annotates them as PRESENT_REF, PAST_REF and FUTURE_REF (Pustejovsky et al. 2003); they have no ISO 8601 value.
"""

import re

from crossread.annotate.times.reading import Context, Reading

_PRESENT = r"(?:right\s)?now(?![\w-])|nowadays|currently|these\sdays|at\spresent|current(?![\w-])"
_STRETCH = (
    r"\s+(?:\w+[\s-]){0,3}(?:second|minute|hour|day|week|month|quarter|year|decade|summer|winter|season|centur|weekend)"
)
_PAST = (
    r"(?:most\s|more\s)?recently|recent(?!\s(?:day|week|month)s)(?:\s(?:years|times|decades|history|memory))?|lately|"
    rf"(?:in\s)?the\s(?:recent\s|distant\s)?past(?!{_STRETCH})"
)
_FUTURE = (
    r"(?<!as\s)(?:very\s)?soon(?!\safter)|(?:in\s)?the\s(?:near\s|foreseeable\s|distant\s)?future(?![\w-])|"
    r"(?:in\s)?(?:the\s)?coming\s(?:years|decades)"
)
REFERENCE_RULE = re.compile(
    rf"(?<![\w’'-])(?:(?P<present>{_PRESENT})|(?P<past>{_PAST})|(?P<future>{_FUTURE}))\b", re.IGNORECASE
)


def read_reference(match: re.Match[str], context: Context) -> Reading | None:
    """Read which side of the present is meant: the precision tells it, the value stays None."""
    del context
    return Reading(None, "date", match.lastgroup)
