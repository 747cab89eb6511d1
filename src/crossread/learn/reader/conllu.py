"""CoNLL-U files: documents, paragraphs, sentences and words as Universal Dependencies writes them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class UdWord:
    """One syntactic word. ``head`` counts from 1 inside the sentence; 0 is the root."""

    form: str
    lemma: str
    upos: str
    feats: str
    head: int
    deprel: str
    misc: str
    space_after: bool
    xpos: str = "_"


@dataclass(frozen=True, slots=True)
class UdToken:
    """A surface token over words ``first`` to ``last`` (from 0, both included)."""

    form: str
    first: int
    last: int
    space_after: bool


@dataclass(frozen=True, slots=True)
class UdSentence:
    """One sentence: its words, and the surface tokens that they are written as."""

    words: tuple[UdWord, ...]
    tokens: tuple[UdToken, ...]
    starts_paragraph: bool


@dataclass(slots=True)
class UdDocument:
    """One document in order of its sentences."""

    id: str
    sentences: list[UdSentence] = field(default_factory=list)


def read_documents(path: Path) -> list[UdDocument]:
    """All documents of one CoNLL-U file; a file without document marks is one document."""
    documents: list[UdDocument] = []
    for block in _blocks(path):
        comments = [line for line in block if line.startswith("#")]
        new_document = next((line for line in comments if line.startswith("# newdoc")), None)
        if new_document is not None or not documents:
            name = new_document.partition("=")[2].strip() if new_document else path.stem
            documents.append(UdDocument(name))
        starts = new_document is not None or any(
            line == "# newpar" or line.startswith(("# newpar =", "# newpar id")) for line in comments
        )
        rows = [line.split("\t") for line in block if not line.startswith("#")]
        sentences = documents[-1].sentences
        sentences.append(_sentence(rows, starts or not sentences))
    return documents


def _blocks(path: Path) -> Iterator[list[str]]:
    block: list[str] = []
    with path.open(encoding="utf-8") as lines:
        for raw in lines:
            line = raw.rstrip("\n")
            if line:
                block.append(line)
            elif block:
                yield block
                block = []
    if block:
        yield block


def _sentence(rows: list[list[str]], starts_paragraph: bool) -> UdSentence:
    words: list[UdWord] = []
    tokens: list[UdToken] = []
    covered = 0  # words up to here belong to a multiword token that was already added
    for row in rows:
        number, form, misc = row[0], row[1], row[9]
        space_after = "SpaceAfter=No" not in misc
        if "." in number:
            continue
        if "-" in number:
            first, last = (int(part) for part in number.split("-"))
            tokens.append(UdToken(form, first - 1, last - 1, space_after))
            covered = last
            continue
        index = int(number)
        inside = index < covered
        at_end = index == covered
        if index > covered:
            tokens.append(UdToken(form, index - 1, index - 1, space_after))
        if at_end:
            space_after = tokens[-1].space_after
        spaced = space_after and not inside
        words.append(UdWord(form, row[2], row[3], row[5], int(row[6]), row[7], misc, spaced, row[4]))
    return UdSentence(tuple(words), tuple(tokens), starts_paragraph)
