"""What a relative pronoun, an apposition or a parenthesis takes up, by the order of the words."""

from typing import Final

from crossread.extract.chunks import Chunk, VerbGroup
from crossread.extract.reading import Reading
from crossread.extract.word_classes import word_class

_LONGEST_APPOSITION: Final = 10


def antecedent(reading: Reading, word: int, start: int) -> Chunk | None:
    """The noun phrase that a relative pronoun takes up."""
    back = word - 1
    if back >= start and (reading.forms[back] == "," or is_dash(reading, back)):
        back -= 1
    while back >= start and reading.forms[back] in (")", "]"):
        back = before_bracket(reading, back, start)
    chunk = reading.chunk_of[back] if back >= start else None
    if chunk is not None and (named := renamed(reading, chunk, start)) is not None:
        return named
    if chunk is None or chunk.start - 1 < start or reading.lower[chunk.start - 1] != "of":
        return chunk
    person = reading.names[chunk.head]
    outer = reading.chunk_of[chunk.start - 2] if chunk.start - 2 >= start else None
    return chunk if (person is not None and person.kind == "person") or outer is None else outer


def is_dash(reading: Reading, word: int) -> bool:
    """Tell whether the word is a dash, or a hyphen with spaces around it that stands for one."""
    words = reading.annotated.words
    if reading.forms[word] in ("—", "–", "―", "--"):
        return True
    return reading.forms[word] == "-" and word > 0 and words.end[word - 1] < words.start[word]


def renamed(reading: Reading, chunk: Chunk, start: int) -> Chunk | None:
    """Return the name that the noun phrase is an apposition to ("the Reds, a rival club, who"), or None."""
    if reading.person_at(chunk.head) is not None:
        return None
    for word in range(chunk.end - 1, max(start, chunk.end - _LONGEST_APPOSITION), -1):
        if reading.tags[word].part in {"verb", "aux", "sub", "rel"} or reading.quoted[word]:
            return None
        if reading.forms[word] == "," and word > start:
            named = reading.chunk_of[word - 1]
            found = reading.names[named.head] if named is not None else None
            return named if found is not None and found.form == "name" else None
    return None


def opening(reading: Reading, group: VerbGroup, start: int) -> Chunk | None:
    """Return the person that the clause opens with, if all between its comma and the verb only describes them."""
    first = group.start - 1
    while first > start and not _opens_clause(reading, first):
        first -= 1
    while first < group.start and (
        reading.tags[first].part in {"punct", "conj", "adv"} or reading.lower[first] == "as"
    ):
        first += 1
    chunk = reading.chunk_of[first]
    mention = reading.names[chunk.head] if chunk is not None else None
    if chunk is None or mention is None or mention.kind != "person" or mention.form != "name":
        return None
    if chunk.end >= group.start or reading.forms[chunk.end] == "and":
        return None
    own = [g for g in reading.groups_in(chunk.end, group.start) if g.finite]
    described = all(_describes(reading, chunk.end, g) for g in own)
    return chunk if described else None


def _opens_clause(reading: Reading, word: int) -> bool:
    """Whether a clause begins at the word that hands its verb no subject from before: after a mark, or with "while"."""
    if reading.quoted[word - 1] or reading.forms[word - 1] in ("”", '"', ";", ":"):
        return True
    return reading.forms[word - 1] == "," and reading.lower[word] in ("while", "whereas", "but", "although", "though")


def _describes(reading: Reading, after: int, group: VerbGroup) -> bool:
    """Whether the verb stands in a relative clause, or may be a participle in an apposition ("a lawyer elected in")."""
    if any(subordinates(reading, word) for word in range(after, group.start)):
        return True
    return (
        group.form == "past"
        and group.start == group.verb
        and reading.tags[group.verb - 1].part in {"noun", "punct", "conj"}
    )


def before_parenthesis(reading: Reading, comma: int, start: int) -> int:
    """Return the word before the parenthesis that ends at the comma, or before `start` if the comma ends a clause."""
    for word in range(comma - 1, start - 1, -1):
        if reading.forms[word] != ",":
            continue
        finite = next((group.start for group in reading.groups_in(word, comma) if group.finite), None)
        if finite is None or any(subordinates(reading, inside) for inside in range(word + 1, finite)):
            return word - 1
    return start - 1


def subordinates(reading: Reading, word: int) -> bool:
    """Tell whether the word leads a subordinate or relative clause in."""
    return reading.tags[word].part in {"rel", "sub"} or reading.lower[word] in word_class("relative")


def before_dashes(reading: Reading, closing: int, start: int) -> int:
    """Return the word before the pair of dashes that ends with the one here, or before `start` if it has no pair."""
    opening = next((word for word in range(closing - 1, start, -1) if is_dash(reading, word)), start)
    return opening - 1


def before_adverbs(reading: Reading, group: VerbGroup) -> int:
    """Return the word before the verbs and the adverbs in front of them, -1 if there is none."""
    word = group.start - 1
    while word >= 0 and reading.tags[word].part == "adv":
        word -= 1
    return word


def in_relative(reading: Reading, group: VerbGroup) -> bool:
    """Tell whether the verb only says which one is meant: "in an interview with Ann Lee that aired Monday"."""
    before = before_adverbs(reading, group)
    return before >= 0 and reading.lower[before] in word_class("relative")


def before_bracket(reading: Reading, closing: int, start: int) -> int:
    """Return the word before the bracket that the closing one belongs to."""
    word = closing
    while word > start and reading.forms[word] not in ("(", "["):
        word -= 1
    return word - 1
