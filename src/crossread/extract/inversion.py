"""Who is named behind the verb that closes a report: "The port will not close, said Ann Lee"."""

from typing import Final

from crossread.extract.antecedents import in_relative
from crossread.extract.chunks import Chunk, VerbGroup
from crossread.extract.cues import reports_speech
from crossread.extract.reading import Reading
from crossread.extract.surface import Surface
from crossread.extract.tellers import can_tell
from crossread.extract.word_classes import word_class

_STOPS: Final = frozenset(",.;!?—–")
_PRONOUNS: Final = frozenset({"he", "she", "they"})
_FARTHEST: Final = 60  # words looked back for what is told: keeps time linear in a sentence that never ends


def reporter_behind(reading: Reading, group: VerbGroup) -> Chunk | None:
    """Return the noun phrase that a verb of telling after a whole clause and a comma has behind it, or None.

    It is the subject, not what is told: "Lee, who had left, said Reed would come" has a verb for Reed.
    """
    verb = group.verb
    plain = group.start == verb and group.finite and not group.passive and not reading.quoted[verb]
    if not plain or reading.forms[verb - 1 : verb] != (",",) or not reports_speech(group.lemma):
        return None
    chunk = reading.chunk_of[verb + 1] if verb + 1 < len(reading.forms) else None
    if chunk is None or chunk.start != verb + 1 or chunk.time or group.lemma in word_class("addressing"):
        return None
    speaks = reading.lower[chunk.head] in _PRONOUNS if chunk.pronoun else can_tell(reading, chunk)
    return chunk if speaks and _ends(reading, chunk) and _tells_before(reading, verb) else None


def _ends(reading: Reading, chunk: Chunk) -> bool:
    """Whether no verb follows that the noun phrase could be the subject of, up to the next mark."""
    _, end = reading.sentence_of(chunk.head)
    if chunk.end < end and reading.forms[chunk.end] not in _STOPS and not _leads_on(reading, chunk.end):
        return False
    stop = next((w for w in range(chunk.end, end) if reading.forms[w] in _STOPS), end)
    return not any(group.finite for group in reading.groups_in(chunk.end, stop)) or _is_relative(reading, chunk.end)


def _leads_on(reading: Reading, word: int) -> bool:
    """Whether the word only tells more of whom it follows, or when: "said Ann Lee of the union on Monday"."""
    return reading.tags[word].part in {"prep", "rel"} or word in reading.timed


def _is_relative(reading: Surface, word: int) -> bool:
    return reading.lower[word] in word_class("relative") if word < len(reading.forms) else False


def _tells_before(reading: Reading, verb: int) -> bool:
    """Whether the sentence has a main clause before the verb, which does not hang on "who" or "while"."""
    start, _ = reading.sentence_of(verb)
    start = max(start, verb - _FARTHEST)
    opened = reading.first_word(start, verb)
    if reading.lower[opened] in word_class("subordinator"):
        comma = next((w for w in range(opened, verb - 1) if reading.forms[w] == ","), verb)
        start = comma + 1
    groups = (g for g in reading.groups_in(start, verb) if g.finite and not reading.quoted[g.verb])
    return any(not in_relative(reading, group) for group in groups)
