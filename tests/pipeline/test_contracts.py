"""What every stage promises, whoever wrote it; the default ones are held to it here.

An author of another stage runs the same checks by putting it in `PIPELINE`.
"""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crossread.engine import compare_story
from crossread.pipeline import default_pipeline
from crossread.records import AnnotatedDocument, CodedDocument, Comparison, Document, Span
from crossread.report import to_document, to_json

PIPELINE = default_pipeline()

ARTICLES = (
    Document(
        "a.txt",
        "Mayor Ilse Brandt said on Tuesday that 14 people were killed when a ferry sank off Port Meriel.\n\n"
        "“We will find out why,” Ms. Brandt told reporters. Norway and Peru have offered help.",
        "Courier",
        published="2031-05-08",
    ),
    Document(
        "b.txt",
        "At least 12 people died after a ferry sank near Port Meriel, the coastguard said.\n\n"
        '"We\'ll find out why this happened," said Mayor Brandt. Norway, Peru and Chad offered to help.',
        "Ledger",
        published="2031-05-07",
    ),
    Document(
        "c.txt",
        "Port Meriel mourns. The opposition leader, Tomas Rell, rejected the mayor's account and called for her to go.",
        "Tribune",
    ),
)

# pieces of news text and of what breaks news text
PIECES = st.lists(
    st.sampled_from(
        ["Mr. Vane said", "“No,", "”", '"', "’", "\n\n", "\n", " on May 3", " 14", " U.S.", "…", "\u202e", "\0", "🦔"]
    )
    | st.text(max_size=12),
    max_size=25,
).map("".join)


def spans_in(value: object) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from spans_in(part)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from spans_in(getattr(value, name))


def code(document: Document) -> CodedDocument:
    return PIPELINE.extract.extract(PIPELINE.annotate.annotate(document))


def compare(documents: Sequence[Document]) -> Comparison:
    return compare_story(documents, PIPELINE)


@given(PIECES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_is_read_and_every_span_quotes_it(text: str) -> None:
    document = Document("x.txt", text, "Courier", published="2031-05-08")
    coded = code(document)
    hold_annotated(coded.annotated)
    for span in spans_in(coded):
        assert span.text == text[span.start : span.end]
        assert span.doc == document.id


def hold_annotated(annotated: AnnotatedDocument) -> None:
    text, words = annotated.document.text, annotated.words
    assert all(0 <= start < end <= len(text) for start, end in annotated.sentences)
    assert all(before[1] <= after[0] for before, after in pairwise(annotated.sentences))
    assert all(not text[start].isspace() and not text[end - 1].isspace() for start, end in annotated.sentences)
    assert len({len(words.start), len(words.end), len(words.sentence), len(words.lemma)}) == 1
    assert all(end <= start for end, start in zip(words.end, words.start[1:], strict=False))
    for start, end, sentence in zip(words.start, words.end, words.sentence, strict=True):
        assert annotated.sentences[sentence][0] <= start < end <= annotated.sentences[sentence][1]
    order = [(mention.span.start, mention.span.end) for mention in annotated.mentions]
    assert order == sorted(order)
    assert all(list(chain) == sorted(set(chain)) for chain in annotated.chains)


@pytest.mark.parametrize("document", ARTICLES, ids=lambda document: document.outlet)
def test_an_article_is_always_read_alike(document: Document) -> None:
    assert code(document) == code(document)


@pytest.mark.parametrize("document", ARTICLES, ids=lambda document: document.outlet)
def test_every_sentence_is_in_a_statement_and_ids_are_unique(document: Document) -> None:
    coded = code(document)
    evidence = [span for statement in coded.statements for span in statement.evidence]
    for start, end in coded.annotated.sentences:
        assert any(span.start < end and start < span.end for span in evidence)
    for items in (coded.statements, coded.quotes, coded.events, coded.stances):
        assert len({item.id for item in items}) == len(items)
        assert all(spans_in(item) for item in items)


def test_the_order_of_articles_changes_only_their_order() -> None:
    forth, back = compare(ARTICLES), compare(ARTICLES[::-1])
    assert forth.story.id == back.story.id
    assert forth.story.label == back.story.label
    for field in ("entities", "points", "discrepancies", "quotes", "stances", "labels", "statements", "timeline"):
        ids = [{str(getattr(item, "id", item)) for item in getattr(side, field)} for side in (forth, back)]
        assert ids[0] == ids[1], field


def test_every_span_of_a_comparison_quotes_its_article() -> None:
    texts = {document.id: document.text for document in ARTICLES}
    comparison = compare(ARTICLES)
    spans = list(spans_in(comparison))
    assert spans
    assert all(texts[span.doc][span.start : span.end] == span.text for span in spans)


def test_items_stand_by_document_and_offset() -> None:
    shown = to_document(compare(ARTICLES))
    place = {document["id"]: index for index, document in enumerate(shown["documents"])}
    for field in ("quotes", "times", "quantities"):
        order = [(place[item["span"]["doc"]], item["span"]["start"]) for item in shown[field]]
        assert order == sorted(order), field


SCRIPT = """
import sys
from tests.pipeline.test_contracts import ARTICLES, compare, to_json
sys.stdout.buffer.write(to_json(compare(ARTICLES)).encode())
"""


def test_the_same_input_gives_the_same_bytes_whatever_the_hash_seed() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert outputs == {to_json(compare(ARTICLES)).encode()}
