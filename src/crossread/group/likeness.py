"""How much two articles share of their words."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import fsum, log, sqrt

from crossread.linking import fold, stem
from crossread.records import CodedDocument
from crossread.resources import read_terms

_LEAD_CHARACTERS = 600  # the title and about three sentences say what the event is
_SHORTEST_WORD = 3
_PAIRS_COUNT = 2.0  # adjacent words shared ("interim president") tell more than words; best of 0-3 on BASIL
_WORD = re.compile(r"\w+(?:'\w+)?")


@dataclass(frozen=True, slots=True)
class Profile:
    """The words of an article that tell what it is about, as unit vectors: of all the text and of its lead.

    `pairs`: neighbouring words, neither of them a grammar word. `length`: number of words.
    """

    body: Mapping[str, float]
    lead: Mapping[str, float]
    pairs: frozenset[tuple[str, str]]
    length: int


def profile(source: CodedDocument) -> Profile:
    """Return the profile of an article."""
    document = source.annotated.document
    words = _WORD.findall(fold(document.text))
    lead = _WORD.findall(fold(f"{document.title or ''} {document.text[:_LEAD_CHARACTERS]}"))
    grammar = read_terms("lexicons/en/grammar_words.txt")
    pairs = frozenset((a, b) for a, b in pairwise(words) if a not in grammar and b not in grammar)
    return Profile(_unit(_telling(words, grammar)), _unit(_telling(lead, grammar)), pairs, len(words))


def likeness(left: Profile, right: Profile) -> float:
    """Return the sum of the cosines of the bodies and of the leads and twice that of the pairs, in [0, 4]."""
    pairs = len(left.pairs & right.pairs) / sqrt(max(1, len(left.pairs) * len(right.pairs)))
    return _dot(left.body, right.body) + _dot(left.lead, right.lead) + _PAIRS_COUNT * pairs


def nearness(line: str, others: Sequence[Profile]) -> float:
    """Return the sum of the cosines of the words of a line and the lead of each article."""
    words = _unit(_telling(_WORD.findall(fold(line)), read_terms("lexicons/en/grammar_words.txt")))
    return fsum(_dot(words, other.lead) for other in others)


def _telling(words: Sequence[str], grammar: frozenset[str]) -> Counter[str]:
    counts = Counter(word for word in words if len(word) >= _SHORTEST_WORD and word not in grammar)
    stems: Counter[str] = Counter()
    for word, count in counts.items():
        stems[stem(word)] += count
    return stems


def _unit(counts: Counter[str]) -> dict[str, float]:
    weights = {word: 1 + log(count) for word, count in counts.items()}
    norm = sqrt(fsum(weight * weight for weight in weights.values()))
    return {word: weight / norm for word, weight in weights.items()}


def _dot(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    short, long = (left, right) if len(left) <= len(right) else (right, left)
    return fsum(weight * long[word] for word, weight in short.items() if word in long)
