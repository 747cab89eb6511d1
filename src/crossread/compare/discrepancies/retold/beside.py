"""What each word of a sentence is beside a sentence of another account."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from rapidfuzz import fuzz

from crossread.compare.discrepancies.retold.sentence import OWN_COLUMNS, Marks, Matrix, Sentence
from crossread.compare.discrepancies.scene import Pair
from crossread.compare.encoder import Vectors

DIGITS: Final = 5  # beyond them, sums depend on which article was given first
_FAR: Final = 10  # words: from here on, a place further away tells no more
_LEAST: Final = 1e-6  # keeps a quotient finite
_SHARED: Final = 0.6  # of the odds; without it F1 is 0.004 better on the training keys, and shown words are alike
_OF_MATCH: Final = ("number", "time", "capital", "name", "quoted", "grammar", "rarity", "weight")

WORD_COLUMNS: Final = (
    *OWN_COLUMNS,
    "like.most", "like.second", "like.standing", "like.rank", "shared", "told.elsewhere", "told.beside",
    "shared.before", "shared.after", "far.before", "far.after", "actor.shared", "actor.known",
    "match.shared", *(f"match.{name}" for name in _OF_MATCH), "match.mutual", "match.spelling",
    "pair.confidence", "pair.accepted", "pair.common", "pair.rivals", "pair.best", "words", "words.other", "covered",
    "covered.other", "sentence", "sentence.other", "apart.number", "apart.time",
)  # fmt: skip
"""What each figure of a word is, in order."""


@dataclass(frozen=True, slots=True)
class Account:
    """What is known of the article that a sentence stands in: its telling words, those next to it, its actors."""

    words: frozenset[str]
    beside: frozenset[str]
    actors: frozenset[str]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a sentence's partner stands among all sentences of its article that it is paired with.

    `rivals`: how many they are. `best`: the pair's confidence as a share of the best one's.
    """

    rivals: int
    best: float


def word_rows(mine: Sentence, other: Sentence, account: Account, standing: Standing, pair: Pair) -> Matrix:
    """Return a row of `WORD_COLUMNS` for each word of `mine`, beside `other`, which stands in the account."""
    like = mine.vectors @ other.vectors.T
    shared, theirs = shared_words(mine, other), shared_words(other, mine)
    n = len(mine.keys)
    columns = [
        mine.own,
        _likeness(like),
        shared[:, None],
        np.array([(key in account.words, key in account.beside) for key in mine.keys], dtype=np.float64),
        _around(shared),
        _actors(mine, other, account),
        _matches(mine, other, like, theirs),
        np.tile(_of_pair(mine, other, shared, theirs, standing, pair), (n, 1)),
    ]
    rows: Matrix = np.round(np.column_stack(columns), DIGITS)
    return rows


def shared_words(mine: Sentence, other: Sentence) -> Marks:
    """Tell of each word whether it is a telling one that the other sentence has too."""
    keys = frozenset(other.keys)
    return np.array([key in keys for key in mine.keys]) & mine.telling


def own_odds(mine: Sentence, other: Sentence, odds: Matrix) -> Matrix:
    """Return how likely each word is shown: less where the other sentence has it too, for that shows no difference."""
    return np.where(shared_words(mine, other), odds * _SHARED, odds)


def _likeness(like: Vectors) -> Matrix:
    """Return of each word its best and second likeness, and how the best stands among those of the sentence."""
    most = like.max(axis=1).astype(np.float64)
    second = np.sort(like, axis=1)[:, -2].astype(np.float64) if like.shape[1] > 1 else np.zeros(len(like))
    standing = (most - most.mean()) / (most.std() + _LEAST)
    rank = np.argsort(np.argsort(np.round(most, DIGITS), kind="stable"), kind="stable") / max(len(most) - 1, 1)
    return np.column_stack([most, second, standing, rank])


def _around(shared: Marks) -> Matrix:
    """Return whether the words next to each are shared, and how far the nearest shared ones are, in words."""
    before, after = np.roll(shared, 1), np.roll(shared, -1)
    before[0] = after[-1] = False
    places = np.arange(len(shared))
    last = np.maximum.accumulate(np.where(shared, places, -_FAR))
    following = np.minimum.accumulate(np.where(shared, places, len(shared) + _FAR)[::-1])[::-1]
    left = places - np.concatenate([[-_FAR], last[:-1]])
    right = np.concatenate([following[1:], [len(shared) + _FAR]]) - places
    return np.column_stack([before, after, np.minimum(left, _FAR), np.minimum(right, _FAR)])


def _actors(mine: Sentence, other: Sentence, account: Account) -> Matrix:
    there = frozenset[str]().union(*other.actors)
    return np.array([(bool(a & there), bool(a & account.actors)) for a in mine.actors], dtype=np.float64)


def _matches(mine: Sentence, other: Sentence, like: Vectors, theirs: Marks) -> Matrix:
    """Return what the word is that each finds its like in."""
    match, back = like.argmax(axis=1), like.argmax(axis=0)
    words, others = mine.passage.words, other.passage.words
    spelling = [fuzz.ratio(w.text, others[m].text) / 100 for w, m in zip(words, match, strict=True)]
    return np.column_stack(
        [
            theirs[match],
            *(other.column(name)[match] for name in _OF_MATCH),
            back[match] == np.arange(len(words)),
            spelling,
        ]
    )


def _of_pair(
    mine: Sentence, other: Sentence, shared: Marks, theirs: Marks, standing: Standing, pair: Pair
) -> list[float]:
    return [
        pair.confidence,
        float(pair.accepted),
        float(len({key for key, both in zip(mine.keys, shared, strict=True) if both})),
        float(standing.rivals),
        standing.best,
        float(len(mine.keys)),
        float(len(other.keys)),
        _covered(mine, shared),
        _covered(other, theirs),
        float(mine.passage.sentence),
        float(other.passage.sentence),
        float(bool((other.column("number") * ~theirs).any())),
        float(bool((other.column("time") * ~theirs).any())),
    ]


def _covered(sentence: Sentence, shared: Marks) -> float:
    """Return what part of the sentence its shared words are, in [0, 1]."""
    weight = sentence.column("weight")
    return float((weight * shared).sum() / (weight.sum() + _LEAST))
