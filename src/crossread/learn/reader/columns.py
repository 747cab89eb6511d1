"""Treebank documents as columns."""

from dataclasses import dataclass

from crossread.learn.reader.conllu import UdDocument, UdWord
from crossread.learn.reader.material import Material, Syntax


@dataclass(slots=True)
class Treebank(Material):
    """A document whose syntax is known."""

    syntax: Syntax


def treebank(document: UdDocument, source: str, names: list[str] | None = None) -> Treebank:
    """One treebank document as columns."""
    words: list[UdWord] = []
    heads: list[int] = []
    sentences: list[int] = []
    paragraphs: list[int] = []
    for sentence in document.sentences:
        start = len(words)
        sentences.append(start)
        if sentence.starts_paragraph:
            paragraphs.append(start)
        heads.extend(word.head - 1 + start if word.head else -1 for word in sentence.words)
        words.extend(sentence.words)
    spaces: list[bool | None] = [True]
    spaces.extend(word.space_after for word in words[:-1])
    for start in sentences:
        spaces[start] = True
    syntax = Syntax(
        [word.upos for word in words],
        [word.feats for word in words],
        heads,
        [word.deprel for word in words],
    )
    scheme = None if names is None else "gum"
    return Treebank(source, [word.form for word in words], spaces, sentences, paragraphs, syntax, scheme, names)


def span_head(heads: list[int], start: int, end: int) -> int:
    """The first word of a span whose own head lies outside it."""
    return next((word for word in range(start, end) if not start <= heads[word] < end), start)
