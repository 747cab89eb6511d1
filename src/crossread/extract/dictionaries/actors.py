"""Actor dictionaries: names with codes, some of which hold for a time only.

    ANNA_BELL [FRAGOV 20120301-20170501]
    +PRESIDENT_BELL
        [FRAELI >20170501]
        [FRA]

A line with `+` is another name for the one above. Of several codes, the first that holds on the day counts; one without
a date holds where none of the others does.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from crossread.extract.dictionaries.notation import before_codes, codes_in, lines_of, words_of
from crossread.extract.dictionaries.phrasebook import Phrasebook

_CODE: Final = re.compile(r"(?P<code>[^\s<>]+)\s*(?:(?P<side>[<>])\s*(?P<day>\d+)|(?P<first>\d+)\s*-\s*(?P<last>\d+))?")
_SHORT, _LONG = 6, 8  # digits of a day without and with its century
_CENTURY_TURNS: Final = 30  # two digits of a year up to which it is of this century, as TABARI has it


@dataclass(frozen=True, slots=True)
class DatedCode:
    """A code that holds from `first` to `last`, days as YYYYMMDD, both included; None where there is no such bound."""

    code: str
    first: str | None = None
    last: str | None = None

    @property
    def always(self) -> bool:
        """Whether it has no bounds."""
        return self.first is None and self.last is None

    def holds(self, day: str) -> bool:
        """Tell whether it holds on the day (YYYYMMDD)."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


ActorBook = Phrasebook[tuple[DatedCode, ...]]


def read_actors(text: str) -> tuple[ActorBook, list[str]]:
    """Return the actors of a dictionary, and the lines that cannot be understood."""
    faults: list[str] = []
    entries: list[tuple[tuple[str, ...], tuple[DatedCode, ...]]] = []
    names: list[tuple[str, ...]] = []
    codes: list[DatedCode] = []
    for line in lines_of(text):
        name = before_codes(line)
        if name and not name.startswith("+"):
            entries += [(words, tuple(codes)) for words in names if codes]
            names, codes = [], []
        if name:
            names.append(words_of(name.removeprefix("+")))
        for written in codes_in(line):
            code = _code(written)
            codes += [code] if code is not None else []
            faults += [line] if code is None else []
    entries += [(words, tuple(codes)) for words in names if codes]
    return Phrasebook(entries), faults


def _code(written: str) -> DatedCode | None:
    match = _CODE.fullmatch(written)
    if match is None:
        return None
    code = match["code"].upper()
    days = {name: _day(match[name]) for name in ("day", "first", "last") if match[name]}
    if None in days.values():
        return None
    if match["side"]:
        return DatedCode(code, None, days["day"]) if match["side"] == "<" else DatedCode(code, days["day"], None)
    return DatedCode(code, days.get("first"), days.get("last"))


def _day(digits: str) -> str | None:
    if len(digits) == _SHORT:
        return ("20" if int(digits[:2]) <= _CENTURY_TURNS else "19") + digits
    return digits if len(digits) == _LONG else None


def code_on(codes: tuple[DatedCode, ...], day: str | None) -> str | None:
    """Return the code that holds on the day (YYYYMMDD); on no known day, the one that always holds, or the last."""
    if day is None:
        return next((code.code for code in codes if code.always), codes[-1].code)
    return next(_holding(codes, day), None)


def _holding(codes: tuple[DatedCode, ...], day: str) -> Iterator[str]:
    yield from (code.code for code in codes if not code.always and code.holds(day))
    yield from (code.code for code in codes if code.always)
