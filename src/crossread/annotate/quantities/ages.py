"""Ages: "35-year-old", "aged 35", ", 35,"."""

import re

from crossread.annotate.quantities.found import Found, Sentence, bound_of, range_of

OLDEST = 120  # years


def read_age(match: re.Match[str], sentence: Sentence) -> list[Found]:
    """Read "35-year-old", "aged 35 to 40", "21 or older"; no number above the oldest age."""
    del sentence
    groups = match.groupdict()
    value, high = range_of(match["low"], groups.get("high"))
    if value is None or value > OLDEST:
        return []
    bound = bound_of(match) if "bound" in groups else "exact"
    return [Found(match.start("low"), match.end(), value, high, "years", "age", bound)]


def read_apposed_age(match: re.Match[str], sentence: Sentence) -> list[Found]:
    """Read ", 35," after a name as an age; not in a list of numbers."""
    group = "low" if match["low"] else "last"
    before = sentence.before(match.start(), 30)
    if not re.search(r"[A-Z][\w.’'-]*(?:\s\([^)]*\))?$", before) or re.search(_DATE_BEFORE, before):
        return []
    return [Found(match.start(group), match.end(group), float(match[group]), None, "years", "age", "exact")]


_DATE_BEFORE = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)$"
