"""Any other number, unless something shows that it counts nothing."""

import re

from crossread.annotate.quantities import grammar
from crossread.annotate.quantities.counted import counted, unit_of
from crossread.annotate.quantities.found import Found, Sentence, bound_of, parted, range_of
from crossread.resources.loader import read_terms

_NUMBERED = re.compile(
    r"(?:\b(?:page|pages|chapter|section|article|title|rule|route|highway|interstate|flight|channel|room|floor|line|step|phase|stage|grade|"
    r"resolution|bill|act|amendment|proposition|prop|measure|law|no|nos|number|district|precinct|box|unit|exit|gate|apollo|version|"
    r"h\.r|s\.b|hb|sb)\.?|#|@)\s?$",
    re.IGNORECASE,
)


_PART_OF_NUMBER = re.compile(r"\d\s(?:of\s)?$")  # of a telephone number, of "photo 7 of 59"


_LEADING_ZERO = re.compile(r"0\d")


_SCORE = re.compile(r"\d{1,3}[-–—]\d{1,3}")


_NAME_BEFORE = re.compile(r"(?P<word>[A-Z][\w’'-]*)\s$")


_FIGURES = re.compile(r"[-\s](?:figure|digit)\b", re.IGNORECASE)  # of "a six-figure sum"


_ONE_MORE = re.compile(r"\s(?:other|more|additional)\s[^\W\d_]", re.IGNORECASE)


_ONE_PART = re.compile(r"-(?:page|paragraph|sentence|word|line|room|bedroom|store?y|seat|vote|point)\b", re.IGNORECASE)


_ONE_PRONOUN = re.compile(r"\b(?:no|any|every|some|each|which|another)[\s-]$", re.IGNORECASE)


def read_count(match: re.Match[str], sentence: Sentence) -> list[Found]:
    """Read any other number, unless something shows that it counts nothing; two that are no range are two counts."""
    value, high = range_of(match["low"], match["high"])
    if value is None:
        return []
    two = match["high"] is not None and (parted(match, sentence, value, high) or _joins(match, sentence))
    end = match.end("low") if two else match.end()
    of, _ = counted(sentence.text, end, sentence.stop, one=match["low"].lower() == "one")
    if _SCORE.fullmatch(match[0].strip()) and (two or high is None) and of is None:
        return []
    if not _counts(match, sentence, of):
        return []
    second = [_second(match, sentence, high)] if two and high is not None else []
    of = of or (second[0].of if second else None)
    unit = unit_of(of)
    until = _with_unit(sentence, end, unit)
    top = None if two else high
    first = Found(match.start("low"), until, value, top, unit, _beyond_unit(of, unit), bound_of(match))
    return [first, *second]


def _second(match: re.Match[str], sentence: Sentence, value: float) -> Found:
    """Return the second of two counts."""
    of, _ = counted(sentence.text, match.end("high"), sentence.stop)
    unit = unit_of(of)
    end = _with_unit(sentence, match.end("high"), unit)
    return Found(match.start("high"), end, value, None, unit, _beyond_unit(of, unit), "exact")


def _beyond_unit(of: str | None, unit: str | None) -> str | None:
    """Return what is counted where that is more than the unit itself ("hours")."""
    return None if of is not None and of.lower() in grammar.units("measure") and unit is not None else of


def _joins(match: re.Match[str], sentence: Sentence) -> bool:
    """Tell whether "and" joins two counts, since no "between" makes a range of them."""
    between = sentence.before(match.start("low"), 10).lower().endswith("between ")
    return " and " in match[0][len(match["low"]) :] and not between


def _with_unit(sentence: Sentence, end: int, unit: str | None) -> int:
    """Return the end of the number with its measure ("40 hours", "two-year")."""
    if unit is None or unit == "people":
        return end
    match = re.match(r"[\s-](?P<word>[^\W\d_]+)", sentence.after(end, 20))
    return end + match.end() if match and match["word"].lower() in grammar.units("measure") else end


def _counts(match: re.Match[str], sentence: Sentence, of: str | None) -> bool:
    low = match["low"].lower()
    before = sentence.before(match.start("low"), 24)
    if _FIGURES.match(sentence.after(match.end("low"), 10)):
        return False
    if low == "one":
        if _ONE_PART.match(sentence.after(match.end("low"), 12)):
            return True
        if _ONE_MORE.match(sentence.after(match.end("low"), 12)):
            return True
        return unit_of(of) is not None and not _ONE_PRONOUN.search(before)
    if low in {"a", "an"} or low.startswith(("a few", "several")):
        return False
    if _NUMBERED.search(before) or _PART_OF_NUMBER.search(before) or _LEADING_ZERO.match(low):
        return False
    if re.match(r"\(|[A-Za-z]", sentence.after(match.end("low"), 1)):
        return False
    return unit_of(of) is not None or not _in_name(match, sentence, before)


def _in_name(match: re.Match[str], sentence: Sentence, before: str) -> bool:
    """Tell whether a number ends a name ("Park 51"): a capitalised word stands before it that opens no sentence."""
    word = _NAME_BEFORE.search(before)
    if word is None or match["bound"] or word["word"].endswith(("’s", "'s", "’", "'")):
        return False
    opens = match.start("low") - len(word[0]) <= sentence.begin
    return not opens and word["word"].lower() not in read_terms("gazetteer/function_words.txt")
