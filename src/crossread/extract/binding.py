"""Whom a pronoun cannot stand for: who is named in the clause of which it is the subject."""

from collections.abc import Iterator

from crossread.extract.person_names import name_parts
from crossread.extract.reading import Reading
from crossread.extract.remembered import remembered
from crossread.extract.word_classes import word_class


@remembered
def named_beside(reading: Reading, word: int) -> frozenset[str]:
    """Return the surnames that the clause of the pronoun names, if it is its subject: "he told Reed" is not Reed.

    By principles B and C of binding (Chomsky 1981): nobody is named in the clause, or below it, whose subject is their
    own pronoun. The clause is taken to last until the next mark.
    """
    return frozenset(_named_after(reading, word))


def _named_after(reading: Reading, word: int) -> Iterator[str]:
    if reading.lower[word] not in word_class("subject_pronoun"):
        return
    _, end = reading.sentence_of(word)
    for after in range(word + 1, end):
        if reading.tags[after].part == "punct" or reading.quoted[after]:
            return
        person = reading.person_at(after)
        if person is not None:
            yield name_parts(person)[-1]
