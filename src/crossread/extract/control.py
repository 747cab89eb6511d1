"""Whom a verb names as who does the infinitive or participle after it: "asked Reed to go", "praised Reed for going"."""

from crossread.extract.chunks import Chunk, VerbGroup
from crossread.extract.cues import cue_kinds
from crossread.extract.objects import object_of
from crossread.extract.reading import Reading
from crossread.extract.word_classes import word_class


def controller(reading: Reading, group: VerbGroup, ruler: VerbGroup) -> Chunk | None:
    """Return who does what the infinite verb says by the verb before it, if not that verb's subject; None otherwise."""
    if group.infinitive:
        named = _controlling(reading, ruler)
        return named if named is not None and named.end <= group.start else None
    return _given_to(reading, ruler, reading.lower[group.start - 1]) if group.form == "ing" and group.start else None


def _given_to(reading: Reading, ruler: VerbGroup, link: str) -> Chunk | None:
    """Return of whom the participle after "as" or "for" is said: "quoted Reed as saying", "praised Reed for saying"."""
    quoted = link == "as" and ruler.lemma in word_class("quoter")
    judged = link == "for" and "appraisal" in cue_kinds().get(ruler.lemma, frozenset())
    return object_of(reading, ruler) if (quoted or judged) and not ruler.passive else None


def _controlling(reading: Reading, ruler: VerbGroup) -> Chunk | None:
    """Return who is to do what the infinitive after the verb says, if not its subject: "called on them to go"."""
    asks = ruler.lemma in word_class("asker")
    if not asks and ruler.lemma not in word_class("object_control"):
        return None
    addressed = reading.lower[ruler.verb + 1 : ruler.verb + 2]
    if asks and addressed in (("on",), ("upon",), ("to",), ("with",), ("for",)) and ruler.verb + 2 < len(reading.forms):
        return reading.chunk_of[ruler.verb + 2]
    return None if ruler.passive else object_of(reading, ruler)
