"""The engine runs the stages it is given, and a failure costs one article, not the others."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest

from crossread.engine import compare_stories, compare_story
from crossread.errors import NothingToCompareError
from crossread.pipeline import Annotator, Pipeline, default_pipeline
from crossread.records import AnnotatedDocument, Comparison, Document, Failure

TEXT = "The ferry Aldane sank off Port Meriel on Tuesday. Twelve people were rescued, the coastguard said."
ALSO = "Rescuers saved 12 people after the ferry Aldane sank near Port Meriel on Tuesday."
THIRD = "The Aldane, a ferry, went down on Tuesday off Port Meriel; the coastguard rescued 12 people."


def article(outlet: str, text: str, story: str | None = None) -> Document:
    return Document(f"{outlet}.txt", text, outlet, published="2031-05-07", story=story)


@dataclass(frozen=True)
class Faulty:
    """An annotator with a fault that one outlet's articles meet."""

    inner: Annotator
    outlet: str
    name: str = "faulty/1"

    def annotate(self, document: Document) -> AnnotatedDocument:
        if document.outlet == self.outlet:
            raise ZeroDivisionError("planted")
        return self.inner.annotate(document)


def faulty(outlet: str) -> Pipeline:
    pipeline = default_pipeline()
    return replace(pipeline, annotate=Faulty(pipeline.annotate, outlet))


def sources(comparison: Comparison) -> list[str]:
    return [coded.annotated.document.source for coded in comparison.story.documents]


def test_a_fault_costs_one_article_and_is_told() -> None:
    documents = [article("a", TEXT), article("b", ALSO), article("c", THIRD)]
    comparison = compare_story(documents, faulty("b"))
    assert sources(comparison) == ["a.txt", "c.txt"]
    (failure,) = [failure for failure in comparison.failures if failure.stage == "annotate"]
    assert failure.document == "b.txt"
    assert "planted" in failure.message


def test_failures_of_reading_are_stated_too() -> None:
    lost = Failure("d.pdf", "read", "a PDF: save its text")
    comparison = compare_story([article("a", TEXT), article("b", ALSO)], default_pipeline(), [lost])
    assert lost in comparison.failures


@pytest.mark.parametrize("documents", [[], [article("a", TEXT)]])
def test_fewer_than_two_articles_are_nothing_to_compare(documents: Sequence[Document]) -> None:
    with pytest.raises(NothingToCompareError):
        compare_story(documents, default_pipeline())


def test_progress_is_told_of_each_article() -> None:
    seen: list[str] = []
    compare_story([article("a", TEXT), article("b", ALSO)], default_pipeline(), progress=seen.append)
    assert seen == ["a.txt", "b.txt"]


def test_the_pipeline_that_ran_is_named() -> None:
    comparison = compare_story([article("a", TEXT), article("b", ALSO)], faulty("nobody"))
    assert "faulty/1" in comparison.generator.pipeline


def test_workers_change_nothing() -> None:
    stories = {
        "one": [article("a", TEXT, "one"), article("b", ALSO, "one")],
        "alone": [article("a", TEXT, "alone")],
        "two": [article("c", THIRD, "two"), article("b", ALSO, "two")],
    }
    here = list(compare_stories(stories, default_pipeline))
    there = list(compare_stories(stories, default_pipeline, workers=2))
    assert here == there
    assert [name for name, _ in here] == ["one", "alone", "two"]
    assert isinstance(here[1][1], Failure)
