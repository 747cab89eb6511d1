"""Which way text runs, by its own letters."""

import unicodedata
from itertools import islice

_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_STRONG = _RIGHT_TO_LEFT | {"L"}
_LETTERS_LOOKED_AT = 400  # enough that a foreign name or headline at the start does not decide


def direction(text: str) -> str:
    """Return `rtl` if most of the text's first letters run from right to left, else `ltr`."""
    kinds = (unicodedata.bidirectional(character) for character in text)
    strong = list(islice((kind for kind in kinds if kind in _STRONG), _LETTERS_LOOKED_AT))
    backwards = sum(kind in _RIGHT_TO_LEFT for kind in strong)
    return "rtl" if backwards * 2 > len(strong) else "ltr"
