"""Reports over made-up articles that the shipped reader has read: cues, sources, contents, chains."""

from functools import cache

import pytest
from tests.extract.made_up_coding import document

from crossread.annotate import RuleAnnotator
from crossread.annotate.reader import ReaderAnnotator
from crossread.extract import RuleExtractor
from crossread.extract.reading import Reading
from crossread.extract.reports import find_reports
from crossread.extract.reports.tree import Tree
from crossread.records import AnnotatedDocument, Quote


@cache
def read(text: str) -> AnnotatedDocument:
    return ReaderAnnotator(threads=1).annotate(document(text))


def unmarked(text: str) -> list[Quote]:
    return [quote for quote in RuleExtractor().extract(read(text)).quotes if not quote.direct]


@pytest.mark.parametrize(
    ("text", "said", "cue", "source"),
    [
        ("Mayor Ann Lee said that the dam was safe.", "the dam was safe", "said", "Ann Lee"),
        ("The dam was safe, Mayor Ann Lee said on Monday.", "The dam was safe", "said", "Ann Lee"),
        ("According to the union, the dam will not hold.", "the dam will not hold", "According to", "union"),
        ("The minister believes the river will rise.", "the river will rise", "believes", "minister"),
        ("Ann Lee was quoted as saying that the dam was safe.", "the dam was safe", "was quoted as saying", "Ann Lee"),
    ],
)
def test_what_is_reported_has_its_words_its_cue_and_its_source(text: str, said: str, cue: str, source: str) -> None:
    (quote,) = unmarked(text)
    assert quote.kind == "indirect"
    assert said in quote.span.text
    assert " ".join(span.text for span in quote.cue_spans).startswith(cue)
    assert any(source in span.text for span in quote.source_spans)
    assert quote.speaker is not None
    assert source in quote.speaker.name


def test_words_that_make_no_clause_are_an_attitude_and_no_indirect_speech() -> None:
    quotes = unmarked("The union endorsed Ann Lee on Monday.")
    assert {quote.kind for quote in quotes} == {"attitude"}
    assert [quote.speaker.name for quote in quotes if quote.speaker] == ["union"]


def test_who_tells_what_another_said_stands_in_the_chain() -> None:
    text = "Ann Lee said that the engineers had warned that the dam would break."
    chains = {q.speaker.chain for q in unmarked(text) if q.speaker}
    assert ("The Gazette", "Ann Lee") in chains
    assert ("The Gazette", "Ann Lee", "engineers") in chains


def test_a_quotation_in_a_report_keeps_its_own_place() -> None:
    text = "Ann Lee said that the dam was “as safe as ever” and that nobody had to leave."
    quotes = RuleExtractor().extract(read(text)).quotes
    assert {q.kind: q.span.text for q in quotes}["mixed"] == "as safe as ever"
    assert {q.speaker.name for q in quotes if q.speaker} == {"Ann Lee"}


def test_an_article_without_trees_has_no_reports() -> None:
    assert not find_reports(Reading(RuleAnnotator().annotate(document("Ann Lee said that the dam was safe."))))


def test_constituents_hold_what_a_word_governs() -> None:
    reading = Reading(read("The old mayor said that the dam was safe."))
    tree = Tree(reading)
    mayor, said = reading.lower.index("mayor"), reading.lower.index("said")
    assert tree.constituent[mayor] == (0, 3)
    assert tree.constituent[said] == (0, len(reading.forms))
    assert tree.depth[said] == 0
    assert tree.depth[mayor] == 1


@pytest.mark.parametrize("text", ["", ":", "said", "“", "He said he said he said he said.", "a\n\nb said c\n\n" * 40])
def test_odd_texts_are_read_through(text: str) -> None:
    if text:
        for quote in RuleExtractor().extract(read(text)).quotes:
            assert text[quote.span.start : quote.span.end] == quote.span.text
