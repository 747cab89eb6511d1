"""Money: "$5.7 billion", "20 euros"."""

import re

from crossread.annotate.numerals import number_value
from crossread.annotate.quantities import grammar
from crossread.annotate.quantities.counted import counted
from crossread.annotate.quantities.found import Found, Sentence, bound_of, parted, range_of, set_against


def read_money(match: re.Match[str], sentence: Sentence) -> list[Found]:
    """Read an amount with a sign; two that are no range are set against each other."""
    value, high = range_of(match["low"], match["high"])
    unit = grammar.units("sign")[match["sign"].upper()]
    if value is None:
        return []
    end = match.end()
    if parted(match, sentence, value, high):
        return set_against(match, match.start("sign"), value, high, unit, _of_money(sentence, end))
    return [Found(match.start("sign"), end, value, high, unit, _of_money(sentence, end), bound_of(match))]


def _of_money(sentence: Sentence, end: int) -> str | None:
    match = re.match(r"\s(?:in|of|for)\s(?:the\s|a\s|an\s|his\s|her\s|its\s|their\s)?", sentence.after(end, 20))
    phrase, _ = counted(sentence.text, end + (match.end() - 1 if match else 0), sentence.stop)
    return phrase


def read_money_word(match: re.Match[str], sentence: Sentence) -> list[Found]:
    """Read an amount with a word for the money."""
    low = match["low"].lower()
    value = number_value(low) or number_value(f"one {low.removeprefix('multi')}")
    unit = grammar.units("money").get(match["money"]) or grammar.units("money").get(match["money"].lower())
    return (
        []
        if value is None
        else [
            Found(match.start("low"), match.end(), value, None, unit, _of_money(sentence, match.end()), bound_of(match))
        ]
    )
