"""The patterns of numbers with what stands before and after them."""

import re
from functools import cache

from crossread.annotate.numerals import number_pattern
from crossread.records import Bound
from crossread.resources.loader import read_table


@cache
def units(kind: str) -> dict[str, str]:
    """Map the forms of units of a kind (sign, money, measure) to the unit."""
    return {row["form"]: row["unit"] for row in read_table("gazetteer/units.tsv") if row["kind"] == kind}


@cache
def bounds() -> dict[str, Bound]:
    """Map words before a number to how exact they make it."""
    known: dict[str, Bound] = {"at least": "at least", "at most": "at most", "about": "about"}
    return {row["words"]: known[row["bound"]] for row in read_table("gazetteer/bounds.tsv")}


def _any(forms: list[str]) -> str:
    return "|".join(
        re.escape(form).replace(r"\ ", r"\s") for form in sorted(forms, key=lambda form: (-len(form), form))
    )


@cache
def bound_pattern() -> str:
    """Match, in group `bound`, the words before a number that say how exact it is."""
    return rf"(?:\b(?P<bound>{_any(list(bounds()))})\s(?:the\s|a\s|only\s|just\s)?)?"


SCALE = r"(?:[\s-]?(?:million|billion|trillion|thousand|bn|mn|tn|mln|bln|m|b|k)\b)"
TO = r"(?:\s?[-–—]\s?|\s(?:to|and|or)\s)"
END = r"(?![\d:/]|[.,]\d|-\d)"


@cache
def money_rule() -> re.Pattern[str]:
    """Match "$5.7 billion", "£10m to £12m", "about $250,000 to $300,000"."""
    sign, amount = _any(list(units("sign"))), r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
    return re.compile(
        rf"{bound_pattern()}(?P<sign>{sign})\s?(?P<low>(?:{amount}){SCALE}?)(?:{TO}(?:{sign})?(?P<high>(?:{amount}){SCALE}?)(?![\w%]))?(?P<plus>\+|\sor\smore|\sor\sso|-plus)?",
        re.IGNORECASE,
    )


@cache
def money_word_rule() -> re.Pattern[str]:
    """Match "five million dollars", "20 euros", "million-dollar"."""
    words = _any(list(units("money")))
    return re.compile(
        rf"{bound_pattern()}(?<![\w$£€.,-])(?P<low>{number_pattern()}|(?:multi)?(?:million|billion))[\s-](?P<money>{words})\b",
        re.IGNORECASE,
    )


@cache
def percent_rule() -> re.Pattern[str]:
    """Match "64 percent", "2-3%", "0.5 percentage points"."""
    number = number_pattern()
    share = r"(?P<unit>%|per\s?cent\b|percentage[-\s]points?\b|pct\b)"
    return re.compile(
        rf"{bound_pattern()}(?<![\w.,$-])(?P<low>{number})(?:(?:\s?%|\spercent)?{TO}(?P<high>{number}))?[\s-]?{share}",
        re.IGNORECASE,
    )


@cache
def age_rules() -> tuple[re.Pattern[str], ...]:
    """Match "35-year-old", "aged 35", "16 and 18 years old", "21 or older", "in her early 20s"; in `low` the number."""
    number = number_pattern()
    return (
        re.compile(
            rf"{bound_pattern()}(?<![\w.,$-])(?P<low>{number})(?:{TO}(?P<high>{number}))?[-\s]years?[-\s]olds?\b",
            re.IGNORECASE,
        ),
        re.compile(
            rf"\b(?:aged?|ages)\s(?:of\s)?(?:(?:about|around)\s)?(?P<low>{number})(?:{TO}(?P<high>{number}))?\b{END}",
            re.IGNORECASE,
        ),
        re.compile(
            rf"{bound_pattern()}(?<![\w.,$-])(?P<low>{number})\s(?P<more>(?:or|and)\s(?:older|over|up|above))\b",
            re.IGNORECASE,
        ),
        re.compile(rf"{bound_pattern()}(?<![\w.,$-])(?P<low>{number})\syears\sof\sage\b", re.IGNORECASE),
        re.compile(
            r"\bin\s(?:his|her|their|my|your|our)\s(?P<about>(?:early|mid|late)[-\s])?(?P<low>[1-9]0)['’]?s\b",
            re.IGNORECASE,
        ),
    )


APPOSED_AGE_RULE = re.compile(
    r"(?<=[^\W\d_]|\.|\)),\s(?P<low>[1-9]\d?|1[01]\d),(?!\d)|(?<=[^\W\d_]),\s(?P<last>[1-9]\d)(?=\.?$)"
)

VOTE_RULE = re.compile(
    r"(?<![\w.,$/:-])(?P<low>\d{1,3})(?:-|–|—|\sto\s)(?P<high>\d{1,3})(?![\w%/:]|[.,]\d|-\d|\s(?:percent|hours?|days?|weeks?|years?|months?|minutes?|miles?)\b)"
)
VOTE_WORD_RULE = re.compile(
    r"\b(?P<low>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:-|\s)to(?:-|\s)(?P<high>none|zero|one|two|three|four|five|six|seven|eight|nine)\b",
    re.IGNORECASE,
)

FRACTION_RULE = re.compile(
    r"\b(?:(?P<count>one|two|three|four|five|nine)[-\s](?P<parts>half|halves|thirds?|quarters?|fourths?|fifths?|tenths?)(?=\s(?:of|majority|vote)|[,.;\s])(?!\s(?:year|time|quarter))|"
    r"(?:(?:an?\s)(?P<part>half|third|quarter|fifth|tenth)(?=\sof\b(?!\sa\s[mbt]r?illion)|[,.;]))|(?P<half>half)(?=\sof\b|\sthe\b|\s(?:their|his|her|its)\b)|"
    r"\b(?:by|more\sthan|less\sthan|nearly|almost|about|over|at\sleast|roughly|under|by\sover)\s"
    r"(?P<bare>half|an?\s(?:third|quarter|fifth|tenth))(?=[,.;]|\s(?:in|for|from|since|to|over|at|on|during|as|and|say|said|think|want|are|were|was|is|have|had|[a-z]+ed)\b))",
    re.IGNORECASE,
)
CHANCE_RULE = re.compile(
    r"\b(?P<low>one|two|three|four|nine|\d{1,2})(?:\s(?:out\sof|in)\s(?:every\s)?|-in-)(?P<high>two|three|four|five|six|seven|eight|nine|ten|\d{1,4})\b(?!\s(?:January|February|March|April|May|June|July|days|weeks|years|months))",
    re.IGNORECASE,
)

VAGUE_RULE = re.compile(
    r"\b(?P<bound>more\sthan|at\sleast|nearly|about|some|over|almost|several|many|a\sfew|a\scouple(?:\sof)?|as\smany\sas|up\sto)?\s?"
    r"\b(?P<vague>(?:tens|dozens|scores|hundreds|thousands|millions|billions|trillions)(?:\sof\s(?:thousands|millions|billions|trillions))?)\b",
    re.IGNORECASE,
)
DOZEN_RULE = re.compile(
    r"(?:\b(?P<bound>more\sthan|at\sleast|nearly|about|some|over|almost|roughly|around|close\sto|up\sto)\s)?\b(?:an?\s)?(?P<dozen>(?:one\s)?half[-\s](?:a[-\s])?dozen|one\sdozen|"
    r"(?:two|three|four|five|six|seven|eight|nine|ten)[-\s]dozen|dozen)\b",
    re.IGNORECASE,
)
DECADE_RULE = re.compile(
    r"\b(?:in|over|for|during|throughout)\s(?:(?P<low>a)|the\s(?:last|past|next))\s(?P<unit>decade|century)\b(?!\s(?:ago|earlier|later))",
    re.IGNORECASE,
)
PERCENT_PART_RULE = re.compile(
    r"(?<![\w-])(?:(?P<count>one|two|three|four|five|six|seven|eight|nine)[-\s])?(?P<part>half|quarters?|thirds?|fifths?|eighths?|tenths?|hundredths?)"
    r"\sof\s(?:1|one|an?)\s(?P<unit>per\s?cent|percentage\spoint)\b",
    re.IGNORECASE,
)
ARTICLE_UNIT_RULE = re.compile(
    r"\b(?:(?P<bound>more\sthan|less\sthan|over|under|about|around|nearly|almost|roughly|at\sleast|up\sto)|for|lasted|lasting|spent|spend|within)\s"
    r"(?P<low>an?|one)[\s-](?:full\s|whole\s)?(?P<unit>minute|hour|day|week|month|year|decade|mile|pound)(?:-long)?\b(?!\s(?:ago|earlier|later|before|after))",
    re.IGNORECASE,
)
PART_UNIT_RULE = re.compile(
    r"(?<![\w-])(?:(?P<half>half)[-\s](?:an?\s)?(?P<whole>minute|hour|day|month|year|decade|century|mile|pound|acre)|"
    r"(?P<unit>minute|hour|day|week|month|year|decade|century|mile)-?long)\b",
    re.IGNORECASE,
)
PAIR_RULE = re.compile(r"\b(?:a|another)\s(?P<low>pair|couple)\sof\s(?=[^\W\d_])", re.IGNORECASE)
TIMES_RULE = re.compile(r"\b(?P<word>twice|thrice)\b", re.IGNORECASE)
RANK_RULE = re.compile(r"\bNo\.\s(?P<low>[1-9])(?=\s[A-Za-z]|[,.;])")

ORDINAL_RULE = re.compile(
    r"\b(?P<low>(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d{1,3}(?:st|nd|rd|th)))(?:-|\s)"
    r"(?:(?:straight|consecutive|successive)\s)?(?P<noun>day|time|term|week|month|year|anniversary)\b",
    re.IGNORECASE,
)


@cache
def count_rule() -> re.Pattern[str]:
    """Match any other number, with a second one that closes a range."""
    number = number_pattern()
    return re.compile(
        rf"{bound_pattern()}(?<![\w$£€#/.,:'’@-])(?P<low>{number})(?!(?:st|nd|rd|th)\b)(?:(?:-\s)?{TO}(?P<high>{number}))?(?P<plus>\+|-plus|\sor\smore|\sor\sso|-some)?(?![\w/%]|:\d|[.,]\d|-\d)",
        re.IGNORECASE,
    )
