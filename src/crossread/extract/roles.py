"""Who does it and whom it is done to: the subject and the object of a verb, by syntax or by position.

Each question is one function with two ways of answering; nothing else in the extractor asks which way it was.
"""

from crossread.extract.chunks import Chunk, VerbGroup
from crossread.extract.cues import is_cue, reports_speech
from crossread.extract.reading import Reading
from crossread.extract.word_classes import word_class

_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass")
_INHERITING = ("conj", "xcomp", "advcl", "parataxis", "ccomp")
_LONGEST_CHAIN = 6  # verbs that may hand a subject on; more is a parser's error
_FARTHEST = 60  # words looked back for a subject: keeps time linear in a sentence that never ends


def subject_of(reading: Reading, group: VerbGroup) -> Chunk | None:
    """Return the noun phrase that does what the verb says (or undergoes it, if it is passive), or None."""
    if not reading.annotated.words.head:
        return _subject_by_position(reading, group, _LONGEST_CHAIN)
    if is_cue(group.lemma) and not _has_subject(reading, group.verb):
        # parsers hang ", adding that" on the verb of what was said; the telling before it is the better guess
        found = _subject_by_position(reading, group, _LONGEST_CHAIN)
        return found or _subject_by_syntax(reading, group.verb)
    return _subject_by_syntax(reading, group.verb) or _subject_by_position(reading, group, _LONGEST_CHAIN)


def _has_subject(reading: Reading, verb: int) -> bool:
    return any(reading.annotated.words.dep[child] in _SUBJECTS for child in reading.children[verb])


def object_of(reading: Reading, group: VerbGroup) -> Chunk | None:
    """Return the noun phrase right after the verb that it is done to, or None."""
    words = reading.annotated.words
    if words.head:
        for child in reading.children[group.verb]:
            if words.dep[child] == "obj" and reading.tags[child].part != "rel":
                return reading.chunk_of[child] or Chunk(child, child + 1, child)
    _, end = reading.sentence_of(group.verb)
    word = group.verb + 1
    while word < end and reading.tags[word].part == "adv":
        word += 1
    chunk = reading.chunk_of[word] if word < end else None
    return chunk if chunk is not None and not chunk.time else None


def agent_of(reading: Reading, group: VerbGroup) -> Chunk | None:
    """Return who does it, where the verb is passive and "by" names them."""
    _, end = reading.sentence_of(group.verb)
    for word in range(group.verb + 1, min(end, group.verb + 1 + _FARTHEST // 4)):
        if reading.lower[word] == "by" and word + 1 < end:
            chunk = reading.chunk_of[word + 1]
            return chunk if chunk is not None and not chunk.time else None
        if reading.tags[word].part in {"verb", "punct", "conj", "sub"}:
            return None
    return None


def _subject_by_syntax(reading: Reading, verb: int) -> Chunk | None:
    words, inside = reading.annotated.words, reading.quoted[verb]
    for _ in range(_LONGEST_CHAIN):
        child = next((child for child in reading.children[verb] if words.dep[child] in _SUBJECTS), None)
        if child is not None:
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


def _subject_by_position(reading: Reading, group: VerbGroup, left: int) -> Chunk | None:
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
        return _antecedent(reading, word, start)
    return _across_parenthesis(reading, group, word, start)


def _across_parenthesis(reading: Reading, group: VerbGroup, word: int, start: int) -> Chunk | None:
    """Return the subject that ends at the word or, if a parenthesis does, before the parenthesis."""
    if reading.forms[word] == ",":
        opening = _opening(reading, group, start)
        if opening is not None:
            return opening
        word = _before_parenthesis(reading, word, start)
    elif reading.forms[word] in (")", "]"):
        word = _before_bracket(reading, word, start)
    if word < start or reading.tags[word].part in {"verb", "aux"}:
        return None
    found = _first_free(reading, start, word)
    if found is None or word == group.start - 1:
        return found
    named = _renamed(reading, found, start)
    person = reading.names[named.head] if named is not None else None
    return named if person is not None and person.kind == "person" else found


def _subject_of_infinite(reading: Reading, group: VerbGroup, word: int, start: int, left: int) -> Chunk | None:
    """A participle belongs to the noun before it, else to the clause's verb; at the start to the verb after it."""
    if not left:
        return None
    chunk = _described_by(reading, group, word, start) if word >= start and not group.infinitive else None
    if chunk is not None:
        return chunk
    earlier = _earlier(reading, group, start)
    if group.infinitive and earlier and earlier[-1].lemma in word_class("object_control"):
        between = object_of(reading, earlier[-1])
        if between is not None:
            return between
    finite = [verb for verb in reversed(earlier) if verb.finite]
    parted = reading.forms[group.start - 1] in (",", '"', "”", "—", "–")
    if parted and not (finite and reports_speech(finite[0].lemma)):
        main = [v for v in finite if not any(_subordinates(reading, w) for w in range(start, v.start))]
        finite = main[-1:] or finite
    if finite:
        return _subject_by_position(reading, finite[0], left - 1)
    _, end = reading.sentence_of(group.verb)
    following = next((verb for verb in reading.groups_in(group.verb + 1, end) if verb.finite), None)
    return _subject_by_position(reading, following, left - 1) if following and not group.infinitive else None


def _earlier(reading: Reading, group: VerbGroup, start: int) -> list[VerbGroup]:
    """Return the verbs before this one that may hand it their subject: none of a quotation that it stands outside."""
    inside = reading.quoted[group.verb]
    return [verb for verb in reading.groups_in(start, group.start) if inside or not reading.quoted[verb.verb]]


_TEXT_REACH = 6  # words between a statement or letter and the participle that says what it says


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
    return None if chunk.time else chunk


def _inherited(reading: Reading, group: VerbGroup, start: int, left: int) -> Chunk | None:
    """The subject of a coordinated verb is that of the verb before it."""
    if not left:
        return None
    earlier = [verb for verb in reversed(_earlier(reading, group, start)) if verb.finite]
    alike = [verb for verb in earlier if verb.form == group.form and not verb.modal] or earlier
    if reports_speech(group.lemma):
        alike = [verb for verb in alike if reports_speech(verb.lemma)] or alike
    return _subject_by_position(reading, alike[0], left - 1) if alike else None


def _antecedent(reading: Reading, word: int, start: int) -> Chunk | None:
    """The noun phrase that a relative pronoun takes up."""
    back = word - 1
    if back >= start and reading.forms[back] == ",":
        back -= 1
    while back >= start and reading.forms[back] in (")", "]"):
        back = _before_bracket(reading, back, start)
    chunk = reading.chunk_of[back] if back >= start else None
    if chunk is not None and (named := _renamed(reading, chunk, start)) is not None:
        return named
    if chunk is None or chunk.start - 1 < start or reading.lower[chunk.start - 1] != "of":
        return chunk
    person = reading.names[chunk.head]
    outer = reading.chunk_of[chunk.start - 2] if chunk.start - 2 >= start else None
    return chunk if (person is not None and person.kind == "person") or outer is None else outer


def _renamed(reading: Reading, chunk: Chunk, start: int) -> Chunk | None:
    """Return the name that the noun phrase is an apposition to ("the Reds, a rival club, who"), or None."""
    mention = reading.names[chunk.head]
    if mention is not None and mention.form == "name" and mention.kind == "person":
        return None
    for word in range(chunk.end - 1, max(start, chunk.end - _LONGEST_APPOSITION), -1):
        if reading.tags[word].part in {"verb", "aux", "sub", "rel"} or reading.quoted[word]:
            return None
        if reading.forms[word] == "," and word > start:
            named = reading.chunk_of[word - 1]
            found = reading.names[named.head] if named is not None else None
            return named if found is not None and found.form == "name" else None
    return None


_LONGEST_APPOSITION = 10


def _opening(reading: Reading, group: VerbGroup, start: int) -> Chunk | None:
    """Return the person that the clause opens with, if all between its comma and the verb only describes them."""
    first = group.start - 1
    while first > start and not (reading.quoted[first - 1] or reading.forms[first - 1] in ("”", '"', ";", ":")):
        first -= 1
    while first < group.start and reading.tags[first].part in {"punct", "conj", "adv"}:
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


def _describes(reading: Reading, after: int, group: VerbGroup) -> bool:
    """Whether the verb stands in a relative clause, or may be a participle in an apposition ("a lawyer elected in")."""
    if any(_subordinates(reading, word) for word in range(after, group.start)):
        return True
    return group.form == "past" and group.start == group.verb and reading.tags[group.verb - 1].part in {"noun", "punct"}


def _before_parenthesis(reading: Reading, comma: int, start: int) -> int:
    """Return the word before the parenthesis that ends at the comma, or before `start` if the comma ends a clause."""
    for word in range(comma - 1, start - 1, -1):
        if reading.forms[word] != ",":
            continue
        finite = next((group.start for group in reading.groups_in(word, comma) if group.finite), None)
        if finite is None or any(_subordinates(reading, inside) for inside in range(word + 1, finite)):
            return word - 1
    return start - 1


def _subordinates(reading: Reading, word: int) -> bool:
    return reading.tags[word].part in {"rel", "sub"} or reading.lower[word] in word_class("relative")


def _before_bracket(reading: Reading, closing: int, start: int) -> int:
    word = closing
    while word > start and reading.forms[word] not in ("(", "["):
        word -= 1
    return word - 1


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
    word = group.start - 1 if group else -1
    while word >= start and reading.tags[word].part == "adv":
        word -= 1
    return _antecedent(reading, word, start) if word > start and reading.tags[word].part == "rel" else None


def _bounds(reading: Reading, word: int) -> bool:
    """Whether a clause that goes on to the right begins after this word."""
    tag = reading.tags[word]
    if tag.part == "punct":
        return reading.forms[word] not in ("-", "–", "(", ")", "[", "]", ".", "/", "$", "%")
    return tag.part in {"sub", "rel", "conj"} or (tag.part in {"verb", "aux"} and tag.finite)
