"""The reader: text in; sentences, words, tags, trees, names and chains out, with character offsets."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np

from crossread.annotate.blocks import blocks
from crossread.annotate.reader.coreference import Coreference
from crossread.annotate.reader.known_names import with_known_names
from crossread.annotate.reader.labels import MENTION_KINDS
from crossread.annotate.reader.lemmas import LEMMAS_FILE, load
from crossread.annotate.reader.mentions import Candidate, Syntax, candidates
from crossread.annotate.reader.model import MANIFEST_FILE, Floats, Network, thread_count
from crossread.annotate.reader.names import NameSpan
from crossread.annotate.reader.pairs import MentionText
from crossread.annotate.reader.syntax_reader import SyntaxReader, Text
from crossread.annotate.reader.tokenization import word_ranges
from crossread.resources.loader import resource_path


def _no_vectors() -> Floats:
    return np.zeros((0, 0), dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Reading:
    """An article, read. Words are columns; a root's head is itself; mentions and names are ranges of words."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentences: tuple[int, ...]  # the first word of each
    lemmas: tuple[str, ...]
    pos: tuple[str, ...]
    feats: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    names: tuple[NameSpan, ...]
    mentions: tuple[Candidate, ...]
    chains: tuple[tuple[int, ...], ...]  # indices into mentions
    vectors: Floats = field(default_factory=_no_vectors, compare=False, repr=False)  # of the words, in context

    @property
    def sentence_of(self) -> list[int]:
        """The number of each word's sentence."""
        return sentence_numbers(self.sentences, len(self.words))


NOTHING = Reading((), (), (), (), (), (), (), (), (), (), (), ())


class Reader:
    """Reads English text with one model, loaded once.

    Args:
        folder: the model's files; the ones that the package ships where None.
        threads: windows that run at once, never more than the machine has cores; all of them where None.
    """

    def __init__(self, folder: Path | None = None, threads: int | None = None) -> None:
        folder = folder or resource_path(f"models/reader/{MANIFEST_FILE}").parent
        self.network = Network(folder)
        self._syntax = SyntaxReader(self.network, thread_count(threads))
        self._lemmatizer = load(folder / LEMMAS_FILE, self.network.pieces)
        self._coreference = Coreference(folder)

    @property
    def version(self) -> str:
        """The model's version."""
        return str(self.network.manifest["version"])

    def read(self, text: str) -> Reading:
        """Read a text; paragraphs part at line breaks as ``annotate.blocks`` finds them."""
        paragraphs = [
            [(start + begin, start + end) for begin, end in word_ranges(text[start:stop])]
            for start, stop in blocks(text)
        ]
        ranges = [word for paragraph in paragraphs for word in paragraph]
        if not ranges:
            return NOTHING
        firsts = _first_words(paragraphs)
        words = [text[start:end] for start, end in ranges]
        spaces: list[bool | None] = [True]
        spaces.extend(start > before[1] for before, (start, _) in pairwise(ranges))
        return self.read_words(Text(words, spaces, firsts), ranges)

    def read_words(self, text: Text, ranges: Sequence[tuple[int, int]]) -> Reading:
        """Read words that are cut already; ``ranges`` are their character offsets."""
        read = self._syntax.read(text)
        decoded, labels = read.decoded, self.network.labels
        pos = [labels.upos[code] for code in decoded.upos]
        feats = [_blank(labels.feats[code]) for code in decoded.feats]
        relations = [labels.deprel[code] for code in decoded.relations]
        lemmas = [self._lemmatizer.lemma(*word) for word in zip(text.words, pos, feats, strict=True)]
        syntax = Syntax(pos, feats, decoded.heads, relations)
        kinds = [MENTION_KINDS[code] for code in decoded.kinds]
        names = with_known_names(text.words, decoded.names)
        mentions = candidates(syntax, names, kinds)
        numbers = sentence_numbers(decoded.sentences, len(pos))
        described = MentionText(text.words, lemmas, feats, relations, numbers)
        chains = self._coreference.chains(described, mentions, read.links)
        return Reading(
            tuple(text.words),
            tuple(start for start, _ in ranges),
            tuple(end for _, end in ranges),
            tuple(decoded.sentences),
            tuple(lemmas),
            tuple(pos),
            tuple(feats),
            tuple(decoded.heads),
            tuple(relations),
            tuple(names),
            tuple(mentions),
            tuple(tuple(chain) for chain in chains),
            read.links.vectors,
        )


@cache
def shared_reader(folder: Path | None = None, threads: int | None = None) -> Reader:
    """The process's reader for these settings, loaded at its first use."""
    return Reader(folder, threads)


def sentence_numbers(firsts: Sequence[int], count: int) -> list[int]:
    """For each of ``count`` words the number of its sentence, from the first words of sentences."""
    bounds = [*firsts, count]
    return [number for number, (start, end) in enumerate(pairwise(bounds)) for _ in range(start, end)]


def _first_words(paragraphs: Sequence[Sequence[tuple[int, int]]]) -> list[int]:
    firsts: list[int] = []
    count = 0
    for paragraph in paragraphs:
        if paragraph:
            firsts.append(count)
        count += len(paragraph)
    return firsts


def _blank(feats: str) -> str:
    return "" if feats == "_" else feats
