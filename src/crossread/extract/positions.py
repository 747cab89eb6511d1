"""The subject of a verb by the order of the words, where no parser tells it."""

from collections.abc import Sequence
from typing import Final

from crossread.extract.antecedents import (
    antecedent,
    before_adverbs,
    before_bracket,
    before_dashes,
    before_parenthesis,
    is_dash,
    opening,
    renamed,
    subordinates,
)
from crossread.extract.chunks import Chunk, VerbGroup
from crossread.extract.control import controller
from crossread.extract.cues import is_cue, reports_speech
from crossread.extract.inversion import reporter_behind
from crossread.extract.reading import Reading
from crossread.extract.tellers import can_tell
from crossread.extract.verbs import verb_forms
from crossread.extract.word_classes import role_words, word_class

LONGEST_CHAIN: Final = 6  # verbs that may hand a subject on; more is a parser's error
_FARTHEST: Final = 60  # words looked back for a subject: keeps time linear in a sentence that never ends
_TEXT_REACH = 6  # words between a statement or letter and the participle that says what it says


def subject_by_position(reading: Reading, group: VerbGroup, left: int) -> Chunk | None:
    """Return the subject that the neighbouring words tell, handed on by `left` verbs at most; None if there is none."""
    if (behind := reporter_behind(reading, group)) is not None:
        return behind
    start, _ = reading.sentence_of(group.verb)
    start = max(start, group.verb - _FARTHEST)
    word = group.start - 1
    while word >= start and reading.tags[word].part in {"adv", "neg"}:
        word -= 1
    if group.infinitive or (group.form in ("ing", "participle") and not group.finite):
        return _subject_of_infinite(reading, group, word, start, left)
    if word < start:
        return None
    if reading.tags[word].part == "conj":
        return _inherited(reading, group, start, left)
    if reading.tags[word].part in {"rel", "sub"}:
        return antecedent(reading, word, start)
    if _reduced_relative(reading, word):
        return reading.chunk_of[word]  # "the plan she pushed": not the plan
    return _across_parenthesis(reading, group, word, start)


def _reduced_relative(reading: Reading, word: int) -> bool:
    """Whether the word is a pronoun right behind a noun, and so the subject of a clause about that noun."""
    before = reading.chunk_of[word - 1] if word else None
    pronoun = reading.lower[word] in word_class("subject_pronoun") and reading.chunk_of[word] is not None
    return pronoun and before is not None and not before.pronoun and reading.lower[word - 1] not in verb_forms()


def _across_parenthesis(reading: Reading, group: VerbGroup, word: int, start: int) -> Chunk | None:
    """Return the subject that ends at the word or, if a parenthesis does, before the parenthesis."""
    if reading.forms[word] == ",":
        person = opening(reading, group, start)
        if person is not None:
            return person
        word = before_parenthesis(reading, word, start)
    elif reading.forms[word] in (")", "]"):
        word = before_bracket(reading, word, start)
    elif is_dash(reading, word):
        word = before_dashes(reading, word, start)
    if word < start or reading.tags[word].part in {"verb", "aux"}:
        return None
    found = _first_free(reading, start, word)
    if found is None or word == group.start - 1:
        return found
    named = renamed(reading, found, start)
    mention = reading.names[named.head] if named is not None else None
    return named if mention is not None and mention.kind == "person" else found


def _subject_of_infinite(reading: Reading, group: VerbGroup, word: int, start: int, left: int) -> Chunk | None:
    """A participle belongs to the noun before it, else to the clause's verb; at the start to the verb after it."""
    if not left:
        return None
    earlier = _earlier(reading, group, start)
    if earlier and _hands_on(earlier[-1], group):
        return subject_by_position(reading, earlier[-1], left - 1)
    chunk = _described_by(reading, group, word, start) if word >= start and not group.infinitive else None
    if chunk is not None:
        return chunk
    if earlier and (named := controller(reading, group, earlier[-1])) is not None:
        return named
    if group.infinitive and earlier and earlier[-1].infinitive:
        return subject_by_position(reading, earlier[-1], left - 1)
    finite = [verb for verb in reversed(earlier) if verb.finite]
    parted = reading.forms[group.start - 1] in (",", '"', "”", "—", "–") or is_dash(reading, group.start - 1)
    if parted and not (finite and reports_speech(finite[0].lemma)):
        finite = list(_main_before(reading, finite, start, left)) or finite
    if finite:
        return subject_by_position(reading, finite[0], left - 1)
    _, end = reading.sentence_of(group.verb)
    following = next((verb for verb in reading.groups_in(group.verb + 1, end) if verb.finite), None)
    return subject_by_position(reading, following, left - 1) if following and not group.infinitive else None


def _main_before(reading: Reading, finite: Sequence[VerbGroup], start: int, left: int) -> Sequence[VerbGroup]:
    """Return the verb of the main clause alone, if its subject can say something: no "comments came as Lee left"."""
    main = [v for v in finite if not any(subordinates(reading, w) for w in range(start, v.start))][-1:]
    subject = subject_by_position(reading, main[0], left - 1) if main else None
    if subject is None:
        return ()
    speaks = subject.pronoun or reading.names[subject.head] is not None or reading.lower[subject.head] in role_words()
    return main if speaks else ()


def _hands_on(ruler: VerbGroup, group: VerbGroup) -> bool:
    """Whether who is quoted says it, not who quotes them: "was quoted by the Post (as) saying"."""
    return ruler.passive and ruler.lemma in word_class("quoter") and group.form == "ing" and reports_speech(group.lemma)


def _earlier(reading: Reading, group: VerbGroup, start: int) -> list[VerbGroup]:
    """Return the verbs before this one that may hand it their subject: none of a quotation that it stands outside."""
    inside = reading.quoted[group.verb]
    if group.infinitive and is_dash(reading, group.start - 1):  # "called on them - who say they are ready - to go"
        opened = next((w for w in range(group.start - 2, start, -1) if is_dash(reading, w)), start)
        outside = [verb for verb in reading.groups_in(start, opened) if inside or not reading.quoted[verb.verb]]
        if outside:
            return outside
    return [verb for verb in reading.groups_in(start, group.start) if inside or not reading.quoted[verb.verb]]


def _described_by(reading: Reading, group: VerbGroup, word: int, start: int) -> Chunk | None:
    """Return the noun phrase right before a participle that the participle describes, or None if there is none."""
    chunk = reading.chunk_of[word]
    if chunk is None:
        return None
    if is_cue(group.lemma) and group.form == "ing":
        for back in range(word, max(start, word - _TEXT_REACH) - 1, -1):
            text = reading.chunk_of[back]
            if text is not None and reading.lower[text.head] in word_class("text_noun"):
                return text
        if chunk.start > start and reading.lower[chunk.start - 1] in ("in", "at", "on"):
            return None
        if chunk.start > start and reading.tags[chunk.start - 1].lemma in word_class("messaging"):
            return None  # "emailed supporters saying": who wrote says it
        if reports_speech(group.lemma) and not can_tell(reading, chunk):
            return None  # "played the unrest down saying"
    return None if chunk.time else chunk


def _inherited(reading: Reading, group: VerbGroup, start: int, left: int) -> Chunk | None:
    """The subject of a coordinated verb is that of the verb before it."""
    before = _earlier(reading, group, start) if left else ()
    if before and group.form == "base" and not group.finite and before[-1].infinitive:
        return subject_by_position(reading, before[-1], left - 1)  # "to stay calm and wait"
    earlier = [verb for verb in reversed(before) if verb.finite]
    alike = [verb for verb in earlier if verb.form == group.form and not verb.modal] or earlier
    if reports_speech(group.lemma):
        near = group.start
        alike = [v for v in alike if reports_speech(v.lemma) and not _in_front(reading, v, start, near)] or alike
    return subject_by_position(reading, alike[0], left - 1) if alike else None


def _in_front(reading: Reading, verb: VerbGroup, start: int, later: int) -> bool:
    """Whether it stands in a clause that the sentence opens with, parted by a comma from the later word's."""
    opened = reading.first_word(start, verb.start)
    fronted = reading.lower[opened] in word_class("subordinator")
    return fronted and any(reading.forms[w] == "," for w in range(verb.verb, later))


def _first_free(reading: Reading, start: int, last: int) -> Chunk | None:
    """Return the first noun phrase of the clause that ends at the word, those after a preposition and times aside."""
    first = last
    while first > start and not _bounds(reading, first - 1):
        first -= 1
    if first > start and (outer := _around_relative(reading, start, first - 1)) is not None:
        return outer
    free = None
    word = first
    while word <= last:
        chunk = reading.chunk_of[word]
        if chunk is None:
            word += 1
            continue
        governed = (
            chunk.start > start and reading.tags[chunk.start - 1].part in {"prep", "to", "verb"} and chunk.start > first
        )
        governed = governed or (chunk.start == first and first > start and reading.tags[first - 1].part == "prep")
        if not governed and not chunk.time:
            free = _after_addressee(reading, chunk, first, last) or chunk
            break
        word = max(chunk.end, word + 1)
    return free


def _after_addressee(reading: Reading, chunk: Chunk, first: int, last: int) -> Chunk | None:
    """Return the noun phrase right after the one that was told something ("told reporters it was over"), or None."""
    told = chunk.start == first and first > 0 and reading.tags[first - 1].lemma in word_class("addressing")
    following = reading.chunk_of[chunk.end] if told and chunk.end <= last else None
    return following if following is not None and not following.time else None


def _around_relative(reading: Reading, start: int, verb: int) -> Chunk | None:
    """Return what a relative clause hangs on, if the verb is that clause's ("those who voted for it said")."""
    if reading.tags[verb].part != "verb" or is_cue(reading.tags[verb].lemma):
        return None
    group = next((g for g in reading.groups_in(verb, verb + 1)), None)
    word = before_adverbs(reading, group) if group else -1
    return antecedent(reading, word, start) if word > start and reading.tags[word].part == "rel" else None


def _bounds(reading: Reading, word: int) -> bool:
    """Whether a clause that goes on to the right begins after this word."""
    tag = reading.tags[word]
    if is_dash(reading, word):
        return True
    if tag.part == "punct":
        return reading.forms[word] not in ("-", "–", "(", ")", "[", "]", ".", "/", "$", "%")
    return tag.part in {"sub", "rel", "conj"} or (tag.part in {"verb", "aux"} and tag.finite)
