"""How an event was done: PLOVER's modes, where the words beside its verb surely tell."""

from functools import cache

from crossread.extract.reading import Reading
from crossread.extract.told_words import Phrases, phrases_of, told
from crossread.resources import read_table


@cache
def _phrases() -> dict[str, Phrases]:
    rows = read_table("ontology/mode_words.tsv")
    roots = dict.fromkeys(row["root"] for row in rows)
    return {root: phrases_of((row["words"], row["mode"]) for row in rows if row["root"] == root) for root in roots}


def mode_of(reading: Reading, root: str, start: int, stop: int) -> str | None:
    """Return the mode that the words of the range tell for an event of the root; None where they tell several."""
    phrases = _phrases().get(root)
    modes = set(told(reading, phrases, start, stop)) if phrases is not None else set()
    return modes.pop() if len(modes) == 1 else None
