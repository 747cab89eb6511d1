"""Finds the quantities of an article, the most telling pattern first."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from crossread.annotate.numerals import number_value, ordinals
from crossread.annotate.quantities import grammar
from crossread.annotate.quantities.counted import counted, unit_of
from crossread.records import Bound, Document, Quantity, Time, Words
from crossread.resources.loader import read_terms

SHARE_DIGITS = 3
OLDEST = 120  # years


@dataclass(frozen=True, slots=True)
class Found:
    """One quantity before its span is cut: offsets and the fields of `Quantity`."""

    start: int
    end: int
    value: float
    high: float | None
    unit: str | None
    of: str | None
    bound: Bound


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's text and bounds, as the readers of patterns see it."""

    text: str
    begin: int
    stop: int

    def before(self, at: int, width: int) -> str:
        """Return up to `width` characters that stand before an offset."""
        return self.text[max(self.begin, at - width) : at]

    def after(self, at: int, width: int) -> str:
        """Return up to `width` characters that stand after an offset."""
        return self.text[at : min(self.stop, at + width)]


Read = Callable[[re.Match[str], Sentence], list[Found]]


def find_quantities(
    document: Document, sentences: Sequence[tuple[int, int]], words: Words, times: Sequence[Time] = ()
) -> tuple[Quantity, ...]:
    """Return the quantities of an article in text order; they do not overlap.

    Numbers inside dates and times of day are none; those inside durations are. `words` keep them on word boundaries.
    """
    starts = words.start
    calendar = [(t.span.start, t.span.end) for t in times if t.kind != "duration" and not _measures(t)]
    found = (
        quantity
        for bounds in sentences
        for quantity in _in_sentence(Sentence(document.text, *bounds), calendar)
        if _on_word(quantity.start, starts)
    )
    return tuple(Quantity(document.span(q.start, q.end), q.value, q.high, q.unit, q.of, q.bound) for q in found)


def _measures(time: Time) -> bool:
    """Tell whether a time is told by a number of units ("three weeks ago"), which is a quantity too."""
    return bool(_MEASURED.search(time.span.text))


def _on_word(start: int, starts: Sequence[int]) -> bool:
    at = bisect_left(starts, start)
    return at < len(starts) and starts[at] - start <= 0


def _in_sentence(sentence: Sentence, calendar: list[tuple[int, int]]) -> Iterator[Found]:
    taken = bytearray(sentence.stop - sentence.begin)
    for start, end in _within(calendar, sentence):
        _take(taken, start - sentence.begin, end - sentence.begin)
    kept: list[Found] = []
    for pattern, read in _rules():
        for match in pattern.finditer(sentence.text, sentence.begin, sentence.stop):
            for found in read(match, sentence):
                start, end = found.start - sentence.begin, found.end - sentence.begin
                if not any(taken[start:end]):
                    kept.append(found)
                    _take(taken, start, end)
    yield from sorted(kept, key=lambda found: found.start)


def _take(taken: bytearray, start: int, end: int) -> None:
    taken[start:end] = b"\x01" * (min(end, len(taken)) - start)


def _within(calendar: list[tuple[int, int]], sentence: Sentence) -> list[tuple[int, int]]:
    at = bisect_left(calendar, (sentence.begin, 0))
    found = []
    while at < len(calendar) and calendar[at][0] < sentence.stop:
        found.append(calendar[at])
        at += 1
    return found


@cache
def _rules() -> tuple[tuple[re.Pattern[str], Read], ...]:
    return (
        (grammar.money_rule(), _money),
        (grammar.money_word_rule(), _money_word),
        (grammar.percent_rule(), _percent),
        *((pattern, _age) for pattern in grammar.age_rules()),
        (grammar.APPOSED_AGE_RULE, _apposed_age),
        (grammar.CHANCE_RULE, _chance),
        (grammar.VOTE_RULE, _votes),
        (grammar.VOTE_WORD_RULE, _votes),
        (grammar.FRACTION_RULE, _fraction),
        (grammar.DOZEN_RULE, _dozen),
        (grammar.VAGUE_RULE, _vague),
        (grammar.ORDINAL_RULE, _ordinal),
        (grammar.TIMES_RULE, _twice),
        (grammar.RANK_RULE, _rank),
        (grammar.ARTICLE_UNIT_RULE, _article_unit),
        (grammar.count_rule(), _count),
    )


def _bound(match: re.Match[str]) -> Bound:
    groups = match.groupdict()
    plus = (groups.get("plus") or groups.get("more") or "").strip(" -").lower()
    if plus:
        return "about" if plus in {"or so", "some"} else "at least"
    words = " ".join((groups.get("bound") or "").lower().split())
    return grammar.bounds().get(words, "exact")


def _range(low: str, high: str | None) -> tuple[float | None, float | None]:
    """Return both ends of a range; a scale told once at its end counts for both ("5 to 10 million")."""
    first = number_value(low)
    second = number_value(high) if high else None
    scale = re.search(r"(?:hundred|thousand|million|billion|trillion|bn|mn|tn)$", (high or "").lower())
    if scale and first is not None and first < 1000 and not re.search(r"[a-z]+illion|thousand|hundred|bn", low.lower()):  # noqa: PLR2004
        first = number_value(f"{first:g} {scale[0]}")
    return first, second


def _money(match: re.Match[str], sentence: Sentence) -> list[Found]:
    value, high = _range(match["low"], match["high"])
    unit = grammar.units("sign")[match["sign"].upper()]
    if value is None:
        return []
    end = match.end()
    if match["high"] and (high is None or high <= value):
        return _two(match, match.start("sign"), value, high, unit, _of_money(sentence, end))
    return [Found(match.start("sign"), end, value, high, unit, _of_money(sentence, end), _bound(match))]


def _two(match: re.Match[str], start: int, value: float, other: float | None, unit: str, of: str | None) -> list[Found]:
    """Read "49 percent to 44 percent", which is no range but two numbers set against each other."""
    found = [Found(start, match.end("low"), value, None, unit, of, _bound(match))]
    if other is not None:
        found.append(Found(match.start("high"), match.end("high"), other, None, unit, of, "exact"))
    return found


def _of_money(sentence: Sentence, end: int) -> str | None:
    match = re.match(r"\s(?:in|of|for)\s(?:the\s|a\s|an\s|his\s|her\s|its\s|their\s)?", sentence.after(end, 20))
    phrase, _ = counted(sentence.text, end + (match.end() - 1 if match else 0), sentence.stop)
    return phrase


def _money_word(match: re.Match[str], sentence: Sentence) -> list[Found]:
    low = match["low"].lower()
    value = number_value(low) or number_value(f"one {low.removeprefix('multi')}")
    unit = grammar.units("money").get(match["money"]) or grammar.units("money").get(match["money"].lower())
    return (
        []
        if value is None
        else [
            Found(match.start("low"), match.end(), value, None, unit, _of_money(sentence, match.end()), _bound(match))
        ]
    )


def _percent(match: re.Match[str], sentence: Sentence) -> list[Found]:
    value, high = _range(match["low"], match["high"])
    if value is None:
        return []
    unit = "percentage points" if match["unit"].lower().startswith("percentage") else "percent"
    of, _ = counted(sentence.text, match.end(), sentence.stop)
    if high is not None and high <= value:
        return _two(match, match.start("low"), value, high, unit, of)
    return [Found(match.start("low"), match.end(), value, high, unit, of, _bound(match))]


def _age(match: re.Match[str], sentence: Sentence) -> list[Found]:
    del sentence
    groups = match.groupdict()
    value, high = _range(match["low"], groups.get("high"))
    if value is None or value > OLDEST:
        return []
    bound = _bound(match) if "bound" in groups else "exact"
    return [Found(match.start("low"), match.end(), value, high, "years", "age", bound)]


def _apposed_age(match: re.Match[str], sentence: Sentence) -> list[Found]:
    """Read ", 35," after a name as an age; not in a list of numbers."""
    group = "low" if match["low"] else "last"
    before = sentence.before(match.start(), 30)
    if not re.search(r"[A-Z][\w.’'-]*(?:\s\([^)]*\))?$", before) or re.search(_DATE_BEFORE, before):
        return []
    return [Found(match.start(group), match.end(group), float(match[group]), None, "years", "age", "exact")]


_DATE_BEFORE = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)$"
_VOTED = re.compile(
    r"\bvot(?:e|ed|es|ing)\b|\bpass(?:ed|age)?\b|approv|\btally\b|\bmargin\b|\bsplit\b|\bdefeat|\breject|\bruled?\b|\bruling\b|decision|majority|"
    r"\bseats?\b|\bedge\b|\badvanced\b|confirmed|party lines?|\bby\s$|Senate|House|measure|resolution",
    re.IGNORECASE,
)


def _votes(match: re.Match[str], sentence: Sentence) -> list[Found]:
    """Read "52-48" as two counts where something was put to the vote."""
    low, high = (
        0.0 if word.lower() in {"none", "zero"} else number_value(word) for word in (match["low"], match["high"])
    )
    around = sentence.before(match.start(), 120) + " " + sentence.after(match.end(), 60)
    if low is None or high is None or not _VOTED.search(around):
        return []
    if low < high and " to " in match[0] and not re.search(r"\bvot", around):
        return []
    return [
        Found(match.start("low"), match.end("low"), low, None, "votes", "votes for", "exact"),
        Found(match.start("high"), match.end("high"), high, None, "votes", "votes against", "exact"),
    ]


_PARTS = {"hal": 2, "thi": 3, "qua": 4, "fou": 4, "fif": 5, "ten": 10}


def _fraction(match: re.Match[str], sentence: Sentence) -> list[Found]:
    part = (match["parts"] or match["part"] or match["half"]).lower()
    count = number_value(match["count"]) if match["count"] else 1.0
    if count is None:
        return []
    of, _ = counted(sentence.text, match.end(), sentence.stop)
    before = re.search(
        r"\b(more\sthan|less\sthan|nearly|almost|about|over|at\sleast|roughly|under)\s$",
        sentence.before(match.start(), 12),
        re.IGNORECASE,
    )
    bound = grammar.bounds()[" ".join(before[1].lower().split())] if before else "exact"
    return [Found(match.start(), match.end(), round(count / _PARTS[part[:3]], SHARE_DIGITS), None, "share", of, bound)]


def _chance(match: re.Match[str], sentence: Sentence) -> list[Found]:
    low, high = number_value(match["low"]), number_value(match["high"])
    if not low or not high or low >= high:
        return []
    of, _ = counted(sentence.text, match.end(), sentence.stop)
    return [Found(match.start(), match.end(), round(low / high, SHARE_DIGITS), None, "share", of, "exact")]


def _dozen(match: re.Match[str], sentence: Sentence) -> list[Found]:
    value = 6.0 if "half" in match["dozen"].lower() else (number_value(match["dozen"]) or 12.0)
    of, _ = counted(sentence.text, match.end(), sentence.stop)
    return [Found(match.start("dozen"), match.end(), value, None, unit_of(of), of, _bound(match))]


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


def _vague(match: re.Match[str], sentence: Sentence) -> list[Found]:
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
        and not re.match(r"\s(?:have|had|were|are|gathered|marched|took|more)\b", sentence.after(end, 12))
    ):
        return []
    return [Found(match.start("vague"), end, value, None, unit or unit_of(of), of, "at least")]


def _ordinal(match: re.Match[str], sentence: Sentence) -> list[Found]:
    del sentence
    low = match["low"].lower()
    value = float(low[:-2]) if low[0].isdigit() else float(ordinals()[low])
    return [
        Found(
            match.start(),
            match.end(),
            value,
            None,
            grammar.units("measure").get(match["noun"].lower() + "s", match["noun"].lower() + "s"),
            "ordinal",
            "exact",
        )
    ]


def _article_unit(match: re.Match[str], sentence: Sentence) -> list[Found]:
    del sentence
    return [
        Found(
            match.start("low"),
            match.end(),
            1.0,
            None,
            grammar.units("measure")[match["unit"].lower()],
            None,
            _bound(match),
        )
    ]


def _twice(match: re.Match[str], sentence: Sentence) -> list[Found]:
    del sentence
    return [
        Found(
            match.start(), match.end(), 2.0 if match["word"].lower() == "twice" else 3.0, None, "times", None, "exact"
        )
    ]


def _rank(match: re.Match[str], sentence: Sentence) -> list[Found]:
    del sentence
    return [Found(match.start(), match.end(), float(match["low"]), None, "rank", None, "exact")]


_NUMBERED = re.compile(
    r"(?:\b(?:page|pages|chapter|section|article|title|rule|route|highway|interstate|flight|channel|room|floor|line|step|phase|stage|grade|"
    r"resolution|bill|act|amendment|proposition|prop|measure|law|no|nos|number|district|precinct|box|unit|exit|gate|apollo|version|"
    r"h\.r|s\.b|hb|sb)\.?|#|@)\s?$",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(r"(?P<word>[A-Z][\w’'-]*)\s$")
_ONE_PRONOUN = re.compile(r"\b(?:no|any|every|some|each|which|another)[\s-]$", re.IGNORECASE)
_MEASURED = re.compile(
    r"\b(?!(?:a|an|the|last|past|next|this|every|each|of)\b)[\w,.]+[\s-](?:second|minute|hour|day|week|month|year|decade)s?\b(?!\s(?:of|morning|night))",
    re.IGNORECASE,
)


def _count(match: re.Match[str], sentence: Sentence) -> list[Found]:
    """Read any other number, unless something shows that it counts nothing."""
    value, high = _range(match["low"], match["high"])
    end = match.end()
    if match["high"] and (high is None or value is None or high <= value or " and " in match[0][len(match["low"]) :]):
        end, high = match.end("low"), None
    of, _ = counted(sentence.text, end, sentence.stop)
    if value is None or not _counts(match, sentence, of):
        return []
    unit = unit_of(of)
    return [Found(match.start("low"), _with_unit(sentence, end, unit), value, high, unit, of, _bound(match))]


def _with_unit(sentence: Sentence, end: int, unit: str | None) -> int:
    """Return the end of the number with its measure ("40 hours", "two-year")."""
    if unit is None or unit == "people":
        return end
    match = re.match(r"[\s-](?P<word>[^\W\d_]+)", sentence.after(end, 20))
    return end + match.end() if match and match["word"].lower() in grammar.units("measure") else end


def _counts(match: re.Match[str], sentence: Sentence, of: str | None) -> bool:
    low = match["low"].lower()
    before = sentence.before(match.start("low"), 24)
    if low == "one":
        return unit_of(of) is not None and not _ONE_PRONOUN.search(before)
    if low in {"a", "an"} or low.startswith(("a few", "several")):
        return False
    if _NUMBERED.search(before) or re.match(r"\(|[A-Za-z]", sentence.after(match.end("low"), 1)):
        return False
    return unit_of(of) is not None or not _in_name(match, sentence, before)


def _in_name(match: re.Match[str], sentence: Sentence, before: str) -> bool:
    """Tell whether a number ends a name ("Park 51"): a capitalised word directly before it is none that opens a sentence."""
    word = _NAME_BEFORE.search(before)
    if word is None or match["bound"] or word["word"].endswith(("’s", "'s", "’", "'")):
        return False
    opens = match.start("low") - len(word[0]) <= sentence.begin
    return not opens and word["word"].lower() not in read_terms("gazetteer/function_words.txt")
