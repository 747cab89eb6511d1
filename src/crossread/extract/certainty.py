"""How sure the words themselves make it: hedges and modal verbs, by table."""

from functools import cache

from crossread.extract.clauses import Clause
from crossread.extract.reading import Reading
from crossread.records import Certainty
from crossread.resources import read_table


@cache
def _hedges() -> dict[str, Certainty]:
    levels: dict[str, Certainty] = {"probable": "probable", "possible": "possible"}
    return {row["word"]: levels[row["certainty"]] for row in read_table("lexicons/en/hedges.tsv")}


def _month(reading: Reading, word: int) -> bool:
    return reading.forms[word] == "May" and reading.tags[word].part != "aux"


def certainty_of(reading: Reading, clause: Clause) -> Certainty:
    """Return the least certainty that a modal or hedge of the clause expresses; certain if there is none."""
    words = (
        reading.lower[w]
        for w in range(clause.start, clause.end)
        if reading.tags[w].part in {"aux", "adv", "verb", "noun"} and not _month(reading, w)
    )
    levels = {_hedges().get(word) for word in words}
    return "possible" if "possible" in levels else "probable" if "probable" in levels else "certain"
