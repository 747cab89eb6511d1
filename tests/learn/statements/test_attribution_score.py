"""Gold attributions are read, words are counted by role, and quotations by their speaker."""

import json
from pathlib import Path

import pytest

from crossread.errors import ReadError
from crossread.learn.statements.attribution import score
from crossread.learn.statements.commands import main
from crossread.learn.statements.figures import Count
from crossread.learn.statements.key_quotes import GoldQuote
from crossread.learn.statements.key_quotes import score as score_keys
from crossread.learn.statements.keys import same_name
from crossread.learn.statements.polnear import GoldArticle, read_polnear
from crossread.learn.statements.polnear_quotes import enclosed
from crossread.learn.statements.polnear_quotes import score as score_quotes
from crossread.records import Document, Quote, Speaker, content_id

TEXT = "“The dam is safe,” Mayor Ann Lee said. John Reed doubts it."


def _standoff() -> str:
    def place(words: str) -> str:
        start = TEXT.index(words)
        return f"{start} {start + len(words)}"

    lines = [
        f"T1\tContent {place('“The dam is safe,”')}\twords",
        f"T2\tSource {place('Mayor Ann Lee')}\twords",
        f"T3\tCue {place('said')}\twords",
        "E1\tAttribution:T9 Content:T1 Source:T2 Cue:T3",
        f"T4\tContent {place('it')}\twords",
        f"T5\tSource {place('John Reed')}\twords",
        f"T6\tCue {place('doubts')}\twords",
        "E2\tAttribution:T9 Content:T4 Source:T5 Cue:T6",
        "#1\tAnnotatorNotes T1\tnothing",
    ]
    return "\n".join(lines)


@pytest.fixture
def article(tmp_path: Path) -> GoldArticle:
    path = tmp_path / "gold.jsonl"
    row = {"id": "gazette_2031-05-02_dam", "text": TEXT, "annotators": [{"file": "b", "ann": ""}]}
    row["annotators"] = [{"file": "b", "ann": ""}, {"file": "a", "ann": _standoff()}]
    path.write_text(json.dumps(row) + "\n", "utf-8")
    (found,) = read_polnear(path)
    return found


def _quote(document: Document, words: str, speaker: str, cue: str = "said") -> Quote:
    start = TEXT.index(words)
    named = TEXT.index(speaker)
    span = document.span(start, start + len(words))
    source = document.span(named, named + len(speaker))
    at = TEXT.index(cue)
    cues = (document.span(at, at + len(cue)),)
    told = Speaker(speaker, source, chain=("gazette", speaker))
    return Quote(content_id("q", start), span, "direct", cue, told, cue_spans=cues, source_spans=(source,))


def test_gold_is_read_as_the_first_annotator_has_it(article: GoldArticle) -> None:
    assert article.document.outlet == "gazette"
    assert article.document.published == "2031-05-02"
    assert len(article.attributions) == 2
    ((start, end),) = article.attributions[0].source
    assert TEXT[start:end] == "Mayor Ann Lee"


def test_words_are_counted_by_role(article: GoldArticle) -> None:
    counts = score(article, [_quote(article.document, "The dam is safe", "Ann Lee")])
    assert counts["content"] == Count(4, 4, 4, 5)
    assert counts["source"] == Count(2, 2, 2, 5)
    assert counts["cue"] == Count(1, 1, 1, 2)


def test_a_quotation_is_right_only_with_its_speaker(article: GoldArticle) -> None:
    right = _quote(article.document, "The dam is safe", "Ann Lee")
    wrong = _quote(article.document, "The dam is safe", "John Reed")
    assert score_quotes(article, [right], [right], speakers=True) == Count(1, 1, 1, 1)
    assert score_quotes(article, [wrong], [wrong], speakers=True) == Count(0, 1, 0, 1)
    assert score_quotes(article, [wrong], [wrong], speakers=False) == Count(1, 1, 1, 1)
    assert score_quotes(article, [], [], speakers=True) == Count(0, 0, 0, 1)


def test_a_part_is_enclosed_by_marks_at_both_ends() -> None:
    assert enclosed(TEXT, (0, 18))
    assert not enclosed(TEXT, (1, 17))


def test_keys_count_each_quotation_once_and_its_speaker_by_name(article: GoldArticle) -> None:
    quotes = [_quote(article.document, "The dam is safe", "Ann Lee")]
    outlets = {article.document.id: "gazette"}
    gold = GoldQuote("gazette", (0, 38), "The dam is", "Ann Lee")
    assert score_keys([gold], quotes, outlets) == (Count(1, 1, 1, 1), 1)
    assert score_keys([gold, gold], quotes, outlets)[0] == Count(1, 1, 1, 2)
    assert score_keys([GoldQuote("herald", (0, 38), "The dam is", "Ann Lee")], quotes, outlets)[0].met == 0


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ("Ann Lee", "Lee", True),
        ("Sen. Ann Lee", "Ann B. Lee", True),
        ("Ann Lee", "John Lee", False),
        ("Ann Lee", "", False),
    ],
)
def test_names_are_one_by_their_words(gold: str, found: str, same: bool) -> None:
    assert same_name(gold, found) is same


def test_what_is_no_gold_is_told(tmp_path: Path) -> None:
    path = tmp_path / "other.jsonl"
    path.write_text('{"id": "x"}\n', "utf-8")
    with pytest.raises(ReadError, match="attributions"):
        list(read_polnear(path))


def test_the_reader_reads_where_nobody_says_who(
    article: GoldArticle, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert article
    command = ["evaluate", "--task", "attribution", "--gold", str(tmp_path / "gold.jsonl")]
    printed = []
    for annotator in ([], ["--annotator", "reader"], ["--annotator", "rules"]):
        assert main([*command, *annotator]) == 0
        printed.append(json.loads(capsys.readouterr().out))
    assert printed[0] == printed[1] != printed[2]
