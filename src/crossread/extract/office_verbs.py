"""Offices that verbs tell: who is, becomes, claims to be or no longer is what ("was sworn in as president")."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from crossread.extract.chunks import Chunk, VerbGroup
from crossread.extract.objects import object_of
from crossread.extract.reading import Reading
from crossread.extract.tellings import Telling
from crossread.extract.word_classes import word_class
from crossread.resources import read_table

_LONGEST_OFFICE: Final = 14  # words
_TAIL: Final = ("of", "for", "at", "in")
_REACH: Final = 3  # words between the verb and "as" or the office
_PARTICLES: Final = frozenset({"in", "on", "over", "down", "up", "himself", "herself", "themselves", "itself", "as"})


@dataclass(frozen=True, slots=True)
class OfficeTold:
    """`holder` has the office of the words `start` up to `end`, by `term` (`holds office`, `claims office`, …)."""

    holder: Chunk
    term: str
    start: int
    end: int


@cache
def _terms() -> dict[tuple[str, str], tuple[str, str]]:
    """Return the term and whose office it is (`subject` or `object`) by verb and what must follow it."""
    return {(row["verb"], row["after"]): (row["term"], row["of"]) for row in read_table("ontology/office_verbs.tsv")}


def office_told(reading: Reading, telling: Telling, group: VerbGroup) -> OfficeTold | None:
    """Return the office that the verb of the clause tells, None where it tells none."""
    for after in ("as", "self", ""):
        found = _terms().get((group.lemma, after))
        if found is None:
            continue
        term, of = found
        told = _of_object(reading, group, term) if of == "object" and not group.passive else None
        subject = telling.clause.subject if told is None and (of == "subject" or group.passive) else None
        start = _office_at(reading, group, telling.clause.end, after) if subject is not None else None
        if told is None and subject is not None and start is not None:
            told = OfficeTold(subject, term, start, office_end(reading, start))
        if told is not None:
            return told
    return None


def _of_object(reading: Reading, group: VerbGroup, term: str) -> OfficeTold | None:
    """The office of whom somebody appoints: "named Ann Lee chief executive", "named Ann Lee as chief executive"."""
    person = object_of(reading, group)
    mention = reading.names[person.start] if person is not None else None
    if person is None or mention is None or mention.kind != "person" or mention.form != "name":
        return None
    start = reading.word_after(mention.span.end)
    start += start < len(reading.forms) and reading.lower[start] == "as"
    end = office_end(reading, start) if start < len(reading.forms) else start
    named = Chunk(person.start, reading.word_after(mention.span.end), reading.word_after(mention.span.end) - 1)
    return OfficeTold(named, term, start, end) if end > start else None


def _office_at(reading: Reading, group: VerbGroup, end: int, after: str) -> int | None:
    """Return where the office begins: after the verb, its particles and what must follow it."""
    word, passed = group.verb + 1, list[str]()
    while (
        word < end
        and len(passed) < _REACH
        and (reading.lower[word] in _PARTICLES or reading.tags[word].part in {"adv", "neg"})
    ):
        passed.append(reading.lower[word])
        word += 1
    fits = {
        "as": "as" in passed,
        "self": any(one.endswith(("self", "selves")) for one in passed),
        "": "as" not in passed,
    }
    return word if word < end and fits[after] and office_end(reading, word) > word else None


def office_end(reading: Reading, start: int) -> int:
    """Return where the description of a role that begins at the word ends; `start` itself if none begins there."""
    chunk = reading.chunk_of[start]
    if chunk is None or not names_role(reading, chunk.head):
        return start
    _, end = reading.sentence_of(start)
    stop = chunk.end
    while stop + 1 < end and stop - start < _LONGEST_OFFICE and reading.lower[stop] in _TAIL:
        following = reading.chunk_of[stop + 1]
        if following is None or following.time:
            break
        stop = following.end
    return stop


def names_role(reading: Reading, head: int) -> bool:
    """Tell whether the noun is what somebody may be by office."""
    return reading.lower[head] in word_class("role_noun") and reading.forms[head][0].islower()


def offices_told(reading: Reading, tellings: Sequence[Telling]) -> Iterator[tuple[Telling, VerbGroup, OfficeTold]]:
    """Yield the offices that the clauses tell, in text order."""
    for telling in tellings:
        for group in reading.groups_in(telling.clause.start, telling.clause.end):
            told = office_told(reading, telling, group) if group == telling.clause.group else None
            if told is not None:
                yield telling, group, told
