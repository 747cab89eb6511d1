"""The task `times`: our own TimeML, and how values of ours are TIMEX3's."""

import json
from pathlib import Path

import pytest

from crossread.annotate import RuleAnnotator
from crossread.errors import ReadError
from crossread.learn.statements.commands import main
from crossread.learn.statements.timeml import read_timeml
from crossread.learn.statements.timex import plain_value, timex_value
from crossread.records import Document

ARTICLE = """<TimeML>
<DCT><TIMEX3 tid="t0" type="DATE" value="2019-01-24" functionInDocument="CREATION_TIME">24 January 2019</TIMEX3></DCT>
<TEXT>The port &amp; the <EVENT eid="e1">pier</EVENT> shut on <TIMEX3 tid="t1" type="DATE"
value="2019-01-23">Wednesday</TIMEX3>.
They opened <TIMEX3 tid="t2" type="DATE" value="2018-XX">last year</TIMEX3>, after a
very long <TIMEX3 tid="t3" type="DURATION" value="PXX">while</TIMEX3>.</TEXT></TimeML>"""


def test_an_article_is_its_text_with_times_at_their_characters(tmp_path: Path) -> None:
    (tmp_path / "a.tml").write_text(ARTICLE, "utf-8")
    (article,) = read_timeml(tmp_path)
    text = article.document.text
    assert text.startswith("The port & the pier shut on Wednesday.")
    assert article.document.published == "2019-01-24"
    assert [text[time.start : time.end] for time in article.times] == ["Wednesday", "last year", "while"]


def test_the_command_prints_one_json_object(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.tml").write_text(ARTICLE, "utf-8")
    assert main(["evaluate", "--task", "times", "--gold", str(tmp_path), "--annotator", "rules"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["relaxed"] == {"precision": 1.0, "recall": 0.667, "f1": 0.8, "found": 2, "gold": 3}
    assert figures["value"]["f1"] == 0.8
    assert figures["value_accuracy"] == 1.0


@pytest.mark.parametrize("text", ["<TimeML><TEXT>cut", "<TimeML></TimeML>"])
def test_what_is_no_timeml_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.tml").write_text(text, "utf-8")
    with pytest.raises(ReadError, match=r"a\.tml"):
        list(read_timeml(tmp_path))


def test_a_folder_without_timeml_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no TimeML"):
        list(read_timeml(tmp_path))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It shut last week.", "2019-W03"),
        ("It shut over the weekend.", "2019-W03-WE"),
        ("It grew in the third quarter of 2018.", "2018-Q3"),
        ("It grew in the first half of 2018.", "2018-H1"),
        ("It opened last summer.", "2018-SU"),
        ("It fell in the 1990s.", "199"),
        ("It was built in the 19th century.", "18"),
        ("He spoke late Tuesday night.", "2019-01-22TNI"),
        ("He spoke at 4:30 p.m. Tuesday.", "2019-01-22T16:30"),
        ("He now runs it.", "PRESENT_REF"),
        ("He ran it in recent years.", "PAST_REF"),
        ("It grew over the past two years.", "P2Y"),
        ("It grew over the past few weeks.", "PXW"),
        ("It took several hours.", "PTXH"),
        ("It took 2 1/2 years.", "P2Y6M"),
        ("It took two decades.", "P2E"),
        ("He left in 2011.", "2011"),
    ],
)
def test_a_value_as_timex3_has_it(text: str, value: str) -> None:
    (time,) = RuleAnnotator().annotate(Document("a", text, "Herald", published="2019-01-24")).times
    assert timex_value(time) == value


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        ("1949-XX", "1949"),
        ("1949-XX-XX", "1949"),
        ("199X", "199"),
        ("2000-W7", "2000-W07"),
        ("2019-01-22T17", "2019-01-22T17:00"),
    ],
)
def test_what_tells_nothing_is_left_out_of_a_value(value: str, plain: str) -> None:
    assert plain_value(value) == plain
