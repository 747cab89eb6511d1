"""Any spaCy pipeline with Universal Dependencies labels, as the annotator.

The pipeline gives sentences, words, lemmas, tags, trees and, where it has a recognizer, names; the rest (titles,
descriptions, coreference, times, quantities) is found by the same rules as without it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as EntitySpan

from crossread.annotate.blocks import blocks
from crossread.annotate.names import find_names
from crossread.annotate.rules import complete
from crossread.annotate.titles import title_start
from crossread.annotate.tokens import Tokens
from crossread.errors import ResourceError
from crossread.records import AnnotatedDocument, Document, Mention, MentionKind, Words

# the labels of OntoNotes and of CoNLL 2003; dates, amounts and the like are found by rules
_KINDS: Final[dict[str, MentionKind]] = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "org",
    "GPE": "gpe",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "PRODUCT": "product",
    "EVENT": "event",
    "MISC": "other",
}


@dataclass(frozen=True, slots=True)
class SpacyAnnotator:
    """Reads with an installed spaCy pipeline: `model` is its package name or the path of its folder.

    Paragraphs are read one by one, so that no sentence crosses their ends.
    """

    model: str

    @property
    def name(self) -> str:
        """The pipeline and its version."""
        meta = _load(self.model).meta
        return f"{meta['lang']}_{meta['name']}/{meta['version']}"

    def annotate(self, document: Document) -> AnnotatedDocument:
        """Return the article as the pipeline reads it.

        Raises ResourceError if the pipeline is not installed, or finds no dependency trees or parts of speech.
        """
        nlp = _load(self.model)
        ranges = list(blocks(document.text))
        parsed = [(start, nlp(document.text[start:stop])) for start, stop in ranges]
        for _, doc in parsed:
            if not (doc.has_annotation("DEP") and doc.has_annotation("POS")):
                raise ResourceError(
                    f"the spaCy pipeline {self.model} finds no dependency trees or parts of speech; "
                    "crossread needs one with Universal Dependencies labels"
                )
        read = _Columns(parsed)
        tokens = Tokens(document.text, read.words)
        names = list(_names(document, tokens, parsed)) if "ner" in nlp.pipe_names else find_names(document, tokens)
        return complete(document, read.sentences, tokens, names, self.name)


@cache
def _load(model: str) -> Language:
    try:
        return spacy.load(model)
    except OSError as error:
        raise ResourceError(f"there is no spaCy pipeline {model!r}: install it, or give the path of one") from error


class _Columns:
    """The records' columns, filled from parsed paragraphs; white space that spaCy takes for words is left out."""

    def __init__(self, parsed: Iterable[tuple[int, Doc]]) -> None:
        self._rows: list[tuple[int, int, int, str, str, str, int, str]] = []
        bounds: list[tuple[int, int]] = []
        for offset, doc in parsed:
            first = len(self._rows)
            kept = [token for token in doc if not token.is_space]
            place = {token.i: first + number for number, token in enumerate(kept)}
            starts = {sentence.start for sentence in doc.sents}
            opened = False
            for token in doc:
                opened = opened or token.i in starts
                if token.is_space:
                    continue
                begin = offset + token.idx
                if opened:
                    bounds.append((begin, begin))
                    opened = False
                bounds[-1] = bounds[-1][0], begin + len(token)
                self._rows.append(
                    (begin, begin + len(token), len(bounds) - 1, token.lemma_, token.pos_, str(token.morph),
                     place[_governor(token).i], _relation(token))
                )  # fmt: skip
        self.sentences = tuple(bounds)

    @property
    def words(self) -> Words:
        """The columns."""
        columns = list(zip(*self._rows, strict=True)) or [()] * 8
        return Words(*columns)


def _governor(token: Token) -> Token:
    """Return the token's head, never white space; a root governs itself."""
    head = token.head
    while head.is_space and head.head is not head:
        head = head.head
    return token if head.is_space else head


def _relation(token: Token) -> str:
    return "root" if _governor(token) is token or token.dep_ == "ROOT" else token.dep_


def _names(document: Document, tokens: Tokens, parsed: Iterable[tuple[int, Doc]]) -> Iterator[Mention]:
    place = {start: number for number, start in enumerate(tokens.words.start)}
    for offset, doc in parsed:
        for entity in doc.ents:
            start = place.get(offset + entity.start_char)
            if start is not None and entity.label_ in _KINDS:
                yield _name(document, tokens, entity, offset, start)


def _name(document: Document, tokens: Tokens, entity: EntitySpan, offset: int, at: int) -> Mention:
    kind = _KINDS[entity.label_]
    span = document.span(offset + entity.start_char, offset + entity.end_char)
    if kind != "person":
        return Mention(span, kind)
    sentence_at = next(begin for begin, stop in tokens.ranges if begin <= at < stop)
    first = title_start(tokens, at, at, sentence_at)
    title = document.text[tokens.words.start[first] : tokens.words.end[at - 1]] if first < at else None
    return Mention(span, kind, "name", title)
