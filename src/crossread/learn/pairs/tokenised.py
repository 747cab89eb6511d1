"""Articles that their data sets give token by token, as text again: of ECB+, and of English Worldwide Newswire."""

import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

from crossread.errors import ReadError
from crossread.learn.reader.name_score import read_tagged
from crossread.records import Document

_OPENING: Final = frozenset("([$£€“‘")
_CLOSING: Final = frozenset(",.;:!?%)]”’'")


@dataclass(frozen=True, slots=True)
class EcbArticle:
    """An article of ECB+ (Cybulska and Vossen, 2014), with the character range of each sentence by its number there."""

    document: Document
    sentences: dict[int, tuple[int, int]]


def read_ecbplus(folder: Path, name: str) -> EcbArticle:
    """Read one article of the data set's folder, such as `3_9ecb`; it is its own outlet.

    Raises ReadError if there is no such file, or it holds no tokens.
    """
    path = folder / name.partition("_")[0] / f"{name}.xml"
    try:
        tokens = list(ET.parse(path).getroot().iter("token"))  # noqa: S314  # a data set that its user fetched
    except (OSError, ET.ParseError) as error:
        raise ReadError(f"{path} cannot be read as an article of ECB+: {error}") from error
    words: defaultdict[int, list[str]] = defaultdict(list)
    for token in tokens:
        words[int(token.get("sentence", "0"))].append((token.text or "").strip())
    if not words:
        raise ReadError(f"{path} holds no tokens")
    text, sentences = "", {}
    for number, spelt in sorted(words.items()):
        written = _written(spelt)
        sentences[number] = (len(text), len(text) + len(written))
        text += written + "\n"
    return EcbArticle(Document(name, text, name), sentences)


def read_worldwide(folder: Path, name: str) -> Document:
    """Read one article of English Worldwide Newswire (Shan and others, 2023), such as `af_afrol_1`; its own outlet.

    Raises ReadError if there is no such file, or it holds no words.
    """
    path = folder / f"{name}.txt.tsv"
    try:
        documents = read_tagged(path)
    except OSError as error:
        raise ReadError(f"{path} cannot be read as tagged words: {error}") from error
    if not documents:
        raise ReadError(f"{path} holds no words")
    words, starts = documents[0].words, documents[0].sentences
    lines = [_written(words[start:end]) for start, end in pairwise((*starts, len(words)))]
    return Document(name, "\n".join(lines), name)


def _written(words: Sequence[str]) -> str:
    """Return the words as a writer would space them."""
    text, before = "", ""
    for word in filter(None, words):
        glued = not before or before in _OPENING or word[0] in _CLOSING or word == "n't"
        text += word if glued else f" {word}"
        before = word
    return text
