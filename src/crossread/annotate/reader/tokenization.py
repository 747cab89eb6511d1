"""spaCy's English tokenizer, with the rules by which Universal Dependencies cuts words otherwise."""

import re
from collections.abc import Callable
from functools import cache
from typing import Any, Final

import numpy as np
import spacy
from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from crossread.annotate.words import BAR

# Prefixes that stay joined to their word over a hyphen, as UD's English treebanks write them.
_JOINED_PREFIXES: Final = [
    "afro",
    "anti",
    "bi",
    "co",
    "counter",
    "cross",
    "e",
    "euro",
    "ex",
    "extra",
    "franco",
    "inter",
    "intra",
    "macro",
    "mega",
    "meta",
    "micro",
    "mid",
    "mini",
    "multi",
    "non",
    "over",
    "post",
    "pre",
    "pro",
    "pseudo",
    "quasi",
    "re",
    "semi",
    "sino",
    "sub",
    "super",
    "trans",
    "tri",
    "ultra",
    "un",
    "under",
]
_RUNS: Final = (r"[!?]{2,}", r"\.{2,}", r"=+", r"_{2,}", r"-{2,}", r"\*{2,}", r"~{2,}", r"#{2,}", r"<{2,}", r">{2,}")
_CLOCKS: Final = (r"(?<=\d)(?:[ap]m|[AP]M|[ap]\.m\.)", r"(?<=\d)(?:bn|BN|tn)")
_AFTER_INITIALS: Final = r"(?<=[A-Z]\.)-(?=[A-Za-z])"  # "U.S.-led" is three words
_WHOLE: Final = re.compile(
    rf"(?:(?:{'|'.join(_JOINED_PREFIXES)})-[^\W\d_]+(?:-in-[^\W\d_]+)?|\d{{3}}-\d{{3}}-\d{{4}}|\d{{3}}-\d{{4}}|\[\.\.\.\])\Z",
    re.IGNORECASE,
)
_ABBREVIATIONS: Final = ("al.", "Ft.", "cf.", "approx.", "Maj.", "Cpl.", "Supt.", "Insp.", "Hon.")
# Exceptions of spaCy's that hurt news: smileys out of brackets and colons, and "and/or" as one word.
_DROPPED: Final = ("):", "(:", "and/or", "8)", "8-)", "(8")


@cache
def tokenizer() -> Tokenizer:
    """The tokenizer, made once a process."""
    language = spacy.blank("en")
    cutter: Tokenizer = language.tokenizer
    prefixes, infixes, suffixes = _rules(language)
    cutter.prefix_search = compile_prefix_regex([*_RUNS, *prefixes]).search
    cutter.suffix_search = compile_suffix_regex([*_RUNS, *_CLOCKS, *suffixes]).search
    cutter.infix_finditer = compile_infix_regex([*_RUNS, _AFTER_INITIALS, BAR, *infixes]).finditer
    cutter.token_match = _whole(cutter.token_match)
    cutter.rules = {form: parts for form, parts in cutter.rules.items() if form not in _DROPPED}
    for form in _ABBREVIATIONS:
        cutter.add_special_case(form, [{ORTH: form}])
    for form in ("wanna", "Wanna"):
        cutter.add_special_case(form, [{ORTH: form[:3]}, {ORTH: form[3:]}])
    return cutter


def _rules(language: Language) -> tuple[list[str], list[str], list[str]]:
    """The language's own prefix, infix and suffix patterns."""
    defaults: Any = language.Defaults
    return list(defaults.prefixes), list(defaults.infixes), list(defaults.suffixes)


def _whole(before: Callable[[str], object] | None) -> Callable[[str], object]:
    def match(text: str) -> object:
        return _WHOLE.match(text) or (before(text) if before is not None else None)

    return match


def word_ranges(text: str) -> list[tuple[int, int]]:
    """Half-open character ranges of the words of a text, white space left out."""
    columns = tokenizer()(text).to_array(["IDX", "LENGTH", "IS_SPACE"]).astype(np.int64)
    words = columns[columns[:, 2] == 0]
    starts = words[:, 0]
    return list(zip(starts.tolist(), (starts + words[:, 1]).tolist(), strict=True))
