"""Where a quotation stands in its sentence, and what is told there of who said it."""

from dataclasses import dataclass

from crossread.extract.chunks import VerbGroup
from crossread.extract.cues import reports_speech
from crossread.extract.marks import MarkedRange
from crossread.extract.reading import Reading
from crossread.extract.voice import Voice

_SHORTEST_SENTENCE = 6  # words of "Ms. Lee said.", cut off from the quotation by a wrong full stop
_LONGEST_TELLER = 12  # words up to the verb of "Ann Lee, the Greens' leader in the council, asked", cut off by a mark


@dataclass(frozen=True, slots=True)
class Attribution:
    """`cue` is the index of the cue word, None where the quotation goes on without one; `voice` the speaker."""

    cue: int | None
    voice: Voice | None
    strong: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a quotation stands: half-open word ranges of the words in its sentence before it, of it, and after it."""

    before: tuple[int, int]
    inside: tuple[int, int]
    after: tuple[int, int]


def setting_of(reading: Reading, marked: MarkedRange, reach: tuple[int, int]) -> Setting:
    """Return the setting; `reach` are the character offsets where the neighbouring quotations end and begin."""
    first, last = reading.word_at(marked.start), reading.word_after(marked.end)
    left = reading.sentence_words[reading.sentence_at(marked.start)][0]
    right = reading.sentence_words[reading.sentence_at(max(marked.start, marked.end - 1))][1]
    opened, closed = reading.word_at(marked.outer[0]), reading.word_after(marked.outer[1])
    if right <= closed:
        right = _run_on(reading, closed)
    before = max(left, reading.word_after(reach[0])), min(first, opened)
    after = max(last, closed), min(right, reading.word_after(reach[1]))
    return Setting((min(before), before[1]), (first, last), (after[0], max(after)))


def _run_on(reading: Reading, word: int) -> int:
    """Return the end of the sentence that begins at the word if it goes on from the quotation, else the word."""
    if word >= len(reading.forms):
        return word
    _, end = reading.sentence_of(word)
    if reading.forms[word][0].islower():
        return end
    if not word or "\n" in reading.text[reading.annotated.words.end[word - 1] : reading.annotated.words.start[word]]:
        return word
    asked = any(form in ("?", "!") for form in reading.forms[max(0, word - 2) : word])
    reach = _LONGEST_TELLER if asked else _SHORTEST_SENTENCE
    groups = reading.groups_in(word, min(end, word + reach))
    tells = any(reports_speech(group.lemma) or is_quoted(reading, group) for group in groups[:1])
    return end if tells and (asked or end - word <= _SHORTEST_SENTENCE) else word


def is_quoted(reading: Reading, group: VerbGroup) -> bool:
    """Whether it is "was quoted as saying" or "is heard saying": the subject speaks."""
    following = reading.groups_in(group.verb + 1, min(len(reading.forms), group.verb + 4))
    return group.passive and bool(following) and following[0].form == "ing" and reports_speech(following[0].lemma)
