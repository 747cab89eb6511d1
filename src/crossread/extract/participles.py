"""Whether a form that may be a past or a participle is a participle, by the words around it."""

from crossread.extract.cues import reports_speech
from crossread.extract.surface import Surface
from crossread.extract.tag import Tag
from crossread.extract.verbs import verb_forms
from crossread.extract.word_classes import word_class


def is_participle(reading: Surface, word: int, end: int, lemma: str, before: list[Tag]) -> bool:
    """Tell whether the form is a participle: "by" follows, or nothing before can be its subject, or it is reduced."""
    following = reading.lower[word + 1] if word + 1 < end else ""
    part = before[-1].part if before else "punct"
    if following == "by" and part != "pronoun" and not _way(reading, word + 2, end):
        return True
    if part == "punct":
        return not before or _parenthetic(reading, word, end)
    if part == "verb":
        return not before[-1].passive
    reduced = part == "noun" and not reports_speech(lemma) and not _in_relative(before)
    return reduced and (_finite_follows(reading, word, end) or _past_follows(reading, word, end))


def _way(reading: Surface, word: int, end: int) -> bool:
    """Whether "by" is followed by what is done, not by who does it: "responded by breaking off talks"."""
    return word < end and any(form == "ing" for _, form in verb_forms().get(reading.lower[word], ()))


def _in_relative(before: list[Tag]) -> bool:
    """Whether a relative pronoun still waits for its verb: "the man whom the police *arrested*"."""
    for tag in reversed(before):
        if tag.part in {"verb", "aux", "punct"}:
            return False
        if tag.part == "rel":
            return True
    return False


def _past_follows(reading: Surface, word: int, end: int) -> bool:
    """Whether a past with an object follows, after a preposition right here: "soldiers armed with rifles took it"."""
    if word + 1 >= end or reading.lower[word + 1] not in word_class("preposition"):
        return False
    for after in range(word + 2, min(end - 1, word + 9)):
        form, following = reading.lower[after], reading.lower[after + 1]
        if not form[0].isalnum() or form in word_class("conjunction") or form in word_class("subordinator"):
            return False
        if form in word_class("relative") or form in word_class("subject_pronoun"):
            return False
        named = reading.names[after - 1]
        person = named is not None and named.kind == "person"
        kinds = {kind for _, kind in verb_forms().get(form, ())}
        opens = following in word_class("determiner") or following in word_class("possessive")
        if "past" in kinds and opens and not person and reading.lower[after - 1] not in word_class("determiner"):
            return True
    return False


def _parenthetic(reading: Surface, word: int, end: int) -> bool:
    """Whether commas enclose the verb with what follows, and another verb goes on: "the dam, built by them, broke"."""
    if word < 1 or word + 1 >= end or reading.forms[word - 1] != ",":
        return False
    if reading.lower[word + 1] not in word_class("preposition"):
        return False
    comma = next((at for at in range(word + 1, min(end - 1, word + 15)) if reading.forms[at] == ","), None)
    if comma is None:
        return False
    after = reading.lower[comma + 1]
    kinds = {kind for _, kind in verb_forms().get(after, ())}
    return bool(kinds & {"past", "s"}) or after in word_class("modal") | word_class("be") | word_class("have")


def _finite_follows(reading: Surface, word: int, end: int) -> bool:
    """Whether another finite verb follows before any comma or new subject: this one is then a reduced clause."""
    for after in range(word + 1, min(end, word + 12)):
        form = reading.lower[after]
        if not form[0].isalnum() or form in word_class("conjunction") or form in word_class("subordinator"):
            return False
        if form in word_class("relative") or form in word_class("subject_pronoun"):
            return False
        if form in ("was", "were", "has", "had", "is", "are", "will", "would"):
            return not any(n is not None and n.kind == "person" for n in reading.names[word + 1 : after])
    return False
