"""Clauses: a sentence cut where one telling ends and another begins, only where the cut is safe.

A piece begins at a conjunction, a subordinator, a relative pronoun or a participle after a comma; a piece without a
verb of its own stays with the one before it. A clause whose subject stands before a parenthesis reaches back to that
subject, so that its words stay together as they stand.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from crossread.extract.chunks import Chunk, VerbGroup
from crossread.extract.cues import cue_kinds, reports_speech
from crossread.extract.inversion import reporter_behind
from crossread.extract.reading import Reading
from crossread.extract.roles import subject_of
from crossread.extract.word_classes import word_class

FEWEST_WORDS = 3  # a shorter piece tells nothing by itself


@dataclass(frozen=True, slots=True)
class Clause:
    """Half-open word range, the verb it turns on (None if there is none), and that verb's subject.

    `shell` is the verb that reports this clause ("said" in "X said Y"), None where nobody is said to have said it.
    """

    start: int
    end: int
    group: VerbGroup | None
    subject: Chunk | None
    shell: VerbGroup | None = None


def find_clauses(reading: Reading, start: int, end: int) -> list[Clause]:
    """Return the clauses of the sentence with this word range, in text order; at least one if it has a word."""
    groups = list(reading.groups_in(start, end))
    if not groups:
        return [Clause(start, end, None, None)] if start < end else []
    pieces = _pieces(reading, start, end, groups)
    clauses = [_clause(reading, piece, pieces) for piece in pieces]
    return sorted(_without_shells(reading, clauses), key=lambda c: (c.start, c.end))


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    groups: tuple[VerbGroup, ...]
    shell: VerbGroup | None = None


def _pieces(reading: Reading, start: int, end: int, groups: Sequence[VerbGroup]) -> list[_Piece]:
    """Cut the sentence; pieces that tell nothing by themselves join the piece before, the first one the piece after."""
    cuts = [start, *(w for w in range(start + 1, end) if _cuts(reading, w, start, end)), end]
    pieces: list[_Piece] = []
    for first, after in pairwise(cuts):
        own = tuple(g for g in groups if first <= g.verb < after)
        tells = any(g.finite or _tells(reading, g, first) for g in own)
        words = sum(reading.tags[w].part != "punct" for w in range(first, after))
        reports = bool(own) and reports_speech(own[-1].lemma)
        if pieces and (not tells or (words < FEWEST_WORDS and not reports)):
            last = pieces.pop()
            pieces.append(_Piece(last.start, after, last.groups + own, last.shell))
        elif len(pieces) == 1 and not pieces[0].groups:
            pieces[0] = _Piece(pieces[0].start, after, own)
        else:
            shell = _shell_before(reading, first, pieces)
            pieces.append(_Piece(first, after, own, shell))
    return pieces


def _tells(reading: Reading, group: VerbGroup, first: int) -> bool:
    """Whether the participle opens the piece: it tells something of the subject then."""
    leading = first + (reading.forms[first] == ",")
    opens = all(reading.tags[w].part in {"adv", "neg", "sub", "conj", "prep"} for w in range(leading, group.start))
    return group.form in ("ing", "participle") and not group.infinitive and opens


def _cuts(reading: Reading, word: int, start: int, end: int) -> bool:
    """Whether a new telling begins at the word."""
    if reading.quoted[word] != reading.quoted[word - 1] and not reading.quoted[word]:
        return False
    tag, lower = reading.tags[word], reading.lower[word]
    after_comma = reading.forms[word - 1] in (",", ";", "—", "–", "-") and not _glued(reading, word - 1)
    if reading.forms[word - 1] == ";" or lower in ("who", "which", "whose", "whom"):
        return tag.part != "prep" and reading.tags[word - 1].part != "prep"
    if tag.part == "conj" or (lower in word_class("clause_opener") and lower != "that"):
        following = _next_finite(reading, word + 1, end)
        return following is not None and _own_predicate(reading, word, following, after_comma)
    if lower == "that" and tag.part == "sub":
        return _reporting(reading, word - 1, start) is not None
    if reading.forms[word - 1] == "," and tag.part == "verb" and _closes(reading, word):
        return True
    if tag.part == "verb" and tag.form in ("ing", "participle") and not tag.finite:
        return after_comma
    if reading.forms[word - 1] == "," and _after_introduction(reading, word, start, end):
        return True
    return _bare_content(reading, word, start)


def _closes(reading: Reading, word: int) -> bool:
    """Whether the verb only says who told what stands before it: ", said Ann Lee"."""
    return any(reporter_behind(reading, group) is not None for group in reading.groups_in(word, word + 1))


def _after_introduction(reading: Reading, word: int, start: int, end: int) -> bool:
    """Whether a main clause goes on after a comma.

    Either with subject and verb ("After he left, she stayed") or with the verb alone ("He, who had left, stayed").
    """
    if not reading.groups_in(start, word):
        return False
    verb = _next_finite(reading, word, end)
    if verb is None:
        return False
    if verb.start == word:
        inside = range(start, word)
        return any(reading.lower[w] in ("who", "which", "whose", "whom") for w in inside) or _reduced(reading, inside)
    chunk = reading.chunk_of[word]
    if chunk is None or chunk.start != word or chunk.time:
        return False
    return subject_of(reading, verb) == chunk


def _reduced(reading: Reading, words: range) -> bool:
    """Whether the only verbs of the words are those of a participle after a comma ("The dam, built by a firm, …")."""
    groups = reading.groups_in(words.start, words.stop)
    first = groups[0] if groups else None
    return first is not None and reading.forms[first.start - 1] == "," and not any(group.finite for group in groups)


def _glued(reading: Reading, word: int) -> bool:
    words = reading.annotated.words
    return word > 0 and words.end[word - 1] == words.start[word] and reading.forms[word] in ("-", "–")


def _next_finite(reading: Reading, word: int, end: int) -> VerbGroup | None:
    return next((g for g in reading.groups_in(word, end) if g.finite), None)


def _own_predicate(reading: Reading, opener: int, verb: VerbGroup, after_comma: bool) -> bool:
    """Whether a clause follows the opener: a verb at once, or a noun phrase and then its verb, with no cut between."""
    word = opener + 1
    nouns = 0
    while word < verb.start:
        part = reading.tags[word].part
        chunk = reading.chunk_of[word]
        if chunk is not None:
            nouns += 1
            word = max(word + 1, chunk.end)
            continue
        if part in {"conj", "sub", "rel"} or (part == "punct" and not after_comma):
            return False
        if part == "prep" and nouns == 0 and not after_comma:
            return False
        word += 1
    if reading.tags[opener].part == "conj" and nouns and not after_comma:
        pronoun = reading.chunk_of[opener + 1]
        subject = subject_of(reading, verb)
        fresh = subject is not None and subject.start > opener
        return fresh and ((pronoun is not None and pronoun.pronoun) or nouns < 3) and _verb_before(reading, opener)
    return True


def _verb_before(reading: Reading, word: int) -> bool:
    """Whether the coordinated noun phrase cannot be the second of two subjects: a verb stands before the first."""
    start, _ = reading.sentence_of(word)
    before = [g for g in reading.groups_in(start, word) if g.finite]
    chunk = reading.chunk_of[word - 1]
    if not before:
        return False
    return chunk is None or reading.tags[chunk.start - 1].part not in {"sub", "punct"}


def _reporting(reading: Reading, word: int, start: int) -> VerbGroup | None:
    """Return the verb of telling that ends at the word, an addressee or a day counted in ("told reporters")."""
    for group in reversed(reading.groups_in(start, word + 1)):
        if cue_kinds().get(group.lemma, frozenset()) & {"speech", "thought", "show"}:
            between = range(group.verb + 1, word + 1)
            short = len(between) <= 6 and not any(reading.tags[w].part in {"sub", "rel", "conj"} for w in between)
            return group if short else None
        if group.finite:
            return None
    return None


def _bare_content(reading: Reading, word: int, start: int) -> bool:
    """Whether content without "that" begins here: a noun phrase with its own verb right after a verb of telling."""
    chunk = reading.chunk_of[word]
    if chunk is None or chunk.start != word or chunk.time:
        return False
    group = _reporting(reading, word - 1, start)
    if group is None or (not group.finite and group.form != "ing"):
        return False
    if reading.forms[word - 1] == "," or reading.quoted[word]:
        return False
    _, end = reading.sentence_of(word)
    verb = _next_finite(reading, word, end)
    if verb is None:
        return False
    subject = subject_of(reading, verb)
    return subject is not None and subject.start == word


def _shell_before(reading: Reading, first: int, pieces: Sequence[_Piece]) -> VerbGroup | None:
    """Return the verb of telling whose content begins with this piece."""
    if not pieces:
        return None
    parted = reading.forms[first - 1] == ","
    opens = reading.lower[first] == "that" or (reading.chunk_of[first] is not None and not parted)
    return _reporting(reading, first - 1, pieces[-1].start) if opens else None


def _clause(reading: Reading, piece: _Piece, pieces: Sequence[_Piece]) -> Clause:
    finite = [g for g in piece.groups if g.finite]
    group = finite[0] if finite else (piece.groups[0] if piece.groups else None)
    subject = subject_of(reading, group) if group is not None else None
    start, end = _trim(reading, piece.start, piece.end)
    opens = reading.tags[start].part in {"verb", "aux", "adv"}
    finite_group = group is not None and group.finite
    if subject is not None and subject.start < piece.start and opens and finite_group and _stranded(subject, pieces):
        start = next(p.start for p in pieces if p.start <= subject.start < p.end)
    return Clause(start, end, group, subject, piece.shell)


def _stranded(subject: Chunk, pieces: Sequence[_Piece]) -> bool:
    """Whether the subject's piece has no verb after it: a parenthesis parted it from its verb."""
    home = next((p for p in pieces if p.start <= subject.start < p.end), None)
    return home is not None and not any(g.verb > subject.start for g in home.groups)


def _trim(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """Leave conjunctions, "that" and marks at the ends out."""
    first, after = start, end
    while first < after - 1 and (reading.tags[first].part in {"punct", "conj"} or reading.lower[first] == "that"):
        first += 1
    while after > first + 1 and reading.tags[after - 1].part in {"punct", "conj"}:
        after -= 1
    return first, after


def _without_shells(reading: Reading, clauses: list[Clause]) -> list[Clause]:
    """Leave out "X said" where what X said is a clause of its own: it tells nothing more."""
    shells = {clause.shell.verb for clause in clauses if clause.shell is not None}
    kept = []
    for clause in clauses:
        if (
            clause.group is not None
            and clause.group.verb in shells
            and "speech" in cue_kinds().get(clause.group.lemma, "")
        ):
            continue
        kept.append(clause)
    return kept or clauses
