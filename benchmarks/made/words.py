"""Made-up names, and the texts that the corpus is made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from crossread.resources import read_terms

_HERE = Path(__file__).parent
_ONSETS = [
    "b",
    "br",
    "d",
    "dr",
    "f",
    "fl",
    "g",
    "gr",
    "h",
    "j",
    "k",
    "kl",
    "l",
    "m",
    "n",
    "p",
    "pr",
    "r",
    "s",
    "sk",
    "st",
    "t",
    "tr",
    "v",
    "z",
]
_VOWELS = ["a", "e", "i", "o", "u", "ae", "ei", "ou"]
_CODAS = ["l", "n", "r", "s", "t", "nd", "rk", "lm", "ss", "nt", "rd"]
_GIVEN = 400  # given names in the made-up world
_TOWN_ENDS = ("holm", "berg", "mouth", "ford", "stad", "haven", "dale", "minster")
_ORG_KINDS = ("Lines", "Holdings", "Institute", "Union", "Works", "Bank", "Trust", "Foundation")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of event: the wordings of each thing that may be told of it, the first of which tells the event."""

    name: str
    told: tuple[tuple[str, ...], ...]


@cache
def kinds() -> tuple[Kind, ...]:
    """Return the kinds of events."""
    blocks = "\n".join(lines("sentences.txt")).split("\n\n")
    found = []
    for block in blocks:
        name, *told = block.strip().splitlines()
        found.append(Kind(name, tuple(tuple(line.split("|")) for line in told)))
    return tuple(found)


@cache
def lines(name: str) -> tuple[str, ...]:
    """Return the lines of a file of texts, without its head."""
    text = (_HERE / name).read_text("utf-8").splitlines()
    body = [line for line in text if not line.startswith("#")]
    return tuple("\n".join(body).strip().splitlines())


@cache
def plain_words() -> tuple[str, ...]:
    """Return common English words."""
    return tuple(sorted(word for word in read_terms("gazetteer/common_words.txt") if len(word) > 3))


def syllables(random: Random, count: int) -> str:
    """Return a made-up word."""
    parts = (random.choice(_ONSETS) + random.choice(_VOWELS) for _ in range(count))
    return "".join(parts) + random.choice(_CODAS)


def person(random: Random) -> str:
    """Return a made-up person's name; given names are shared by many."""
    given = syllables(Random(random.randrange(_GIVEN)), 1)  # noqa: S311 - no secret, and the same each time
    return f"{given.title()} {syllables(random, 2).title()}"


def town(random: Random) -> str:
    """Return a made-up town."""
    return syllables(random, 1).title() + random.choice(_TOWN_ENDS)


def country(random: Random) -> str:
    """Return a made-up country."""
    return syllables(random, 2).title() + "ia"


def organisation(random: Random) -> str:
    """Return a made-up organisation."""
    return f"{syllables(random, 2).title()} {random.choice(_ORG_KINDS)}"


def details(random: Random, count: int) -> Sequence[str]:
    """Return so many words that belong to one event."""
    return random.sample(plain_words(), count)
