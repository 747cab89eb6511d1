"""What two mentions have in common, as numbers: the ground for telling whether they mean the same.

Everything is computed for all pairs of an article at once, on arrays of one entry a mention.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Final

import numpy as np
from numpy.typing import NDArray

from crossread.annotate.gazetteer import given_names, role_nouns, titles
from crossread.annotate.nominals import pronouns
from crossread.annotate.reader.mentions import Candidate
from crossread.annotate.reader.syntax_reader import Links

Floats = NDArray[np.float32]
Whole = NDArray[np.int64]

FORMS: Final = ("name", "nominal", "pronoun")
GENDERS: Final = ("", "m", "f", "n")
MOSTLY: Final = 90  # hundredths: a given name borne this one-sidedly tells a person's sex
SCORE_SCALE: Final = 8.0  # network scores lie mostly within it
LONGEST_ACRONYM: Final = 6

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
    return tuple(word.lower() for word in text.words[candidate.name.start : candidate.name.end])


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


def pair_features(columns: Columns, links: Links) -> Floats:
    """What tells whether a mention (row) goes back to another (column): M, M, PAIR_FEATURES."""
    scores = links.anaphors[columns.heads] @ links.antecedents[columns.heads].T
    alone = links.alone[columns.heads][:, None]
    vectors = links.vectors[columns.heads]
    normal = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)
    count = len(columns.heads)
    order = np.arange(count)
    between = np.abs(order[:, None] - order[None, :])
    sentences = np.abs(columns.sentences[:, None] - columns.sentences[None, :])
    same = _same(columns)
    overlap, conflict, acronym = _name_matches(columns)
    person = columns.first_person
    parts = [
        scores / SCORE_SCALE,
        (scores - alone) / SCORE_SCALE,
        normal @ normal.T,
        np.log1p(between) / 4,
        np.log1p(sentences) / 3,
        sentences == 0,
        sentences == 1,
        same["strings"],
        same["lemmas"],
        same["kinds"],
        _differ(columns.kinds),
        _agree(columns.genders),
        _differ(columns.genders),
        same["plural"],
        _differ(columns.plural + 1),
        overlap,
        conflict,
        acronym,
        np.broadcast_to(columns.subjects[None, :] == 1, (count, count)),
        (person[:, None] == person[None, :]) & (person[:, None] > 0),
        (person[:, None] != person[None, :]) & (person[:, None] > 0) & (person[None] > 0),
        np.broadcast_to((person[:, None] > 0) & (person[:, None] < 3), (count, count)),
        np.broadcast_to(columns.definite[:, None] == 1, (count, count)),
        np.broadcast_to(columns.definite[:, None] == 3, (count, count)),
    ]
    forms = columns.forms[:, None] * 3 + columns.forms[None, :]
    crossed = np.eye(9, dtype=np.float32)[forms]
    stacked = np.stack([np.asarray(part, dtype=np.float32) for part in parts], axis=-1)
    return np.concatenate([stacked, crossed], axis=-1)


def _same(columns: Columns) -> dict[str, NDArray[np.bool_]]:
    names = ("strings", "lemmas", "kinds", "plural")
    return {name: getattr(columns, name)[:, None] == getattr(columns, name)[None, :] for name in names}


def _agree(codes: Whole) -> NDArray[np.bool_]:
    agree: NDArray[np.bool_] = (codes[:, None] == codes[None, :]) & (codes[:, None] > 0)
    return agree


def _differ(codes: Whole) -> NDArray[np.bool_]:
    differ: NDArray[np.bool_] = (codes[:, None] != codes[None, :]) & (codes[:, None] > 0) & (codes[None, :] > 0)
    return differ


def _name_matches(columns: Columns) -> tuple[Floats, Floats, Floats]:
    """For pairs of names: whether one's last word is in the other, whether they share none, acronyms."""
    count = len(columns.heads)
    overlap, conflict, acronym = (np.zeros((count, count), dtype=np.float32) for _ in range(3))
    named = [index for index in range(count) if columns.name_words[index]]
    for place, first in enumerate(named):
        for second in named[:place]:
            one, other = columns.name_words[first], columns.name_words[second]
            matched = _share_last_word(one, other)
            overlap[first, second] = overlap[second, first] = matched
            short = _is_acronym(one, other) or _is_acronym(other, one)
            acronym[first, second] = acronym[second, first] = short
            conflict[first, second] = conflict[second, first] = not (matched or short)
    return overlap, conflict, acronym


def may_be_one(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names, as words in lower case, may stand for the same."""
    return _share_last_word(one, other) or _is_acronym(one, other) or _is_acronym(other, one)


def _share_last_word(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return one[-1] in other or other[-1] in one


def _is_acronym(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    letters = short[0].replace(".", "")
    if len(short) != 1 or not 1 < len(letters) <= LONGEST_ACRONYM or len(full) < 2:
        return False
    initials = "".join(word[0] for word in full)
    content = "".join(word[0] for word in full if word not in {"of", "the", "and", "for", "on", "in"})
    return letters in (initials, content)
