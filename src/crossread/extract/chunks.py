"""Noun phrases and verb groups of a sentence, from the tags of its words."""

from collections.abc import Iterator
from dataclasses import dataclass

from crossread.extract.tagged import Tagged
from crossread.extract.verbs import Form


@dataclass(frozen=True, slots=True)
class Chunk:
    """Half-open word range of a noun phrase up to its head, which is its last word that is no possessive mark.

    `time`: it is an expression of time. `pronoun`: it is one pronoun.
    """

    start: int
    end: int
    head: int
    time: bool = False
    pronoun: bool = False


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its auxiliaries: word `start` up to the verb itself, word `verb`.

    `modal` is the modal auxiliary, if there is one; `infinitive` tells that "to" stands before.
    """

    start: int
    verb: int
    lemma: str
    form: Form | None
    finite: bool
    passive: bool
    negated: bool
    modal: str | None
    infinitive: bool


def find_chunks(reading: Tagged, start: int, end: int) -> Iterator[Chunk]:
    """Yield the noun phrases of the word range."""
    word = start
    while word < end:
        part = reading.tags[word].part
        if part == "pronoun" and reading.names[word] is None:
            yield Chunk(word, word + 1, word, pronoun=True)
            word += 1
        elif part in {"noun", "det"} or (reading.names[word] is not None and part not in {"verb", "neg"}):
            after = _chunk_end(reading, word, end)
            yield from _chunk(reading, word, after)
            word = after
        else:
            word += 1


def _chunk_end(reading: Tagged, start: int, end: int) -> int:
    """Return where the noun phrase that begins at the word ends."""
    word, timed = start, start in reading.timed
    while word < end:
        mention = reading.names[word]
        part = reading.tags[word].part
        if (word in reading.timed) != timed and part != "poss" and not _dates(reading, word, end):
            return word
        if part == "det" and word > start and reading.tags[word - 1].part == "noun" and not _counted(reading, word):
            return word
        if word in reading.titled:
            word = reading.titled[word]
        elif mention is not None and mention.form == "name" and part != "verb":
            word = max(word + 1, reading.word_after(mention.span.end))
        elif part in {"noun", "det", "poss"} or _inside(reading, word, start, end):
            word += 1
        else:
            break
    return min(max(word, start + 1), end)


def _dates(reading: Tagged, word: int, end: int) -> bool:
    """Whether the word only dates what follows: "the *current* mayor", "Ann Lee's *Tuesday* speech"."""
    opened = word > 0 and reading.tags[word - 1].part in {"det", "poss"} and word in reading.timed
    return opened and word + 1 < end and word + 1 not in reading.timed and reading.tags[word + 1].part == "noun"


def _counted(reading: Tagged, word: int) -> bool:
    """Whether the determiner is a number inside a phrase ("the last two years")."""
    return reading.lower[word][0].isdigit()


def _inside(reading: Tagged, word: int, start: int, end: int) -> bool:
    """Whether an adverb, participle or hyphen stands between a determiner and its noun, or inside a compound."""
    if word + 1 >= end or word == start:
        return False
    part, words = reading.tags[word].part, reading.annotated.words
    glued = words.end[word - 1] == words.start[word] and words.end[word] == words.start[word + 1]
    if part == "punct":
        return glued and reading.forms[word] in ("-", "–", "/", ".", "'", "’", "&")
    tied = words.end[word - 1] == words.start[word] and reading.forms[word - 1] in ("-", "–")
    if tied and part in {"verb", "prep", "adv"}:
        return True  # "a made-up story", "a follow-up message"
    return part == "adv" and reading.tags[word - 1].part == "det" and reading.tags[word + 1].part == "noun"


def _chunk(reading: Tagged, start: int, end: int) -> Iterator[Chunk]:
    head = end - 1
    while head > start and reading.tags[head].part in {"poss", "punct"}:
        head -= 1
    if reading.wordlike[head]:
        yield Chunk(start, end, head, time=head in reading.timed)


def _by_no_one(reading: Tagged, start: int, last: int) -> bool:
    """Whether the words up to `last` end in "no one", which denies as "nobody" does."""
    return last > start and reading.lower[last] == "one" and reading.lower[last - 1] == "no"


_LONGEST_NONE = 8  # words of a subject that "no", "neither" or "none of" opens


def _by_none(reading: Tagged, start: int, last: int) -> bool:
    """Whether the words up to `last` are nobody: "no minister", "neither Ann nor Bob", "none of the men"."""
    named = False
    for word in range(last, max(start, last - _LONGEST_NONE) - 1, -1):
        form = reading.lower[word]
        if form in ("none", "nobody", "nor", "neither") or (form == "no" and not named and word < last):
            return form != "nor" or not _since_verb(reading, start, word)
        mention = reading.names[word]
        named = named or (mention is not None and mention.form == "name")
        if reading.tags[word].part not in {"noun", "det", "poss"} and form != "of":
            return False
    return False


def _since_verb(reading: Tagged, start: int, word: int) -> bool:
    """Whether a verb stands before: "nor" then joins clauses, not two subjects."""
    return any(reading.tags[before].part == "verb" for before in range(start, word))


def find_groups(reading: Tagged, start: int, end: int) -> Iterator[VerbGroup]:
    """Yield the verb groups of the word range."""
    for word in range(start, end):
        tag = reading.tags[word]
        if tag.part != "verb":
            continue
        first, negated, modal, infinitive = word, False, None, False
        back = word - 1
        if back > start and reading.forms[back] in ("“", '"') and reading.tags[back - 1].part == "aux":
            back -= 1  # "it was “following” them"
        while back >= start and reading.tags[back].part in {"aux", "neg", "adv", "to"}:
            helper = reading.tags[back]
            if helper.part != "adv":
                first = back
            negated = negated or helper.part == "neg"
            infinitive = infinitive or helper.part == "to"
            if helper.part == "aux" and helper.lemma not in {"be", "have", "do", "get"}:
                modal = helper.lemma
            back -= 1
        negated = negated or _by_no_one(reading, start, back) or (tag.finite and _by_none(reading, start, back))
        if word + 1 < end and reading.tags[word + 1].part == "neg" and tag.lemma == "be":
            negated = True
        yield VerbGroup(
            first, word, tag.lemma, tag.form, tag.finite and not infinitive, tag.passive, negated, modal, infinitive
        )


def possessive_mark(reading: Tagged, chunk: Chunk) -> int | None:
    """Return the last possessive mark before the head ("Ann Lee's warning"), None if the phrase has none."""
    return next((word for word in range(chunk.head - 1, chunk.start, -1) if reading.tags[word].part == "poss"), None)
