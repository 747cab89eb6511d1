"""Whether a name is told as that of somebody's relative: then the surname alone may be the other's."""

import re
from functools import cache
from typing import Final

from crossread.resources import read_terms

_LONGEST: Final = 60  # characters before or behind the name that are looked at


def told_as_kin(text: str, start: int, end: int) -> bool:
    """Tell whether the name at these characters is a relative's: "her father, Bob Lee", "Bob Lee, Mr. Reed's uncle"."""
    before, behind = _patterns()
    return bool(before.search(text[max(start - _LONGEST, 0) : start]) or behind.match(text[end : end + _LONGEST]))


@cache
def _patterns() -> "tuple[re.Pattern[str], re.Pattern[str]]":
    kin = "|".join(map(re.escape, sorted(read_terms("lexicons/en/kin_nouns.txt"), reverse=True)))
    relative = rf"(?i:(?:\b(?:his|her|their|my|our|your)|\w['’]s?)\s(?:[\w-]+\s){{0,2}}(?:{kin}))"
    return re.compile(rf"{relative},?\s$"), re.compile(rf",\s(?:[A-Z][\w.]*\s?){{0,3}}{relative}\b")
