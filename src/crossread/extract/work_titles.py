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
    if any(tells(reading, marked) for tells in (_is_sentence, _told_behind, _told_before)):
        return False
    if headed_by(reading, reading.word_at(marked.start)) is not None:
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


def _told_before(reading: Reading, marked: MarkedRange) -> bool:
    """Whether what tells leads straight to the words, and no clause goes on from them.

    That is a verb of telling and a comma or colon (the editors wrote, "Harbour Deal Is Dead"), a verb of speaking aloud
    alone (they chanted "Close The Port"), or a noun of saying and a colon (her answer: "Not One Cent").
    """
    first, after = reading.word_at(marked.outer[0]), reading.word_after(marked.outer[1])
    if not first or _goes_on(reading, first, after):
        return False
    pause = reading.forms[first - 1] in (",", ":")
    last = first - 1 - pause
    if last < 0:
        return False
    if reading.lower[last] in word_class("saying_noun"):
        return reading.forms[first - 1] == ":"
    telling = any(reports_speech(g.lemma) and not g.passive for g in reading.groups_in(last, last + 1))
    return telling and (pause or reading.tags[last].lemma in word_class("speaking_aloud"))


def _goes_on(reading: Reading, first: int, after: int) -> bool:
    """Whether a noun or a finite verb goes on from the words, in their sentence."""
    if after >= len(reading.tags) or reading.sentence_of(after) != reading.sentence_of(first):
        return False
    tag = reading.tags[after]
    return tag.part == "noun" or (tag.part in {"verb", "aux"} and tag.finite)


def _is_sentence(reading: Reading, marked: MarkedRange) -> bool:
    """Whether the marks enclose a sentence of its own, full stop and all."""
    first, after = reading.word_at(marked.outer[0]), reading.word_after(marked.outer[1])
    return reading.text[marked.end - 1] in ".!?" and reading.sentence_of(first) == (first, after)


def _small_words() -> frozenset[str]:
    return word_class("preposition") | word_class("determiner") | word_class("conjunction") | word_class("possessive")
