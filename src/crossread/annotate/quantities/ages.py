"""Ages: "35-year-old", "aged 35", ", 35,"."""

import re

from crossread.annotate.quantities.found import Found, Sentence, bound_of, range_of, set_against

OLDEST = 120  # years
_DECADE = 10  # years: somebody "in her 20s" is 20 to 29


def read_age(match: re.Match[str], sentence: Sentence) -> list[Found]:
    """Read "35-year-old", "aged 35 to 40", "21 or older"; no number above the oldest age."""
    groups = match.groupdict()
    value, high = range_of(match["low"], groups.get("high"))
    if value is None or value > OLDEST:
        return []
    if "about" in groups:
        start = match.start("about" if match["about"] else "low")
        return [Found(start, match.end(), value, value + _DECADE - 1, "years", "age", "exact")]
    bound = bound_of(match) if "bound" in groups else "exact"
    if high is not None and _joined(match, sentence):
        return set_against(match, match.start("low"), value, high, "years", "age")
    return [Found(match.start("low"), match.end(), value, high, "years", "age", bound)]


def _joined(match: re.Match[str], sentence: Sentence) -> bool:
    """Tell whether "and" or "or" joins two ages, since no "between" makes a range of them."""
    between = re.search(r"\b(?:and|or)\b", match[0][match.end("low") - match.start() :])
    return between is not None and not sentence.before(match.start("low"), 10).lower().endswith("between ")


def read_apposed_age(match: re.Match[str], sentence: Sentence) -> list[Found]:
    """Read ", 35," after a name as an age; not in a list of numbers."""
    group = "low" if match["low"] else "last"
    before = sentence.before(match.start(), 30)
    if not re.search(r"[A-Z][\w.’'-]*(?:\s\([^)]*\))?$", before) or re.search(_DATE_BEFORE, before):
        return []
    return [Found(match.start(group), match.end(group), float(match[group]), None, "years", "age", "exact")]


_DATE_BEFORE = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)$"
