"""Who does it and whom it is done to: the subject and the object of a verb, by syntax or by position.

Each question is one function with two ways of answering; nothing else in the extractor asks which way it was.
"""

from crossread.extract.chunks import Chunk, VerbGroup
from crossread.extract.cues import is_cue
from crossread.extract.objects import agent_of, object_of
from crossread.extract.positions import LONGEST_CHAIN, subject_by_position
from crossread.extract.reading import Reading
from crossread.extract.remembered import remembered

__all__ = ["agent_of", "object_of", "subject_of"]

_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass")
_INHERITING = ("conj", "xcomp", "advcl", "parataxis", "ccomp")


@remembered
def subject_of(reading: Reading, group: VerbGroup) -> Chunk | None:
    """Return the noun phrase that does what the verb says (or undergoes it, if it is passive), or None."""
    if not reading.annotated.words.head:
        return subject_by_position(reading, group, LONGEST_CHAIN)
    if is_cue(group.lemma) and not _has_subject(reading, group.verb):
        # parsers hang ", adding that" on the verb of what was said; the telling before it is the better guess
        found = subject_by_position(reading, group, LONGEST_CHAIN)
        return found or _subject_by_syntax(reading, group.verb)
    return _subject_by_syntax(reading, group.verb) or subject_by_position(reading, group, LONGEST_CHAIN)


def _has_subject(reading: Reading, verb: int) -> bool:
    return any(reading.annotated.words.dep[child] in _SUBJECTS for child in reading.children[verb])


def _subject_by_syntax(reading: Reading, verb: int) -> Chunk | None:
    words, inside, own = reading.annotated.words, reading.quoted[verb], verb
    for _ in range(LONGEST_CHAIN):
        child = next((child for child in reading.children[verb] if words.dep[child] in _SUBJECTS), None)
        if child is not None:
            if verb != own and child > own:
                return None  # ", officials said" at the end: they do nothing of what was said
            return _own_subject(reading, verb, child, inside=inside)
        head = words.head[verb]
        if words.dep[verb] in {"acl", "acl:relcl"}:
            return None if verb and reading.forms[verb - 1] == "," else reading.chunk_of[head]
        if words.dep[verb] not in _INHERITING or head == verb:
            return None
        verb = head
    return None


def _own_subject(reading: Reading, verb: int, child: int, *, inside: bool) -> Chunk | None:
    """Return the subject that the parser gives the verb; what is quoted does nothing outside the quotation."""
    words = reading.annotated.words
    if reading.quoted[child] and not inside:
        return None
    if reading.tags[child].part == "rel":
        if words.dep[verb] != "acl:relcl":
            return None
        child = words.head[verb]
    return reading.chunk_of[child] or Chunk(child, child + 1, child)
