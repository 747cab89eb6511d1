"""Words: spaCy's rule-based English tokenizer, with every offset exact.

Only the tokenizer is used: no statistical model is loaded.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

import spacy
from spacy.language import Language

from crossread.annotate.lemmas import lemma
from crossread.records import Words

LONGEST_PIECE = 20_000  # characters; spaCy refuses texts above a million


@cache
def _language() -> Language:
    return spacy.blank("en")


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
    """Return where the next stretch that is tokenized at once ends: after a space, where there is one."""
    end = begin + LONGEST_PIECE
    if end >= len(piece):
        return len(piece)
    space = piece.rfind(" ", begin, end)
    return space + 1 if space > begin else end


def first_word_at(words: Words, offset: int) -> int:
    """Return the index of the first word that ends after the character offset."""
    return bisect_right(words.end, offset)
