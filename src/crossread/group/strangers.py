"""Documents that tell another event than the rest."""

from collections.abc import Sequence

from crossread.linking import fold, stem
from crossread.records import CodedDocument
from crossread.resources import read_terms

_LEAST_SHARED = 0.08


def strangers(documents: Sequence[CodedDocument]) -> tuple[str, ...]:
    """Return the ids of the documents that share too few names and words with every other one."""
    ids = [document.annotated.document.id for document in documents]
    keys = [_keys(document) for document in documents]
    lonely = []
    for number, own in enumerate(keys):
        best = max((_likeness(own, other) for place, other in enumerate(keys) if place != number), default=1.0)
        if best < _LEAST_SHARED:
            lonely.append(ids[number])
    return tuple(lonely)


def _keys(document: CodedDocument) -> frozenset[str]:
    grammar = read_terms("lexicons/en/grammar_words.txt")
    words = (word.strip(".,;:!?()[]'\"") for word in fold(document.annotated.document.text).split())
    return frozenset(stem(word) for word in words if word and word not in grammar)


def _likeness(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / max(1, min(len(left), len(right)))
