"""A story's label, in the words of its articles."""

import re
from collections.abc import Sequence

from crossread.group.likeness import Profile, nearness, profile
from crossread.records import CodedDocument
from crossread.resources import read_terms

LABEL_CHARACTERS = 100  # a line of a terminal
_FEWEST_CHARACTERS = 30  # a shorter clause seldom tells the event
_CLAUSE = re.compile(
    r"[,;:] | [–—-] | (?=(?:after|as|because|before|but|while|when|where|which|who|although|though|amid|following)\b)"
)
_MARKS = frozenset('"“”„«»?!:…')
_BROKEN = 0.7  # weight of a line that had to be cut within a clause
_MARKED = 0.7  # weight of a title that quotes, asks or exclaims: it tells one side's words before the event


def label(documents: Sequence[CodedDocument]) -> str:
    """Return the title nearest to what all articles tell, else such a first sentence, cut at a clause; never invented.

    The order of the documents does not matter.
    """
    profiles = [profile(document) for document in documents]
    titles = {title for document in documents if (title := _line(document.annotated.document.title or ""))}
    candidates = titles or {lead_line(document) for document in documents}
    return min(candidates, key=lambda line: (-_weight(line, profiles), line), default="")


def lead_line(document: CodedDocument) -> str:
    """Return the first sentence, cut at a clause to a line."""
    return _cut(_line(_first_sentence(document)))


def plain_weight(line: str) -> float:
    """Return what a line is worth as a label, whatever it tells, up to 1: less where it quotes, asks or was cut."""
    return (_MARKED if _MARKS & set(line) else 1.0) * (_BROKEN if line.endswith("…") else 1.0)


def _weight(line: str, profiles: Sequence[Profile]) -> float:
    return nearness(line, profiles) * plain_weight(line)


def _first_sentence(document: CodedDocument) -> str:
    text = document.annotated.document.text
    return next((text[start:end] for start, end in document.annotated.sentences), text[:LABEL_CHARACTERS])


def _line(text: str) -> str:
    return " ".join(text.split())


def _cut(line: str) -> str:
    """Return the line up to the last clause that fits, without the stop at its end, else to a word, with three dots."""
    if len(line) <= LABEL_CHARACTERS:
        return line.rstrip(".;:, ")
    ends = [m.start() for m in _CLAUSE.finditer(line) if _FEWEST_CHARACTERS <= m.start() <= LABEL_CHARACTERS]
    if ends:
        return line[: max(ends)].rstrip(".;:, ")
    words = line[: LABEL_CHARACTERS - 1].rsplit(" ", 1)[0].split(" ")
    while len(words) > 1 and words[-1].casefold() in read_terms("lexicons/en/grammar_words.txt"):
        words.pop()
    return " ".join(words) + " …"
