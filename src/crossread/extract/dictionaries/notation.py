"""What the dictionary files have in common: comments, phrases whose words "_" or a space joins, codes in brackets."""

import re
from collections.abc import Iterator
from typing import Final

_COMMENT: Final = re.compile(r"<\s*!\s*--.*?-->", re.DOTALL)
_NOTE: Final = re.compile(r"#.*")
_BETWEEN: Final = re.compile(r"[\s_\-–]+")
_BRACKETS: Final = re.compile(r"\[([^\]]*)\]")


def lines_of(text: str) -> Iterator[str]:
    """Yield the lines that tell something, without comments and white space around them."""
    for line in _COMMENT.sub("", text).splitlines():
        told = _NOTE.sub("", line).strip()
        if told:
            yield told


def codes_in(line: str) -> list[str]:
    """Return what stands between brackets."""
    return [code.strip() for code in _BRACKETS.findall(line)]


def before_codes(line: str) -> str:
    """Return what stands before the first bracket."""
    return line.partition("[")[0].strip()


def plain(word: str) -> str:
    """Return the word as words are compared: in lower case, without full stops and hyphens at its ends."""
    return word.lower().replace(".", "").strip("-–")


def words_of(phrase: str) -> tuple[str, ...]:
    """Return the words of a phrase as they are compared, without "the" before it and possessive marks."""
    words = tuple(filter(None, (plain(word) for word in _BETWEEN.split(phrase.replace("’", "'")))))
    return words[1:] if len(words) > 1 and words[0] == "the" else words
