"""Names as words: what is left of a name when spelling, titles and small words no longer matter."""

import re
from functools import lru_cache

from crossread.linking import fold

_DOTTED = re.compile(r"\b(?:\w\.){2,}(?:\w\b)?")
_ARABIC_ARTICLE = re.compile(r"\b[ae]l-(?=\w)")
_POSSESSIVE = re.compile(r"(?:'s|(?<=s)')$")
_WORD = re.compile(r"[\w&]+(?:'\w+)*")
_SUFFIXES = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
_ARTICLES = frozenset({"the", "a", "an"})

Words = tuple[str, ...]
"""A name as folded words."""


@lru_cache(maxsize=2**14)  # names recur
def name_words(text: str) -> Words:
    """Return the folded words of a name: `The U.S. Senate's` gives `("us", "senate")`, `Kim Jong-un` three words."""
    plain = _DOTTED.sub(lambda match: match.group().replace(".", ""), fold(text))
    plain = _ARABIC_ARTICLE.sub("", _POSSESSIVE.sub("", plain))
    words = tuple(word.removesuffix("'s") for word in _WORD.findall(plain))
    return words[1:] if len(words) > 1 and words[0] in _ARTICLES else words


def split_suffix(words: Words) -> tuple[Words, str | None]:
    """Return a person's name without its suffix, and the suffix, such as `jr` for a son of the same name."""
    if len(words) > 1 and words[-1] in _SUFFIXES:
        return words[:-1], _SUFFIXES[words[-1]]
    return words, None
