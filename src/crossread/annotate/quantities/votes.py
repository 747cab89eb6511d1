"""Votes: "52-48", "seven to two"."""

import re

from crossread.annotate.numerals import number_value
from crossread.annotate.quantities.found import Found, Sentence

_VOTED = re.compile(
    r"\bvot(?:e|ed|es|ing)\b|\bpass(?:ed|age)?\b|approv|\btally\b|\bmargin\b|\bsplit\b|\bdefeat|\breject|\bruled?\b|\bruling\b|decision|majority|"
    r"\bseats?\b|\bedge\b|\badvanced\b|confirmed|party lines?|\bby\s$|Senate|House|measure|resolution",
    re.IGNORECASE,
)


def read_votes(match: re.Match[str], sentence: Sentence) -> list[Found]:
    """Read "52-48" as two counts where something was put to the vote."""
    low, high = (
        0.0 if word.lower() in {"none", "zero"} else number_value(word) for word in (match["low"], match["high"])
    )
    around = sentence.before(match.start(), 120) + " " + sentence.after(match.end(), 60)
    if low is None or high is None or not _VOTED.search(around):
        return []
    if low < high and " to " in match[0] and not re.search(r"\bvot", around):
        return []
    return [
        Found(match.start("low"), match.end("low"), low, None, "votes", "votes for", "exact"),
        Found(match.start("high"), match.end("high"), high, None, "votes", "votes against", "exact"),
    ]
