"""The words of an article as strings, with the questions that name rules ask of them."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from crossread.annotate.gazetteer import calendar_words, given_names
from crossread.records import Words

HEADLINE_SHARE = 0.7  # of the longer words with a capital: title case or capitals, which tell nothing of names
HEADLINE_FEWEST = 4  # such words
HEADLINE_FEWEST_CLOSED = 6  # in one that ends with a full stop
LONG_WORD = 4  # letters: shorter words stay in lower case in headlines
OPENERS = frozenset("\"“‘'([:—–―") | {"--", "...", "…", "-", "•"}
_NO_NAME = re.compile(r"[DRI]-[A-Z]|.*[\[\]]|[^\w.]")  # a party with its state, brackets inside a word
_CLOSED = (".", "”", '"', "’", "!", ":", ",", ";")  # how headlines seldom end
_PRONOUNS = frozenset({"I", "I'm", "I’m"})
_PARTIES = frozenset({"D", "R", "I"})
_NAMES_TOO = frozenset({"Jan", "April", "May", "June", "August", "Wed", "Mar"})

_INVISIBLE = "\u00ad\u200b\u2060\ufeff"  # hyphens that show only at the end of a line, joiners


@dataclass(frozen=True)
class Tokens:
    """An article's words as strings (`texts`), beside the columns of `words` and the article's text."""

    text: str
    words: Words

    @cached_property
    def texts(self) -> list[str]:
        """The words as written, without the marks of where they may be broken."""
        forms = (self.text[a:b] for a, b in zip(self.words.start, self.words.end, strict=True))
        return [form.strip(_INVISIBLE) or form for form in forms]

    @cached_property
    def ranges(self) -> list[tuple[int, int]]:
        """The half-open range of words of each sentence that has any, in order."""
        bounds: list[tuple[int, int]] = []
        begin = 0
        for index, sentence in enumerate(self.words.sentence):
            if index and sentence != self.words.sentence[index - 1]:
                bounds.append((begin, index))
                begin = index
        return [*bounds, (begin, len(self.words))] if len(self.words) else []

    @cached_property
    def headlines(self) -> set[int]:
        """The indices into `ranges` of sentences in title case or in capitals."""
        return {number for number, bounds in enumerate(self.ranges) if self._is_headline(*bounds)}

    def _is_headline(self, begin: int, stop: int) -> bool:
        long = [word for word in self.texts[begin:stop] if word.isalpha() and len(word) >= LONG_WORD]
        capital = sum(word[0].isupper() for word in long)
        if self.texts[stop - 1].endswith(_CLOSED):  # some write a full stop: no sentence has as many capitals
            return len(long) >= HEADLINE_FEWEST_CLOSED and capital == len(long)
        return len(long) >= HEADLINE_FEWEST and capital >= HEADLINE_SHARE * len(long)

    @cached_property
    def lower(self) -> set[str]:
        """The words that stand in lower case somewhere."""
        return {word for word in self.texts if word.islower()}

    @cached_property
    def capital_inside(self) -> Counter[str]:
        """How often each word has a capital where no sentence or quotation starts."""
        found: Counter[str] = Counter()
        for number, (begin, stop) in enumerate(self.ranges):
            if number not in self.headlines:
                found.update(
                    self.texts[i] for i in range(begin + 1, stop) if self.is_capital(i) and not self.opens(i, begin)
                )
        return found

    @cached_property
    def _named_capitals(self) -> frozenset[str]:
        return frozenset(word.upper() for word in self.capital_inside if word.lower() not in self.lower)

    def is_named(self, index: int) -> bool:
        """Tell whether a word of a headline stands with a capital elsewhere, and nowhere without."""
        word = self.texts[index]
        if word.isupper() and len(word) > 1:
            return word in self._named_capitals
        return self.capital_inside[word] > 0 and word.lower() not in self.lower

    def opens(self, index: int, begin: int) -> bool:
        """Tell whether a word would have a capital whatever it is: first in a sentence, a quotation, a clause."""
        return index == begin or self.texts[index - 1] in OPENERS

    def is_capital(self, index: int) -> bool:
        """Tell whether a word is written like a part of a name."""
        return self._capitals[index]

    @cached_property
    def _capitals(self) -> list[bool]:
        return [_has_capital(word) and self._may_be_named(index) for index, word in enumerate(self.texts)]

    def _may_be_named(self, index: int) -> bool:
        """Tell whether a word's capital is not that of a pronoun, of the calendar or of a party."""
        word = self.texts[index]
        odd = word in _PRONOUNS or _NO_NAME.match(word)
        return not (odd or self._is_calendar(index) or self._is_party(index))

    def _is_calendar(self, index: int) -> bool:
        """Tell whether a word is a month or weekday; one that a given name is too ("Jan", "April") may start a name."""
        word = self.texts[index]
        if word.rstrip(".") not in calendar_words():
            return False
        if index and self.texts[index - 1] in given_names() and not word.endswith("."):
            return False
        following = self.texts[index + 1][:1] if index + 1 < len(self.texts) else ""
        return word.endswith(".") or word.capitalize() not in _NAMES_TOO or not following.isupper()

    def _is_party(self, index: int) -> bool:
        """Tell whether a word belongs to a politician's party and state: "D-Mich."."""
        begins = self.texts[index] in _PARTIES and self.adjoin(index) and self.texts[index + 1] == "-"
        ends = (
            index > 1 and self.texts[index - 1] == "-" and self.texts[index - 2] in _PARTIES and self.adjoin(index - 1)
        )
        return begins or ends

    def adjoin(self, index: int) -> bool:
        """Tell whether nothing stands between a word and the next one."""
        return index + 1 < len(self.texts) and self.words.end[index] == self.words.start[index + 1]

    def same_line(self, index: int) -> bool:
        """Tell whether only spaces stand between a word and the next one."""
        if index + 1 >= len(self.texts):
            return False
        between = self.text[self.words.end[index] : self.words.start[index + 1]]
        return len(between) <= 1 and between not in ("\n", "\t")

    def followed_by(self, index: int, words: Sequence[str]) -> bool:
        """Tell whether exactly these words come after a word."""
        return self.texts[index + 1 : index + 1 + len(words)] == list(words)


def _has_capital(word: str) -> bool:
    """Tell whether a word has a capital first, or second after a small letter ("iPhone")."""
    return word[0].isupper() or (len(word) > 1 and word[0].islower() and word[1].isupper())
