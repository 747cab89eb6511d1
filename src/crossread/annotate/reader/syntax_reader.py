"""Reads words: sentences, tags, trees, names and links of a whole article."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from crossread.annotate.reader import windows
from crossread.annotate.reader.decoding import Decoded, decode, sentence_starts
from crossread.annotate.reader.encoding import EncodedText
from crossread.annotate.reader.model import Floats, Network, Outputs
from crossread.annotate.reader.names import NameSpan


@dataclass(frozen=True, slots=True)
class Text:
    """An article's words as they are given to the network, columns of one length.

    ``spaces``: whether white space stands before each word, None where unknown. ``paragraphs``: first words of
    paragraphs. ``sentences``: first words of sentences where they are given, None where they are to be found.
    """

    words: Sequence[str]
    spaces: Sequence[bool | None]
    paragraphs: Sequence[int]
    sentences: Sequence[int] | None = None


@dataclass(slots=True)
class Links:
    """What coreference needs of every word, rows in text order."""

    vectors: Floats
    anaphors: Floats
    antecedents: Floats
    alone: Floats
    kinds: Floats


@dataclass(slots=True)
class Read:
    """An article, read. Indices count through the article."""

    decoded: Decoded
    links: Links


class SyntaxReader:
    """Runs windows of an article and puts what they say together.

    Args:
        network: the model.
        threads: how many windows run at once.
    """

    def __init__(self, network: Network, threads: int) -> None:
        self._network = network
        self._threads = threads

    def read(self, text: Text) -> Read:
        """Read an article of at least one word."""
        paragraphs = _flags(text.paragraphs, len(text.words))
        encoded = EncodedText(text.words, text.spaces, paragraphs, self._network.pieces)
        stretches = list(windows.packed(encoded.costs, text.paragraphs or [0]))

        def read(stretch: windows.Stretch) -> list[tuple[Decoded, Outputs]]:
            return self._stretch(text, encoded, paragraphs, stretch)

        if self._threads == 1 or len(stretches) == 1:
            parts = [read(stretch) for stretch in stretches]
        else:
            with ThreadPoolExecutor(self._threads) as pool:
                parts = list(pool.map(read, stretches))
        return _joined([part for some in parts for part in some])

    def _stretch(
        self, text: Text, encoded: EncodedText, starts: Sequence[bool], stretch: windows.Stretch
    ) -> list[tuple[Decoded, Outputs]]:
        """Read one stretch: in one window, or where it is longer in steps that end with whole sentences."""
        parts: list[tuple[Decoded, Outputs]] = []
        start = stretch.start
        while start < stretch.end:
            end = windows.fitting(encoded.costs, start, stretch.end)
            paragraphs = starts[start:end]
            outputs = self._network.run(encoded.window(start, end))
            sentences = self._sentences(text, outputs, paragraphs, start, end)
            if end < stretch.end and len(sentences) > 1:
                end = start + sentences.pop()
                outputs = _first_words(outputs, end - start)
            parts.append((decode(self._network, outputs, sentences), outputs))
            start = end
        return parts

    def _sentences(self, text: Text, outputs: Outputs, paragraphs: Sequence[bool], start: int, end: int) -> list[int]:
        if text.sentences is None:
            return sentence_starts(outputs, text.words[start:end], paragraphs)
        given = [sentence - start for sentence in text.sentences if start <= sentence < end]
        return given if given and given[0] == 0 else [0, *given]


def _flags(paragraphs: Sequence[int], count: int) -> list[bool]:
    first_words = set(paragraphs)
    return [word in first_words for word in range(count)]


def _first_words(outputs: Outputs, count: int) -> Outputs:
    return Outputs(
        outputs.starts[:count],
        outputs.upos[:count],
        outputs.feats[:count],
        outputs.names[:count],
        outputs.kinds[:count],
        outputs.alone[:count],
        outputs.arcs[:count, : count + 1],
        outputs.dependents[:count],
        outputs.heads[: count + 1],
        outputs.vectors[:count],
        outputs.anaphors[:count],
        outputs.antecedents[:count],
    )


def _joined(parts: Sequence[tuple[Decoded, Outputs]]) -> Read:
    whole = Decoded()
    for decoded, _ in parts:
        offset = len(whole.upos)
        whole.sentences.extend(word + offset for word in decoded.sentences)
        whole.heads.extend(head + offset for head in decoded.heads)
        whole.names.extend(NameSpan(name.start + offset, name.end + offset, name.kind) for name in decoded.names)
        whole.upos.extend(decoded.upos)
        whole.feats.extend(decoded.feats)
        whole.relations.extend(decoded.relations)
        whole.kinds.extend(decoded.kinds)
    outputs = [output for _, output in parts]
    links = Links(
        np.concatenate([output.vectors for output in outputs]),
        np.concatenate([output.anaphors for output in outputs]),
        np.concatenate([output.antecedents for output in outputs]),
        np.concatenate([output.alone for output in outputs]),
        np.concatenate([output.kinds for output in outputs]),
    )
    return Read(whole, links)
