"""The patterns of quantities, each with its reader and the clues without one of which it matches nothing."""

import re
from functools import cache

from crossread.annotate.clues import DIGIT, starts, words
from crossread.annotate.numerals import cardinal_words
from crossread.annotate.quantities import grammar
from crossread.annotate.quantities.ages import read_age, read_apposed_age
from crossread.annotate.quantities.counts import read_count
from crossread.annotate.quantities.found import Read
from crossread.annotate.quantities.money import read_money, read_money_word
from crossread.annotate.quantities.number_words import (
    read_article_unit,
    read_decade,
    read_dozen,
    read_ordinal,
    read_pair,
    read_part_unit,
    read_rank,
    read_twice,
    read_vague,
)
from crossread.annotate.quantities.shares import read_chance, read_fraction, read_part_of_percent, read_percent
from crossread.annotate.quantities.votes import read_votes

Rule = tuple[re.Pattern[str], Read, tuple[str, ...]]

_A_DIGIT = (DIGIT,)
_SHARE = ("%", "percent", "pct", "cent ")  # a number may stand right before them
_PART = starts("half", "halves", "third", "quarter", "fourth", "fifth", "tenth")
_MANY = words("tens", "dozens", "scores", "hundreds", "thousands", "millions", "billions", "trillions")
_TERM = words("day", "time", "term", "week", "month", "year", "anniversary")
_UNIT = words("minute", "hour", "day", "week", "month", "year", "decade", "mile", "pound")


@cache
def rules() -> tuple[Rule, ...]:
    """Return all rules, the most telling first: what one has found, no later one finds again."""
    return (*_units(), *_numbers())


def _units() -> tuple[Rule, ...]:
    """Numbers of money, shares and ages."""
    signs = tuple({sign[-1] for sign in grammar.units("sign")})
    money = words(*(form.split()[0] for form in grammar.units("money")))
    aged = (words("old", "olds"), words("age", "aged", "ages"), words("older", "over", "up", "above"), words("age"))
    return (
        (grammar.money_rule(), read_money, signs),
        (grammar.money_word_rule(), read_money_word, money),
        (grammar.PERCENT_PART_RULE, read_part_of_percent, ("of ",)),
        (grammar.percent_rule(), read_percent, _SHARE),
        *((pattern, read_age, clues) for pattern, clues in zip(grammar.age_rules(), (*aged, _A_DIGIT), strict=True)),
        (grammar.APPOSED_AGE_RULE, read_apposed_age, _A_DIGIT),
    )


def _numbers() -> tuple[Rule, ...]:
    """All other numbers, in digits and words."""
    number = (DIGIT, *words(*cardinal_words()))
    return (
        (grammar.CHANCE_RULE, read_chance, number),
        (grammar.VOTE_RULE, read_votes, _A_DIGIT),
        (grammar.VOTE_WORD_RULE, read_votes, number),
        (grammar.FRACTION_RULE, read_fraction, _PART),
        (grammar.DOZEN_RULE, read_dozen, words("dozen")),
        (grammar.VAGUE_RULE, read_vague, _MANY),
        (grammar.ORDINAL_RULE, read_ordinal, _TERM),
        (grammar.PART_UNIT_RULE, read_part_unit, (*words("half"), "long ")),
        (grammar.PAIR_RULE, read_pair, words("pair", "couple")),
        (grammar.TIMES_RULE, read_twice, words("twice", "thrice")),
        (grammar.RANK_RULE, read_rank, words("no")),
        (grammar.DECADE_RULE, read_decade, words("decade", "century")),
        (grammar.ARTICLE_UNIT_RULE, read_article_unit, _UNIT),
        (grammar.count_rule(), read_count, number),
    )
