"""The shipped model: its promises, whatever its scores."""

import os
import subprocess
import sys
from itertools import pairwise

import pytest

from crossread.annotate.reader import Reader, ReaderAnnotator, Reading
from crossread.annotate.reader.model import thread_count
from crossread.records import AnnotatedDocument, Document
from crossread.resources.loader import resource_path

LARGEST_MODEL = 40_000_000  # bytes
ARTICLE = (
    "Mr Haldane, 61, said the mine would close.\n\n“We had no choice,” he told reporters in Lima. “The seam is gone.”"
    "\n\n"
    '"That is a lie," shouted Marta Quispe, who leads the union.\n\nBolivia, Chile and Peru have called for calm.'
)
LONG = " ".join(
    f"In year {year} the council of Arden met {year % 7} times, and Ms Pell, its head, said that it had failed again."
    for year in range(1900, 1960)
)
STRANGE = (
    "",
    "   \n\n ",
    "!",
    '"',
    "\u200b",
    "a" * 5000,
    "-- -- --\n***\n" * 30,
    "\U0001f600 hé\u0301 ﬁ",
    "one\rtwo\r\nthree",
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(threads=1)


def trees_are_whole(reading: Reading) -> bool:
    bounds = [*reading.sentences, len(reading.words)]
    for first, end in pairwise(bounds):
        roots = [word for word in range(first, end) if reading.heads[word] == word]
        if len(roots) != 1 or any(not first <= reading.heads[word] < end for word in range(first, end)):
            return False
        for word in range(first, end):
            seen = set()
            while reading.heads[word] != word:
                if word in seen:
                    return False
                seen.add(word)
                word = reading.heads[word]
    return True


@pytest.mark.parametrize("text", [ARTICLE, LONG, *STRANGE])
def test_words_are_the_text_and_trees_are_whole(reader: Reader, text: str) -> None:
    reading = reader.read(text)
    assert all(text[a:b] == word for word, a, b in zip(reading.words, reading.starts, reading.ends, strict=True))
    assert trees_are_whole(reading)
    roots = [word for word, head in enumerate(reading.heads) if head == word]
    assert {reading.relations[word] for word in roots} <= {"root"}


def test_an_article_reads_the_same_alone_among_others_in_any_order_on_any_threads(reader: Reader) -> None:
    texts = [ARTICLE, LONG, *[f"Item {number}. {ARTICLE[number:]}" for number in range(30)]]
    alone = Reader(threads=1).read(ARTICLE), Reader(threads=1).read(LONG)
    for threads in (1, 2, 4):
        crowd = Reader(threads=threads)
        for order in (texts, texts[::-1]):
            read = {text: crowd.read(text) for text in order}
            assert (read[ARTICLE], read[LONG]) == alone


def test_records_are_the_same_in_another_process() -> None:
    program = (
        "import sys; from crossread.annotate.reader import ReaderAnnotator; from crossread.records import Document; "
        "print(repr(ReaderAnnotator(threads=2).annotate(Document('a', sys.argv[1], 'b'))))"
    )
    printed = subprocess.run(
        [sys.executable, "-c", program, ARTICLE],
        capture_output=True,
        check=True,
        text=True,
        env={**os.environ, "PYTHONHASHSEED": "7", "PYTHONIOENCODING": "utf-8"},
    ).stdout
    assert printed.strip() == repr(annotated(ARTICLE))


def annotated(text: str) -> AnnotatedDocument:
    return ReaderAnnotator(threads=1).annotate(Document("a", text, "b"))


def test_mentions_quote_the_text_in_order_and_chains_point_at_them() -> None:
    read = annotated(ARTICLE)
    assert all(ARTICLE[m.span.start : m.span.end] == m.span.text for m in read.mentions)
    order = [(m.span.start, m.span.end) for m in read.mentions]
    assert order == sorted(order)
    assert all(0 <= index < len(read.mentions) for chain in read.chains for index in chain)
    assert all(len(chain) > 1 and list(chain) == sorted(set(chain)) for chain in read.chains)


def test_no_paragraph_break_is_a_word_or_inside_a_sentence() -> None:
    read = annotated(ARTICLE)
    assert all(ARTICLE[a:b].strip() for a, b in zip(read.words.start, read.words.end, strict=True))
    assert all("\n\n" not in ARTICLE[a:b] for a, b in read.sentences)


def test_titles_stand_before_names() -> None:
    read = annotated("Mr Haldane met President Ana Torres.")
    assert [(m.span.text, m.title) for m in read.mentions if m.form == "name"] == [
        ("Haldane", "Mr"),
        ("Ana Torres", "President"),
    ]


def test_the_model_is_small() -> None:
    folder = resource_path("models/reader/manifest.json").parent
    assert sum(path.stat().st_size for path in folder.iterdir()) <= LARGEST_MODEL


def test_no_torch_at_run_time() -> None:
    program = (
        "import sys; from crossread.annotate.reader import Reader; "
        "Reader(threads=1).read('It rained.'); print('torch' in sys.modules)"
    )
    printed = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True).stdout
    assert printed.strip() == "False"


def test_threads_never_outnumber_the_machine() -> None:
    assert 1 <= thread_count(10_000) <= (os.cpu_count() or 1)
    assert thread_count(0) >= 1
