"""Which organisation "the agency", "the company" or "the tech giant" is, where the article named it before."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from crossread.extract.cast import Cast
from crossread.extract.chunks import Chunk, VerbGroup
from crossread.extract.cues import reports_speech
from crossread.extract.reading import Reading
from crossread.extract.roles import subject_of
from crossread.extract.voice import Voice
from crossread.extract.word_classes import institution_nouns, word_class
from crossread.records import Mention
from crossread.resources import read_table

_SENTENCES_BACK: Final = 5  # for a body whose name does not tell what it is
_NAMES_BACK: Final = 60
_LONGEST: Final = 4  # words of a description that only points back ("the San Francisco company")
_PLAIN: Final = 2  # words of "the company", which says nothing more of it
_OWN_NOUN: Final = 4.0  # "the committee" after "the Budget Committee"
_SENTENCE_COST: Final = 1.0
_SUBJECT_BONUS: Final = 1.5
_SPEAKER_BONUS: Final = 1.5
_TELLER_BONUS: Final = 4.0  # of what told something just before: "Marnow said so. “…,” the company said"
_OTHER_NOUN_COST: Final = 5.0  # "the company" after "the Budget Committee"
_UNSURE_COST: Final = 2.0  # a name that may be a body's or anything's
_FARTHEST: Final = 3.0  # the most that a body whose name tells what it is loses by distance
_LEAST: Final = -3.5


def body_of(cast: Cast, chunk: Chunk, last: Voice | None) -> Mention | None:
    """Return the name of the body that the description points back to, or None; `last` is who spoke last."""
    reading = cast.reading
    noun = reading.lower[chunk.head]
    if reading.lower[chunk.start] not in ("the", "that", "this") or chunk.end - chunk.start > _LONGEST:
        return None
    if noun not in institution_nouns() or any(_named(reading, word) for word in range(chunk.start, chunk.end)):
        return None
    plain = chunk.end - chunk.start == _PLAIN and noun in word_class("plain_body")
    subjects, tellers = _subjects(reading, chunk), _tellers(reading, chunk) if plain else frozenset()
    best, most = None, _LEAST
    for mention, away in _before(reading, chunk):
        fit, distance = _fit(cast, mention, noun), _SENTENCE_COST * away
        score = fit - (min(distance, _FARTHEST) if fit > 0 else distance)
        score += _SUBJECT_BONUS * (mention.span.start in subjects)
        score += _TELLER_BONUS * (away <= 1 and mention.span.start in tellers)
        score += _SPEAKER_BONUS * (last is not None and last.name == cast.full_name(mention))
        if score > most and (away <= _SENTENCES_BACK or fit > 0):
            best, most = mention, score
    return best


@cache
def _like() -> dict[str, frozenset[str]]:
    """Return for a noun the nouns that a body of that sort may have in its name."""
    return {row["noun"]: frozenset(row["names"].split("|")) for row in read_table("lexicons/en/body_nouns.tsv")}


def _named(reading: Reading, word: int) -> bool:
    mention = reading.names[word]
    return mention is not None and mention.form == "name" and mention.kind != "gpe"


def _before(reading: Reading, chunk: Chunk) -> list[tuple[Mention, int]]:
    """Return the names of bodies before it, the nearest first, each with how many sentences back it stands."""
    names = reading.annotated.mentions
    sentences = reading.annotated.words.sentence
    last = bisect_left(names, reading.annotated.words.start[chunk.start], key=lambda m: m.span.start)
    found = []
    for mention in reversed(names[:last]):
        if mention.form == "name" and mention.kind in ("org", "product", "other"):
            word = reading.word_at(mention.span.start)
            if not reading.quoted[word]:
                found.append((mention, sentences[chunk.start] - sentences[word]))
        if len(found) >= _NAMES_BACK:
            break
    return found


def _fit(cast: Cast, mention: Mention, noun: str) -> float:
    """Weigh how well the name suits the noun."""
    words = _words(cast, mention)
    if noun in words or words & _like().get(noun, frozenset()):
        return _OWN_NOUN
    if words & institution_nouns():
        return -_OTHER_NOUN_COST
    return -_UNSURE_COST if mention.kind == "other" else 0.0


def _words(cast: Cast, mention: Mention) -> frozenset[str]:
    return frozenset(word.strip(".,").lower() for word in cast.full_name(mention).replace("-", " ").split())


def _subjects(reading: Reading, chunk: Chunk) -> frozenset[int]:
    """Return the first characters of the names that are subjects in the sentences before."""
    return _named_subjects(reading, _groups_before(reading, chunk, _SENTENCES_BACK))


def _tellers(reading: Reading, chunk: Chunk) -> frozenset[int]:
    """Return the first characters of the names that tell something in the sentence before, or in this one.

    Whoever asks makes others speak.
    """
    told = (g for g in _groups_before(reading, chunk, 1) if reports_speech(g.lemma) and g.lemma != "ask")
    return _named_subjects(reading, told)


def _groups_before(reading: Reading, chunk: Chunk, back: int) -> Sequence[VerbGroup]:
    sentence = reading.annotated.words.sentence[chunk.start]
    return reading.groups_in(reading.sentence_words[max(0, sentence - back)][0], chunk.start)


def _named_subjects(reading: Reading, groups: Iterable[VerbGroup]) -> frozenset[int]:
    found = set()
    for group in groups:
        subject = subject_of(reading, group) if group.finite and not reading.quoted[group.verb] else None
        mention = reading.names[subject.head] if subject is not None else None
        if mention is not None and mention.form == "name":
            found.add(mention.span.start)
    return frozenset(found)
