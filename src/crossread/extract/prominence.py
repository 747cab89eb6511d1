"""Who is in the foreground of each sentence: subjects, the first before all, and whom a subject belongs to."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from crossread.extract.antecedents import in_relative
from crossread.extract.appositions import apposed
from crossread.extract.chunks import Chunk, VerbGroup
from crossread.extract.cues import reports_speech
from crossread.extract.inversion import reporter_behind
from crossread.extract.reading import Reading
from crossread.extract.remembered import remembered
from crossread.extract.roles import subject_of
from crossread.extract.tellers import goes_on_doing
from crossread.extract.word_classes import word_class
from crossread.records import Mention

SUBJECT_BONUS: Final = 2.5
TOPIC_BONUS: Final = 1.0  # of the first subject of a sentence, whom it is about
_TELLING_REACH: Final = 2  # sentences
_NEAR: Final = 60  # words in a row without a mark; more are no sentence
_OWNER_BONUS: Final = 2.0  # of whom a subject belongs to, its cost made good: less than a subject, more than an object


def prominence(reading: Reading) -> dict[int, float]:
    """Return how much weight the mentions that are subjects of a finite verb have, by first character.

    The first one of a sentence, whom it is about, has the most; so has that of the main clause after one in front.
    """
    weights: dict[int, float] = {}
    told = -1
    for group in reading.groups:
        own = group.finite and not reading.quoted[group.verb]
        chunk = _subject(reading, group) if own else None
        mention = _person_of(reading, chunk) if chunk is not None else None
        sentence = reading.annotated.words.sentence[group.verb]
        aside = in_relative(reading, group)
        if mention is not None and chunk is not None and not aside and not _joined(reading, chunk):
            bonus = SUBJECT_BONUS + (TOPIC_BONUS if sentence != told else 0)
            weights[mention.span.start] = max(bonus, weights.get(mention.span.start, 0))
        if chunk is not None and own and mention is None and (owner := _owner_of(reading, chunk)) is not None:
            weights[owner.span.start] = max(_OWNER_BONUS, weights.get(owner.span.start, 0))
        if chunk is not None and not aside and not _in_front(reading, group.verb):
            told = sentence
    for mention in _opening(reading):
        weights[mention.span.start] = SUBJECT_BONUS + TOPIC_BONUS
    _yield_to_closing(reading, weights)
    return weights


def _opening(reading: Reading) -> Iterator[Mention]:
    """Yield whom a sentence opens with, a comma behind: "Ann Lee, 39, …", whatever its verb is."""
    for start, end in reading.sentence_words:
        first = reading.first_word(start, end)
        chunk = reading.chunk_of[first] if first < end and not reading.quoted[first] else None
        mention = reading.person_at(chunk.head) if chunk is not None else None
        if chunk is not None and mention is not None and chunk.end < end and reading.forms[chunk.end] == ",":
            yield mention


def _yield_to_closing(reading: Reading, weights: dict[int, float]) -> None:
    """Give who told a whole sentence at its end the most weight, and those in what is told no more than a subject's."""
    starts = sorted(weights)
    for teller in _closing(reading):
        begin, _ = reading.annotated.sentences[reading.sentence_at(teller.span.start)]
        for at in starts[bisect_left(starts, begin) : bisect_left(starts, teller.span.start)]:
            weights[at] = min(weights[at], SUBJECT_BONUS)
        weights[teller.span.start] = SUBJECT_BONUS + TOPIC_BONUS


def _closing(reading: Reading) -> Iterator[Mention]:
    """Yield who told a whole sentence, and so comes to the fore at its end: "…, said Ann Lee"."""
    for group in reading.groups:
        chunk = reporter_behind(reading, group)
        mention = _person_of(reading, chunk) if chunk is not None else None
        if mention is not None:
            yield mention


@remembered
def last_teller(reading: Reading, sentence: int) -> int | None:
    """Return the first character of the name of who tells something without marks just before the sentence, or None."""
    first = max(0, sentence - _TELLING_REACH)
    for group in reversed(reading.groups_in(reading.sentence_words[first][0], reading.sentence_words[sentence][0])):
        if _tells(reading, group) and not _within_what_is_told(reading, group):
            subject = subject_of(reading, group)
            person = reading.person_at(subject.head) if subject is not None else None
            if person is not None:
                return person.span.start
    return None


def _tells(reading: Reading, group: VerbGroup) -> bool:
    active = group.finite and not group.passive and not reading.quoted[group.verb]
    return active and reports_speech(group.lemma) and not goes_on_doing(reading, group)


def _within_what_is_told(reading: Reading, group: VerbGroup) -> bool:
    """Whether another tells that somebody told it, no mark between the two: "Lee said Reed argued that …"."""
    start, _ = reading.sentence_of(group.verb)
    first = max(start, group.start - _NEAR)
    marks = (word for word in range(group.start - 1, first, -1) if reading.tags[word].part == "punct")
    return any(_tells(reading, other) for other in reading.groups_in(next(marks, first), group.start))


def _in_front(reading: Reading, word: int) -> bool:
    """Whether it stands in a clause that a sentence opens with: "When Ann Lee left, …", "Asked who had left, …"."""
    start, _ = reading.sentence_of(word)
    first = reading.first_word(start, word)
    if first == word:
        return False
    participle = reading.tags[first].part == "verb" and not reading.tags[first].finite
    return (participle or reading.lower[first] in word_class("subordinator")) and _clause_end(reading, start) > word


@remembered
def _clause_end(reading: Reading, start: int) -> int:
    """Return the first comma after a finite verb; the end of the sentence if there is none or no verb behind it."""
    _, end = reading.sentence_of(start)
    verbs = [group.verb for group in reading.groups_in(start, end) if group.finite]
    comma = next((w for w in range(verbs[0], end) if reading.forms[w] == ","), end) if verbs else end
    return comma if verbs and verbs[-1] > comma else start


def _joined(reading: Reading, chunk: Chunk) -> bool:
    """Whether it is the last of several subjects, "Ann Lee and John Reed": no likelier he than the others."""
    before = reading.names[chunk.start - 2] if chunk.start > 1 else None
    joined = before is not None and reading.lower[chunk.start - 1] == "and"
    return joined and before is not None and before.kind == "person"


def _owner_of(reading: Reading, chunk: Chunk) -> Mention | None:
    """Return the person that the subject belongs to: "Ann Lee's faith shaped …" is about Ann Lee."""
    owner = next((w for w in range(chunk.start + 1, chunk.end) if reading.tags[w].part == "poss"), None)
    return reading.person_at(owner - 1) if owner is not None else None


def _person_of(reading: Reading, chunk: Chunk) -> Mention | None:
    """Return whom the noun phrase names or, if it only describes, the name right after it."""
    return reading.person_at(chunk.head) or apposed(reading, chunk) or reading.names[chunk.head]


def _subject(reading: Reading, group: VerbGroup) -> Chunk | None:
    return _introduced(reading, group) or subject_of(reading, group) or _inverted(reading, group)


def _introduced(reading: Reading, group: VerbGroup) -> Chunk | None:
    """Return whom a sentence brings in at its end: "Among the fans was Ann Lee, a clerk"."""
    start, _ = reading.sentence_of(group.verb)
    first = reading.first_word(start, group.verb)
    after = group.verb + 1
    if group.lemma != "be" or group.passive or reading.tags[first].part != "prep" or after >= len(reading.forms):
        return None
    if reading.groups_in(start, group.start):
        return None
    mention = reading.person_at(after)
    return reading.chunk_of[after] if mention is not None and reading.word_at(mention.span.start) == after else None


def _inverted(reading: Reading, group: VerbGroup) -> Chunk | None:
    """Return the speaker after the cue: "…," said the mayor."""
    after = group.verb + 1
    return reading.chunk_of[after] if reports_speech(group.lemma) and after < len(reading.forms) else None
