"""What a rule makes of the words that it matched, and what it may look at."""

import re
from dataclasses import dataclass, field
from datetime import date

from crossread.records import TimeKind

QUARTER_REACH = 8  # sentences that a report goes on comparing figures with those of the quarter it named

_MONTH = re.compile(r"\d{4}-\d{2}(?!\d)")


@dataclass(frozen=True, slots=True)
class Reading:
    """One expression's meaning: the fields of a `Time` without its span.

    `day`: the day that later expressions ("the next day") are counted from, where this one tells one. `quarter`:
    the first day of the quarter that it tells.
    """

    value: str | None
    kind: TimeKind
    precision: str | None
    anchor: date | None = None
    alternatives: tuple[str, ...] = ()
    day: date | None = None
    quarter: date | None = None


@dataclass(slots=True)
class Context:
    """What has been read so far; it moves through the text with the finder.

    `published`: the date of publication. `main`: the day that the article mostly tells of. `day`: the last day told,
    and the index of its sentence. `year`, `month`: the last told, and the index of its sentence. `quarter`: the first
    day of the quarter told last, and the index of its sentence. `sentence`: the bounds of the sentence at hand, and its
    index. `weekday_leans`: which way the article's surest words put each weekday.
    """

    text: str
    published: date | None
    main: date | None = None
    day: date | None = None
    day_sentence: int = -1
    year: int | None = None
    month: int | None = None
    year_sentence: int = -1
    quarter: date | None = None
    quarter_sentence: int = -1
    sentence: tuple[int, int] = (0, 0)
    sentence_index: int = 0
    weekday_leans: dict[int, int] = field(default_factory=dict)

    def enter(self, index: int, bounds: tuple[int, int]) -> None:
        """Move to a sentence."""
        self.sentence_index, self.sentence = index, bounds

    def note(self, reading: Reading) -> None:
        """Keep the day, month and year that an expression told."""
        if reading.day is not None:
            self.day, self.day_sentence = reading.day, self.sentence_index
        if reading.quarter is not None:
            self.quarter, self.quarter_sentence = reading.quarter, self.sentence_index
        if reading.kind == "date" and reading.value and reading.value[:4].isdigit():
            self.year, self.year_sentence = int(reading.value[:4]), self.sentence_index
            self.month = int(reading.value[5:7]) if _MONTH.match(reading.value) else None

    def narrated(self, reach: int) -> date | None:
        """Return the last day told at most `reach` sentences ago, else the main day, else that of publication."""
        if self.day is not None and self.sentence_index - self.day_sentence <= reach:
            return self.day
        return self.main or self.published

    def told_quarter(self) -> date | None:
        """Return the first day of the quarter told in this or the last sentences, None if none was."""
        near = self.sentence_index - self.quarter_sentence <= QUARTER_REACH
        return self.quarter if near else None

    def before(self, at: int, width: int) -> str:
        """Return up to `width` characters of the sentence that stand before an offset."""
        return self.text[max(self.sentence[0], at - width) : at]

    def after(self, at: int, width: int) -> str:
        """Return up to `width` characters of the sentence that stand after an offset."""
        return self.text[at : min(self.sentence[1], at + width)]
