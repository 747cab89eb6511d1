"""A spaCy pipeline takes the reader's place: its words, trees and names come out at their characters."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.pipeline import EntityRuler
from spacy.tokens import Doc

from crossread.annotate import SpacyAnnotator
from crossread.errors import ResourceError
from crossread.records import Document

TEXT = "Mayor Ada Finch left \n Ollern. She came back.\n\nNorway helped."


@Language.component("test_parser")
def parse(doc: Doc) -> Doc:
    """Make every sentence's last word its root, and tag all words alike."""
    ends = [token.i for token in doc if token.text == "." or token.i == len(doc) - 1]
    roots = [next(end for end in ends if end >= token.i) for token in doc]
    return Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        pos=["X"] * len(doc),
        heads=roots,
        deps=["ROOT" if root == index else "dep" for index, root in enumerate(roots)],
    )


@pytest.fixture
def model(tmp_path: Path) -> str:
    nlp = spacy.blank("en")
    nlp.add_pipe("test_parser")
    nlp.to_disk(tmp_path / "model")
    return str(tmp_path / "model")


def test_words_and_trees_stand_at_their_characters(model: str) -> None:
    annotated = SpacyAnnotator(model).annotate(Document("a.txt", TEXT, "Courier"))
    words = annotated.words
    shown = [TEXT[start:end] for start, end in zip(words.start, words.end, strict=True)]
    assert shown == TEXT.replace(".", " .").split()
    assert [TEXT[start:end] for start, end in annotated.sentences] == [
        "Mayor Ada Finch left",
        "Ollern.",
        "She came back.",
        "Norway helped.",
    ]
    assert words.has_syntax
    for index, (head, relation) in enumerate(zip(words.head, words.dep, strict=True)):
        assert words.sentence[head] == words.sentence[index]
        assert (head == index) is (relation == "root")


def test_names_come_from_the_recognizer_where_there_is_one(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("test_parser")
    ruler = nlp.add_pipe("entity_ruler", name="ner")
    assert isinstance(ruler, EntityRuler)
    ruler.add_patterns([{"label": "PERSON", "pattern": "Ada Finch"}, {"label": "DATE", "pattern": "back"}])
    nlp.to_disk(tmp_path / "model")
    annotated = SpacyAnnotator(str(tmp_path / "model")).annotate(Document("a.txt", TEXT, "Courier"))
    names = [(mention.span.text, mention.title) for mention in annotated.mentions if mention.form == "name"]
    assert names == [("Ada Finch", "Mayor")]


def test_a_pipeline_that_is_not_there_is_told() -> None:
    with pytest.raises(ResourceError, match="no_such_pipeline"):
        SpacyAnnotator("no_such_pipeline").annotate(Document("a.txt", TEXT, "Courier"))


def test_a_pipeline_without_trees_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(ResourceError, match="dependency trees"):
        SpacyAnnotator(str(tmp_path / "blank")).annotate(Document("a.txt", TEXT, "Courier"))
