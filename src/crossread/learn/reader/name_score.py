"""Scores of names against files of tagged words."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from crossread.annotate.reader.labels import OUTSIDE
from crossread.learn.reader.name_schemes import to_bioes

# What other sets call our classes; a class that is not here is compared under its own name.
_OURS: Final = {
    "PER": "PERSON",
    "PERSON": "PERSON",
    "ORG": "ORG",
    "ORGANIZATION": "ORG",
    "ORGANISATION": "ORG",
    "LOC": "LOC",
    "LOCATION": "LOC",
    "GPE": "LOC",
    "FAC": "FAC",
    "FACILITY": "FAC",
    "NORP": "NORP",
    "DATE": "DATE",
    "MONEY": "MONEY",
    "PRODUCT": "PRODUCT",
    "MISC": "MISC",
    "MISCELLANEOUS": "MISC",
}

Name = tuple[int, int, str]


@dataclass(slots=True)
class TaggedDocument:
    """Words, the first words of sentences, and the gold names."""

    words: list[str] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)


def read_tagged(path: Path) -> list[TaggedDocument]:
    """Documents of one file, or of every ``.tsv`` of a folder.

    Lines are ``word tag`` in two columns or more, the tag last; or ``number word tag …``, as UNER writes them. Tags are
    IOB or IOB2; ``# newdoc`` or ``-DOCSTART-`` starts a document.
    """
    if path.is_dir():
        return [document for file in sorted(path.glob("*.tsv")) for document in read_tagged(file)]
    documents = [TaggedDocument()]
    for sentence in _sentences(path):
        if not sentence:
            if documents[-1].words:
                documents.append(TaggedDocument())
            continue
        _add(documents[-1], sentence)
    return [document for document in documents if document.words]


def _sentences(path: Path) -> Iterator[list[tuple[str, str]]]:
    """Sentences of words and tags; an empty one where a document starts."""
    sentence: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        parts = line.split("\t") if "\t" in line else line.split()
        if line.startswith(("# newdoc", "-DOCSTART-")):
            yield []
        elif not line.strip():
            if sentence:
                yield sentence
            sentence = []
        elif len(parts) > 2 and parts[0].isdigit() and _is_tag(parts[2]):
            sentence.append((parts[1], parts[2]))
        elif len(parts) > 1 and _is_tag(parts[-1]):
            sentence.append((parts[0], parts[-1]))
    if sentence:
        yield sentence


def _is_tag(text: str) -> bool:
    return text == OUTSIDE or text[:2] in {"B-", "I-"}


def _add(document: TaggedDocument, sentence: Sequence[tuple[str, str]]) -> None:
    offset = len(document.words)
    document.sentences.append(offset)
    document.words.extend(word for word, _ in sentence)
    start = offset
    for index, tag in enumerate(to_bioes([tag for _, tag in sentence]), offset):
        if tag[0] in "BS":
            start = index
        if tag[0] in "ES":
            kind = tag[2:].upper()
            document.names.append((start, index + 1, _OURS.get(kind, kind)))


@dataclass(slots=True)
class NameScore:
    """Counts by class over any number of documents."""

    right: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)

    def add(self, gold: Sequence[Name], found: Sequence[Name]) -> None:
        """Count one document: a name is right where words and class are."""
        self.gold.update(kind for *_, kind in set(gold))
        self.found.update(kind for *_, kind in set(found))
        self.right.update(kind for *_, kind in set(gold) & set(found))

    def as_dict(self) -> dict[str, Any]:
        """Precision, recall and F1 in all and by class, as fractions."""
        by_type = {kind: _measures(self.right[kind], self.gold[kind], self.found[kind]) for kind in sorted(self.gold)}
        overall = _measures(self.right.total(), self.gold.total(), self.found.total())
        return {**overall, "by_type": by_type}


def comparable(kinds: set[str], names: Sequence[Name]) -> list[Name]:
    """Names as a gold set with these classes would have them: those it lacks left out, FAC as LOC where it must be."""
    merged = [(start, end, "LOC" if kind == "FAC" and "FAC" not in kinds else kind) for start, end, kind in names]
    return [name for name in merged if name[2] in kinds]


def _measures(right: int, gold: int, found: int) -> dict[str, float]:
    precision = right / found if found else 0.0
    recall = right / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return {"p": round(precision, 4), "r": round(recall, 4), "f1": round(f1, 4)}
