"""Words: spaCy's rule-based English tokenizer, with every offset exact.

Only the tokenizer is used: no statistical model is loaded.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import cast

import spacy
from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex

from crossread.annotate.lemmas import lemma
from crossread.records import Words
from crossread.resources.loader import read_table

LONGEST_PIECE = 20_000  # characters; spaCy refuses texts above a million
LONGEST_RUN = 300  # characters without a space: the tokenizer's time grows with the square of such a run

_LONG_RUN = re.compile(rf"\S{{{LONGEST_RUN}}}")
BAR = "―"  # a dash that spaCy does not know, set before who said it
_AFTER_INITIALS = r"(?<=[A-Z]\.)[-–](?=[A-Za-z])"  # "U.S.-backed" is three words, as "US-backed" is
_ONE_WORD = frozenset({"title", "place", "month", "company"})  # abbreviations that keep their full stop


@cache
def _language() -> Language:
    language = spacy.blank("en")
    tokenizer = cast("Tokenizer", language.tokenizer)
    infixes = [*(language.Defaults.infixes or ()), _AFTER_INITIALS, BAR]
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    for row in read_table("gazetteer/abbreviations.tsv"):
        if row["kind"] in _ONE_WORD:
            tokenizer.add_special_case(f"{row['form']}.", [{ORTH: f"{row['form']}."}])
    return language


def find_words(text: str, sentences: Sequence[tuple[int, int]]) -> Words:
    """Return the words of a text, sentence by sentence; white space is no word.

    A sentence is the piece that is tokenized, so time grows with the length of the text and no word crosses a boundary.
    """
    start: list[int] = []
    end: list[int] = []
    of: list[int] = []
    for number, (begin, stop) in enumerate(sentences):
        for at, until in _tokens(text[begin:stop]):
            start.append(begin + at)
            end.append(begin + until)
            of.append(number)
    lemmas = tuple(lemma(text[a:b]) for a, b in zip(start, end, strict=True))
    return Words(tuple(start), tuple(end), tuple(of), lemmas)


def _tokens(piece: str) -> Iterator[tuple[int, int]]:
    begin = 0
    while begin < len(piece):
        end = _cut(piece, begin)
        for token in _language().make_doc(piece[begin:end]):
            if not token.is_space:
                yield begin + token.idx, begin + token.idx + len(token)
        begin = end


def _cut(piece: str, begin: int) -> int:
    """Return where the next stretch ends that is tokenized at once: after a space, or inside a run without any."""
    end = min(begin + LONGEST_PIECE, len(piece))
    run = _LONG_RUN.search(piece, begin, end)
    if run:
        return run.end()
    space = piece.rfind(" ", begin, end)
    return space + 1 if end < len(piece) and space > begin else end
