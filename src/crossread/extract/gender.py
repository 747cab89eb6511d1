"""Whether somebody is a man or a woman by what stands beside the name."""

from typing import Final

from crossread.extract.surface import Surface
from crossread.extract.word_classes import word_class
from crossread.records import Mention

_LONGEST: Final = 12  # words of the clause that are read


def gender_by_title(reading: Surface, mention: Mention) -> str | None:
    """Return male or female where a title or a noun before a comma tells: "Ms. Lee", "his wife, Ann"."""
    word = reading.word_at(mention.span.start)
    apposed = reading.lower[word - 2] if word > 1 and reading.forms[word - 1] == "," else ""
    told = mention.title if mention.form == "name" else mention.span.text
    nouns = (*(told or "").lower().split(), apposed)
    for gender in ("male", "female"):
        if any(noun in word_class(f"title_{gender}") or noun in word_class(f"{gender}_noun") for noun in nouns):
            return gender
    return None


def gender_by_clause(reading: Surface, mention: Mention) -> str | None:
    """Return male or female where a pronoun takes the name up: "Tay Reed, who was on his way"; else None."""
    after = reading.word_after(mention.span.end)
    if reading.lower[after : after + 2] != (",", "who"):
        return None
    for word in range(after + 2, min(after + _LONGEST, len(reading.forms))):
        if not reading.wordlike[word] or reading.person_at(word) is not None:
            return None
        for gender in ("male", "female"):
            if reading.lower[word] in word_class(gender):
                return gender
    return None
