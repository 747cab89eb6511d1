"""From a window's scores to sentences, tags, trees and names."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from crossread.annotate.reader import names, tree
from crossread.annotate.reader.model import Floats, Network, Outputs
from crossread.annotate.reader.names import NameSpan

ROOT_RELATION: Final = "root"
# A word has one subject: of two, the one that scores lower takes its next best relation.
SUBJECTS: Final = ("nsubj", "nsubj:pass", "csubj", "csubj:pass")
QUOTES: Final = frozenset({'"', "“", "”", "'", "‘", "’", "``", "''", "«", "»"})
FORBIDDEN: Final = np.float32(-1e9)


@dataclass(slots=True)
class Decoded:
    """The words of a stretch of text, read. Indices count from its first word; a root's head is itself."""

    sentences: list[int] = field(default_factory=list)  # first words
    upos: list[int] = field(default_factory=list)
    feats: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    relations: list[int] = field(default_factory=list)
    names: list[NameSpan] = field(default_factory=list)
    kinds: list[int] = field(default_factory=list)


def sentence_starts(outputs: Outputs, words: Sequence[str], paragraph_starts: Sequence[bool]) -> list[int]:
    """First words of sentences: at every paragraph, and where the network sees one and the marks allow it."""
    starts = [0]
    for word in np.flatnonzero(outputs.starts > 0).tolist():
        if word and not paragraph_starts[word] and _may_start(words, word, starts[-1], paragraph_starts):
            starts.append(word)
    starts.extend(word for word, first in enumerate(paragraph_starts) if word and first)
    return sorted(starts)


def _may_start(words: Sequence[str], word: int, last_start: int, paragraph_starts: Sequence[bool]) -> bool:
    """Whether the marks let a sentence start here.

    None starts after a comma, in a quotation or out of it; none is an opening mark alone; ``"…!" he said`` is one.
    """
    before = words[word - 1]
    if before == "," or (before in QUOTES and word > 1 and words[word - 2] == ","):
        return False
    if before in QUOTES and words[word][:1].islower() and _closes(words, word - 1):
        return False
    begins = last_start == word - 1 or paragraph_starts[word - 1]
    return not (before in QUOTES and begins)


def _closes(words: Sequence[str], mark: int) -> bool:
    return mark > 0 and words[mark - 1] in {"!", "?", "...", "…", "?!", "!!"}


def decode(network: Network, outputs: Outputs, sentences: Sequence[int]) -> Decoded:
    """Read a window whose sentences start at the given words."""
    count = len(outputs.starts)
    bounds = [*sentences, count]
    decoded = Decoded(sentences=list(sentences))
    for start, end in pairwise(bounds):
        found = tree.best_tree(outputs.arcs[start:end, start + 1 : end + 1], outputs.arcs[start:end, 0])
        decoded.heads.extend([word if head == tree.ROOT else head + start for word, head in enumerate(found, start)])
    decoded.names = names.spans(names.best_tags(outputs.names, sentences))
    decoded.relations = _relations(network, outputs, decoded.heads)
    decoded.upos = _best(outputs.upos)
    decoded.feats = _best(outputs.feats)
    decoded.kinds = _best(outputs.kinds)
    return decoded


def _best(scores: Floats) -> list[int]:
    best: list[int] = scores.argmax(axis=1).tolist()
    return best


def _relations(network: Network, outputs: Outputs, heads: list[int]) -> list[int]:
    """The best relation of every word, ``root`` for roots and for no other."""
    words = np.arange(len(heads))
    governors = np.array(heads)
    is_root = governors == words
    rows = np.where(is_root, 0, governors + 1)
    scores = network.relations(outputs.dependents, outputs.heads[rows])
    root = network.labels.deprel.index(ROOT_RELATION)
    scores[:, root] = FORBIDDEN
    best: NDArray[np.int64] = scores.argmax(axis=1)
    best[is_root] = root
    _one_subject_each(network.labels.deprel, governors, scores, best)
    relations: list[int] = best.tolist()
    return relations


def _one_subject_each(labels: Sequence[str], heads: NDArray[np.int64], scores: Floats, best: NDArray[np.int64]) -> None:
    is_subject = np.array([label in SUBJECTS for label in labels])
    chosen = np.flatnonzero(is_subject[best])
    governors = heads[chosen].tolist()
    if len(set(governors)) == len(governors):
        return
    surest = np.argsort(-scores[chosen, best[chosen]], kind="stable").tolist()
    taken: set[int] = set()
    for place in surest:
        word, governor = chosen[place], governors[place]
        if governor in taken:
            best[word] = np.where(is_subject, FORBIDDEN, scores[word]).argmax()
        taken.add(governor)
