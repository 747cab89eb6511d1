"""Numbers told by words of their own: "dozens", "half a dozen", "twice", "an hour", "third term", "No. 2"."""

import re

from crossread.annotate.numerals import number_value, ordinals
from crossread.annotate.quantities import grammar
from crossread.annotate.quantities.counted import counted, unit_of
from crossread.annotate.quantities.found import Found, Sentence, bound_of
from crossread.records import Bound


def read_dozen(match: re.Match[str], sentence: Sentence) -> list[Found]:
    """Read dozens that are counted, and half ones."""
    value = 6.0 if "half" in match["dozen"].lower() else (number_value(match["dozen"]) or 12.0)
    of, _ = counted(sentence.text, match.end(), sentence.stop)
    return [Found(match.start("dozen"), match.end(), value, None, unit_of(of), of, bound_of(match))]


_VAGUE = {
    "tens": 10.0,
    "dozens": 24.0,
    "scores": 40.0,
    "hundreds": 100.0,
    "thousands": 1000.0,
    "millions": 1e6,
    "billions": 1e9,
    "trillions": 1e12,
}


def read_vague(match: re.Match[str], sentence: Sentence) -> list[Found]:
    """Read "dozens", "hundreds of thousands" as at least the least that they can mean."""
    value = 1.0
    for word in match["vague"].lower().split(" of "):
        value *= _VAGUE[word]
    money = re.match(r"\sof\s(?P<word>\w+)", sentence.after(match.end(), 20))
    unit = grammar.units("money").get(money["word"].lower()) if money else None
    end = match.end() + (money.end() if money and unit else 0)
    of, _ = counted(sentence.text, end, sentence.stop)
    if (
        of is None
        and not unit
        and not re.match(r"\s[\"“]?(?:have|had|were|are|took|more|[a-z]+ed)\b", sentence.after(end, 16))
    ):
        return []
    return [Found(match.start("vague"), end, value, None, unit or unit_of(of), of, "at least")]


_ORDINAL_UNITS = {"term": "terms", "time": "times"}


def read_ordinal(match: re.Match[str], sentence: Sentence) -> list[Found]:
    """Read an ordinal that tells how many there have been ("third term")."""
    del sentence
    low = match["low"].lower()
    value = float(low[:-2]) if low[0].isdigit() else float(ordinals()[low])
    return [
        Found(
            match.start(),
            match.end(),
            value,
            None,
            _ORDINAL_UNITS.get(match["noun"].lower()) or grammar.units("measure").get(match["noun"].lower()),
            "ordinal",
            "exact",
        )
    ]


def read_article_unit(match: re.Match[str], sentence: Sentence) -> list[Found]:
    """Read "an hour", "a year" as one, where it measures."""
    del sentence
    return [
        Found(
            match.start("low"),
            match.end(),
            1.0,
            None,
            grammar.units("measure")[match["unit"].lower()],
            None,
            bound_of(match),
        )
    ]


def read_decade(match: re.Match[str], sentence: Sentence) -> list[Found]:
    """Read "in a decade" and "for the last century" as one."""
    del sentence
    start = match.start("low") if match["low"] else match.start("unit")
    unit = grammar.units("measure")[match["unit"].lower()]
    return [Found(start, match.end(), 1.0, None, unit, None, "exact")]


def read_part_unit(match: re.Match[str], sentence: Sentence) -> list[Found]:
    """Read "half an hour" as half of one, "an hour-long speech" as one; not the long of "two hour-long speeches"."""
    unit = (match["whole"] or match["unit"]).lower()
    if match["unit"] and re.search(r"\d[\s-]?$", sentence.before(match.start(), 2)):
        return []
    value = 0.5 if match["half"] else 1.0
    return [Found(match.start(), match.end(), value, None, grammar.units("measure")[unit], None, "exact")]


def read_pair(match: re.Match[str], sentence: Sentence) -> list[Found]:
    """Read "a pair of" as two; "a couple of" is about as many."""
    of, _ = counted(sentence.text, match.end() - 1, sentence.stop)
    if of is None:
        return []
    bound: Bound = "exact" if match["low"].lower() == "pair" else "about"
    return [Found(match.start(), match.end() - 1, 2.0, None, unit_of(of), of, bound)]


def read_twice(match: re.Match[str], sentence: Sentence) -> list[Found]:
    """Read "twice" and "thrice"."""
    del sentence
    return [
        Found(
            match.start(), match.end(), 2.0 if match["word"].lower() == "twice" else 3.0, None, "times", None, "exact"
        )
    ]


def read_rank(match: re.Match[str], sentence: Sentence) -> list[Found]:
    """Read "No. 2" as a rank."""
    del sentence
    return [Found(match.start(), match.end(), float(match["low"]), None, "rank", None, "exact")]
