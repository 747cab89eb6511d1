"""Reports that close with a verb and who tells them: "The port will not close, said Ann Lee"."""

import pytest
from tests.extract.made_up_coding import speakers

from crossread.annotate import RuleAnnotator
from crossread.extract.inversion import reporter_behind
from crossread.extract.reading import Reading
from crossread.pipeline import default_pipeline
from crossread.records import Document


def teller(sentence: str) -> str | None:
    reading = Reading(RuleAnnotator().annotate(Document("a.txt", f"They came. {sentence}", "Courier")))
    said = next(group for group in reading.groups if reading.forms[group.verb] in ("said", "told"))
    chunk = reporter_behind(reading, said)
    return None if chunk is None else reading.span(chunk.start, chunk.end).text


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("The port will not close, said Ann Lee.", "Ann Lee"),
        ("The port will not close, said Ann Lee, who runs it.", "Ann Lee"),
        ("The port will not close, said she.", "she"),
        ("While Reed hopes so, the port will not close, said Ann Lee, a clerk of the port.", "Ann Lee"),
        ("Lee, who had left, said Reed would come.", None),
        ("Lee, who had left, said Reed, a friend, would come.", None),
        ("While Reed hoped, said Ann Lee, they left.", None),
        ("Lee walked out, said Reed was wrong, and left.", None),
        ("Lee walked out, told Reed, and left.", None),
        ("Lee walked out and said Reed.", None),
        ("The port will not close, said rain.", None),
    ],
)
def test_who_closes_a_report(sentence: str, who: str | None) -> None:
    assert teller(sentence) == who


def test_what_they_tell_is_theirs() -> None:
    document = Document("a.txt", "The port will not close, said Ann Lee, who runs the union.", "Courier")
    pipeline = default_pipeline("rules")
    (quote,) = pipeline.extract.extract(pipeline.annotate.annotate(document)).quotes
    assert quote.speaker is not None
    assert (quote.span.text, quote.speaker.name, quote.cue) == ("The port will not close", "Ann Lee", "said")


def test_they_go_on() -> None:
    text = (
        "While Kim is keen to call his plan a success, he is unlikely to end it, said Scott Lafoy, an analyst.\n\n"
        "“I am still not sure of the thing,” he said."
    )
    assert speakers(text)[-1][1] == "Scott Lafoy"


def test_words_in_marks_inside_it_are_theirs() -> None:
    assert speakers("Reed ran. “Many would shun him,” if Reed ran again, said Ann Lee, a clerk.")[-1][1] == "Ann Lee"


def test_who_closes_a_report_twice_tells_nothing_more() -> None:
    document = Document("a.txt", "“I would like to back him,” said Ann Lee, said Mayor Ann Lee.", "Courier")
    pipeline = default_pipeline("rules")
    statements = pipeline.extract.extract(pipeline.annotate.annotate(document)).statements
    assert "told" not in {statement.property for statement in statements}
