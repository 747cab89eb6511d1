"""What two mentions have in common, as numbers: the ground for telling whether they mean the same.

Everything is computed for all pairs of an article at once, on arrays of one entry a mention.
"""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from crossread.annotate.gazetteer import given_names, role_nouns, titles
from crossread.annotate.nominals import pronouns
from crossread.annotate.reader.mentions import Candidate
from crossread.annotate.reader.syntax_reader import Links

Floats = NDArray[np.float32]
Whole = NDArray[np.int64]
Multiply = Callable[[Floats, Floats], Floats]

FORMS: Final = ("name", "nominal", "pronoun")
GENDERS: Final = ("", "m", "f", "n")
MOSTLY: Final = 90  # hundredths: a given name borne this one-sidedly tells a person's sex
SMALLEST_NORM: Final = 1e-6
SCORE_SCALE: Final = 8.0  # network scores lie mostly within it
LONGEST_ACRONYM: Final = 6
ROWS_AT_ONCE: Final = 256  # mentions whose products are computed together

_DEFINITE: Final = frozenset({"the", "this", "that", "these", "those"})
_POSSESSIVE: Final = frozenset({"his", "her", "their", "its", "my", "our", "your"})
_INDEFINITE: Final = frozenset({"a", "an", "some", "any", "no", "another", "many", "several", "few", "each", "every"})
_SKIPPED: Final = _DEFINITE | _POSSESSIVE | _INDEFINITE
# Beside the table of pronouns for people: the others and their person of grammar.
_OTHER_PRONOUNS: Final = {
    "it": 3,
    "its": 3,
    "itself": 3,
    "you": 2,
    "your": 2,
    "yours": 2,
    "yourself": 2,
    "yourselves": 2,
}
_SUBJECTS: Final = ("nsubj", "csubj")
_GROUPS_OF_KINDS: Final = {
    "person": 1,
    "PERSON": 1,
    "NORP": 1,
    "animal": 1,
    "organization": 2,
    "ORG": 2,
    "place": 3,
    "LOC": 3,
    "FAC": 3,
    "time": 4,
}

PAIR_FEATURES: Final = 33
MENTION_FEATURES: Final = 16


@dataclass(frozen=True, slots=True)
class MentionText:
    """What the columns are made of: the article's words, lemmas, features, relations and sentence numbers."""

    words: Sequence[str]
    lemmas: Sequence[str]
    feats: Sequence[str]
    relations: Sequence[str]
    sentences: Sequence[int]


@dataclass(frozen=True, slots=True)
class Columns:
    """One entry a mention: codes that can be compared, 0 or -1 where there is nothing to compare."""

    heads: Whole
    starts: Whole
    ends: Whole
    forms: Whole
    kinds: Whole
    genders: Whole
    plural: Whole  # 1 many, 0 one, -1 unknown
    strings: Whole
    lemmas: Whole
    sentences: Whole
    subjects: Whole
    definite: Whole  # 1 definite, 2 possessive, 3 indefinite, 0 bare
    first_person: Whole  # of grammar: 1, 2, 3; 0 for what is no pronoun
    name_words: tuple[tuple[str, ...], ...]


def columns(text: MentionText, candidates: Sequence[Candidate]) -> Columns:
    """Describe each mention by codes."""
    strings: dict[str, int] = {}
    lemmas: dict[str, int] = {}
    rows = [_row(text, candidate, strings, lemmas) for candidate in candidates]
    table = np.array(rows, dtype=np.int64).reshape(len(rows), 13)
    names = tuple(_name_words(text, candidate) for candidate in candidates)
    codes = dict(zip((entry.name for entry in fields(Columns)), table.T, strict=False))
    return Columns(**codes, name_words=names)


def _row(text: MentionText, candidate: Candidate, strings: dict[str, int], lemmas: dict[str, int]) -> tuple[int, ...]:
    head = candidate.head
    form = text.words[head].lower()
    spelled = " ".join(_core_words(text, candidate)).lower()
    return (
        head,
        candidate.start,
        candidate.end,
        FORMS.index(candidate.form),
        _GROUPS_OF_KINDS.get(candidate.kind, 5),
        GENDERS.index(_gender(text, candidate)),
        _plural(text, candidate),
        strings.setdefault(spelled, len(strings)),
        lemmas.setdefault(text.lemmas[head].lower(), len(lemmas)),
        text.sentences[head],
        int(text.relations[head].startswith(_SUBJECTS)),
        _definiteness(text.words[candidate.start].lower()),
        _person(form) if candidate.form == "pronoun" else 0,
    )


def _person(form: str) -> int:
    row = pronouns().get(form)
    return int(row["person"] or 0) if row else _OTHER_PRONOUNS.get(form, 0)


def _core_words(text: MentionText, candidate: Candidate) -> list[str]:
    if candidate.name is not None:
        return list(text.words[candidate.name.start : candidate.name.end])
    words = list(text.words[candidate.start : candidate.head + 1])
    return words[1:] if len(words) > 1 and words[0].lower() in _SKIPPED else words


def _name_words(text: MentionText, candidate: Candidate) -> tuple[str, ...]:
    if candidate.name is None:
        return ()
    return tuple(folded(word) for word in text.words[candidate.name.start : candidate.name.end])


def folded(word: str) -> str:
    """A word in lower case, without diacritics: ``guaido`` for ``Guaidó``."""
    parted = unicodedata.normalize("NFD", word.lower())
    return "".join(character for character in parted if not unicodedata.combining(character))


def _gender(text: MentionText, candidate: Candidate) -> str:
    form = text.words[candidate.head].lower()
    if candidate.form == "pronoun":
        row = pronouns().get(form)
        return "n" if form in {"it", "its", "itself"} else (row["gender"] if row else "")
    if candidate.form == "nominal":
        return role_nouns().get(form, {}).get("gender", "")
    told = [titles().get(word.rstrip("."), "") for word in text.words[candidate.start : candidate.end]]
    if any(told):
        return next(gender for gender in told if gender)
    return _given_gender(text, candidate)


def _given_gender(text: MentionText, candidate: Candidate) -> str:
    name = candidate.name
    if name is None or name.kind != "PERSON" or name.end - name.start < 2:
        return ""
    men = given_names().get(text.words[name.start])
    if men is None or 100 - MOSTLY < men < MOSTLY:
        return ""
    return "m" if men >= MOSTLY else "f"


def _plural(text: MentionText, candidate: Candidate) -> int:
    feats = text.feats[candidate.head]
    if "Number=Plur" in feats:
        return 1
    return 0 if "Number=Sing" in feats else -1


def _definiteness(first: str) -> int:
    if first in _DEFINITE:
        return 1
    if first in _POSSESSIVE:
        return 2
    return 3 if first in _INDEFINITE else 0


def mention_features(columns: Columns, links: Links) -> Floats:
    """What tells whether a mention goes back to none: M, MENTION_FEATURES."""
    forms = np.eye(3, dtype=np.float32)[columns.forms]
    definite = np.eye(4, dtype=np.float32)[columns.definite]
    kinds = np.eye(6, dtype=np.float32)[columns.kinds]
    others = np.stack(
        [
            links.alone[columns.heads] / SCORE_SCALE,
            (columns.first_person > 0) & (columns.first_person < 3),
            columns.subjects,
        ],
        axis=1,
    ).astype(np.float32)
    return np.concatenate([forms, definite, kinds, others], axis=1)


def pair_features(columns: Columns, links: Links, multiply: Multiply, later: Whole, earlier: Whole) -> Floats:
    """What tells whether mentions go back to others: P, PAIR_FEATURES.

    Args:
        columns: the article's mentions.
        links: what the network says of each word.
        multiply: inner products of all rows of one table with all rows of another.
        later: P mentions in ascending order, as indices into the columns.
        earlier: for each of them, the mention that it may go back to.
    """
    anaphors, antecedents = links.anaphors[columns.heads], links.antecedents[columns.heads]
    scores = _products(multiply, anaphors, later, antecedents, earlier)
    vectors = links.vectors[columns.heads]
    normal = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), SMALLEST_NORM)
    sentences = np.abs(columns.sentences[later] - columns.sentences[earlier])
    person, other = columns.first_person[later], columns.first_person[earlier]
    parts = [
        scores / SCORE_SCALE,
        (scores - links.alone[columns.heads[later]]) / SCORE_SCALE,
        _products(multiply, normal, later, normal, earlier),
        np.log1p(later - earlier) / 4,
        np.log1p(sentences) / 3,
        sentences == 0,
        sentences == 1,
        columns.strings[later] == columns.strings[earlier],
        columns.lemmas[later] == columns.lemmas[earlier],
        columns.kinds[later] == columns.kinds[earlier],
        _differ(columns.kinds, later, earlier),
        _agree(columns.genders, later, earlier),
        _differ(columns.genders, later, earlier),
        columns.plural[later] == columns.plural[earlier],
        _differ(columns.plural + 1, later, earlier),
        *_name_matches(columns.name_words, later, earlier),
        columns.subjects[earlier] == 1,
        (person == other) & (person > 0),
        (person != other) & (person > 0) & (other > 0),
        (person > 0) & (person < 3),
        columns.definite[later] == 1,
        columns.definite[later] == 3,
    ]
    table = np.zeros((len(later), PAIR_FEATURES), dtype=np.float32)
    for column, part in enumerate(parts):
        table[:, column] = part
    forms = columns.forms[later] * len(FORMS) + columns.forms[earlier]
    table[np.arange(len(later)), len(parts) + forms] = 1
    return table


def _products(multiply: Multiply, ones: Floats, one: Whole, others: Floats, other: Whole) -> Floats:
    """P inner products of rows of two tables, ``one`` in ascending order.

    Rows of ``ones`` that follow one another are multiplied with all rows of ``others`` that any of them needs, so that
    neither is copied for every pair.
    """
    products = np.empty(len(one), dtype=np.float32)
    bounds = np.searchsorted(one, np.arange(0, len(ones) + ROWS_AT_ONCE, ROWS_AT_ONCE)).tolist()
    for block, (start, end) in enumerate(pairwise(bounds)):
        if start == end:
            continue
        first = block * ROWS_AT_ONCE
        needed = other[start:end]
        low, high = int(needed.min()), int(needed.max()) + 1
        found = multiply(ones[first : first + ROWS_AT_ONCE], others[low:high])
        products[start:end] = found[one[start:end] - first, needed - low]
    return products


def _agree(codes: Whole, later: Whole, earlier: Whole) -> NDArray[np.bool_]:
    agree: NDArray[np.bool_] = (codes[later] == codes[earlier]) & (codes[later] > 0)
    return agree


def _differ(codes: Whole, later: Whole, earlier: Whole) -> NDArray[np.bool_]:
    one, other = codes[later], codes[earlier]
    differ: NDArray[np.bool_] = (one != other) & (one > 0) & (other > 0)
    return differ


def _name_matches(names: Sequence[tuple[str, ...]], later: Whole, earlier: Whole) -> list[NDArray[np.bool_]]:
    """For pairs of names: whether one's last word is in the other, whether they share none, acronyms."""
    numbers: dict[tuple[str, ...], int] = {(): 0}
    codes = np.array([numbers.setdefault(name, len(numbers)) for name in names])
    distinct = list(numbers)
    shared, acronym = (np.zeros((len(distinct), len(distinct)), dtype=bool) for _ in range(2))
    holders: dict[str, list[int]] = {}
    abbreviated: dict[str, list[int]] = {}
    for code, name in enumerate(distinct[1:], 1):
        for word in name:
            holders.setdefault(word, []).append(code)
        for letters in _initials(name):
            abbreviated.setdefault(letters, []).append(code)
    for code, name in enumerate(distinct[1:], 1):
        shared[code, holders[name[-1]]] = True
        if letters := _acronym(name):
            acronym[code, abbreviated.get(letters, [])] = True
    shared, acronym = shared | shared.T, acronym | acronym.T
    one_code, other_code = codes[later], codes[earlier]
    matched, short = shared[one_code, other_code], acronym[one_code, other_code]
    both = (one_code > 0) & (other_code > 0)
    return [matched, both & ~matched & ~short, short]


def may_be_one(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names, as words in lower case, may stand for the same."""
    return _share_last_word(one, other) or _is_acronym(one, other) or _is_acronym(other, one)


def _share_last_word(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return one[-1] in other or other[-1] in one


def _is_acronym(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    letters = _acronym(short)
    return letters != "" and letters in _initials(full)


def _acronym(name: tuple[str, ...]) -> str:
    """The letters of a name that may be an acronym, else nothing."""
    letters = name[0].replace(".", "")
    return letters if len(name) == 1 and 1 < len(letters) <= LONGEST_ACRONYM else ""


def _initials(name: tuple[str, ...]) -> tuple[str, ...]:
    """The initials of a name of several words, of all and of those with content."""
    if len(name) < 2:
        return ()
    content = "".join(word[0] for word in name if word not in {"of", "the", "and", "for", "on", "in"})
    return "".join(word[0] for word in name), content
