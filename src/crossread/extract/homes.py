"""The country of parties that are told without one, where the sentence leaves no doubt.

News of one country's affairs names the country once. Somebody of a sector that belongs to a country ("rebels", "the
police") is of the only country that the sentence names, unless it stands there as a whole, as a party of its own.
"""

from collections import Counter
from dataclasses import replace
from typing import Final

from crossread.extract.nations import Found, nations
from crossread.extract.reading import Reading
from crossread.extract.within import around
from crossread.records import Party

_ABROAD: Final = frozenset({"JRN", "BUS", "SOC", "MED", "REF"})
"""Sectors whose people are as likely of another country."""

_ALSO_US_STATES: Final = frozenset({"GEO"})
_MOSTLY: Final = 0.8  # of the nations that an article names must be the one that it is about
_FEWEST: Final = 4  # times that it is named

_REACH: Final = 60  # words around the verb, in a sentence that never ends
_NO_STATES: Final = frozenset({"EUR", "IGO", "IMG", "MNC", "NGO", "UNO"})
_PLACING: Final = frozenset({"in", "of", "from", "across", "throughout", "near"})


def at_home(
    reading: Reading, word: int, actor: tuple[Party, ...], recipient: tuple[Party, ...], home: str | None = None
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Return both sides of an event in the word's sentence, with the country filled in where it is sure.

    `home`: the country that the article is about; it counts where the sentence names none.
    """
    if all(party.code for party in (*actor, *recipient)):
        return actor, recipient
    start, end = around(reading, word, _REACH)
    named = list(nations(reading, start, end))
    codes = {found.nation.code for found in named} - _ALSO_US_STATES
    if not codes and home is not None:
        codes = {home}
    if len(codes) != 1 or any(_by_itself(reading, found) for found in named):
        return actor, recipient
    (code,) = codes
    return tuple(_at(party, code) for party in actor), tuple(_at(party, code) for party in recipient)


def home_of(reading: Reading) -> str | None:
    """Return the country that the article is about: the one that nearly all names of nations in it name."""
    codes = Counter(found.nation.code for found in nations(reading, 0, len(reading.forms)))
    if not codes:
        return None
    code, times = codes.most_common(1)[0]
    return code if times >= _FEWEST and times >= _MOSTLY * codes.total() and code not in _NO_STATES else None


def _by_itself(reading: Reading, found: Found) -> bool:
    """Whether the nation stands there as somebody who acts or is acted on, not as a place or as what others are of."""
    chunk = reading.chunk_of[found.start]
    whole = chunk is not None and found.start <= chunk.head < found.end
    before = reading.lower[chunk.start - 1] if chunk is not None and chunk.start else ""
    return whole and before not in _PLACING


def _at(party: Party, code: str) -> Party:
    known = party.code is not None or party.sector is None or party.sector in _ABROAD
    return party if known else replace(party, code=code)
