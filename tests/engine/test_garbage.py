"""What lets the collector rest: an article that was read leaves no cycle behind."""

import gc
import subprocess
import sys
from collections.abc import Iterator

import pytest

from crossread.engine import collect_seldom

LEFT_OVER = """
import gc
from crossread.engine.coding import code_document
from crossread.pipeline import default_pipeline
from crossread.records import CodedDocument, Document

text = (
    "OSLO — “We will leave on Friday,” Ann Lee said. Her lawyer, Bo Ek, told reporters that Norway had recognised "
    "Mr. Roy as president of Chile.\\n\\nAt least 14 people were killed on Wednesday, he added."
)
pipeline = default_pipeline("rules")
code_document(Document("a", text, "Post"), pipeline)  # loads tables, which may leave something
gc.collect()
gc.disable()
read = code_document(Document("b", text + " Nobody else was hurt.", "Post"), pipeline)
assert isinstance(read, CodedDocument) and read.quotes and read.events
del read
print(gc.collect())
"""


@pytest.fixture
def collector() -> Iterator[None]:
    thresholds = gc.get_threshold()
    yield
    gc.set_threshold(*thresholds)
    gc.unfreeze()
    gc.enable()


def test_reading_an_article_leaves_nothing_to_collect() -> None:
    # in a process of its own: here, threads of other tests leave cycles of theirs
    found = subprocess.run([sys.executable, "-c", LEFT_OVER], capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["0"]


@pytest.mark.usefixtures("collector")
def test_the_collector_stays_on() -> None:
    collect_seldom()
    assert gc.isenabled()
    assert gc.get_threshold()[0] > 700  # Python's own
