"""How often words stand in general English texts."""

from functools import cache
from typing import Final

from crossread.resources import read_table

_ALL: Final = "*"


@cache
def general_counts() -> tuple[int, dict[str, int]]:
    """Return how many general texts were counted, and in how many each stem stands; none below four."""
    table = {row["stem"]: int(row["texts"]) for row in read_table("lexicons/en/document_frequency.tsv")}
    return table.pop(_ALL), table
