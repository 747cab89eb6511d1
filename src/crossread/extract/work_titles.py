"""Which marks set off the title of a work, a show or a day, and no speech."""

from typing import Final

from crossread.extract.cues import reports_speech
from crossread.extract.headlines import headed_by
from crossread.extract.marks import MarkedRange
from crossread.extract.reading import Reading
from crossread.extract.word_classes import word_class

_NEAR: Final = 5  # words in which the verb of telling ends that a comma before the closing mark leads to


def is_work_title(reading: Reading, marked: MarkedRange) -> bool:
    """Whether the marks set off a title of a work, show or day: every weighty word of it has a capital.

    In a headline that lets somebody speak, and before "he said", words have capitals or none for other reasons.
    """
    if _told_behind(reading, marked) or headed_by(reading, reading.word_at(marked.start)) is not None:
        return False
    forms = [f for f in reading.forms[reading.word_at(marked.start) : reading.word_after(marked.end)] if f[0].isalpha()]
    weighty = [form for form in forms if len(form) > 3 or form.lower() not in _small_words()]
    if len(forms) < 2 or any(not form[0].isupper() for form in weighty) or all(f.isupper() for f in forms):
        return False
    if forms[0][0].islower() or "I" in forms:
        return False  # a title begins with a capital, and whoever says "I" speaks
    if _one_of_many(reading, marked) or _named_so(reading, marked):
        return False
    before = reading.text[max(0, marked.outer[0] - 2) : marked.outer[0]].rstrip()
    return not before.endswith((",", ":")) or reading.text[marked.end - 1] not in "!?"


def _one_of_many(reading: Reading, marked: MarkedRange) -> bool:
    """Whether "a" stands before and no noun behind: waging a "War on Religion", but no "Saturday Night" sketch."""
    first, after = reading.word_at(marked.outer[0]), reading.word_after(marked.outer[1])
    article = first > 0 and reading.lower[first - 1] in ("a", "an")
    return article and (after >= len(reading.tags) or reading.tags[after].part != "noun")


def _named_so(reading: Reading, marked: MarkedRange) -> bool:
    """Whether somebody calls somebody so: Ann Lee has branded it the "Harbour Protection Act"."""
    first = reading.word_at(marked.outer[0])
    start, _ = reading.sentence_of(first)
    group = next(reversed(reading.groups_in(max(start, first - _NEAR), first)), None)
    if group is None or group.passive or not group.finite or group.lemma not in word_class("naming"):
        return False
    return any(not reading.wordlike[word] or reading.chunk_of[word] for word in range(group.verb + 1, first))


def _told_behind(reading: Reading, marked: MarkedRange) -> bool:
    """Whether a verb of telling follows the marks, with its subject: "Oh, my God," a woman cried."""
    if not reading.text[marked.end : marked.outer[1]].startswith(",") and reading.text[marked.end - 1] not in ",!?":
        return False
    first = reading.word_after(marked.outer[1])
    near = range(first, min(len(reading.forms), first + _NEAR))
    until = next((word for word in near if reading.tags[word].part == "punct"), near.stop)
    return any(group.finite and reports_speech(group.lemma) for group in reading.groups_in(first, until))


def _small_words() -> frozenset[str]:
    return word_class("preposition") | word_class("determiner") | word_class("conjunction") | word_class("possessive")
