import re
from dataclasses import replace
from io import StringIO

import pytest
from rich.cells import cell_len
from rich.console import Console
from tests.report.made_up_story import DOCUMENTS, C, H, at, comparison_of, made_up_comparison, point

from crossread.records import Comparison, Document, Failure
from crossread.report import print_report
from crossread.report.terminal.accounts import AGREED_SHOWN
from crossread.report.terminal.differing import SHOWN

WIDTHS = [60, 80, 120]


def printed(comparison: Comparison, width: int = 80) -> str:
    file = StringIO()
    print_report(comparison, Console(file=file, width=width))
    return file.getvalue()


def flat(text: str) -> str:
    return " ".join(text.split())


def hostile() -> Comparison:
    text = "[bold]not bold[/bold] [link=x]y[/link] \x1b[31mred\x1b[0m \x9b2J \u202ereversed \x00 \r\n:smile: &amp; end."
    document = Document("[red]s[/red]", text, "Out\x1b]0;owned\x07let", "[blink]T[/blink]", None, None, None, "en")
    whole = document.span(0, len(text))
    comparison = comparison_of((document,), (point(1, text, "agreed", whole),))
    return replace(comparison, failures=(Failure("\x1b[2Jfile", "read", "[bold]no[/bold]"),))


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_console(width: int) -> None:
    for line in printed(made_up_comparison(), width).split("\n"):
        assert cell_len(line) <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_a_word_longer_than_the_line_is_folded(width: int) -> None:
    document = Document("l", "x" * 5000, "o" * 300, "t" * 300)
    comparison = comparison_of((document,), (point(1, "p" * 300, "agreed", document.span(0, 5000)),))
    for line in printed(comparison, width).split("\n"):
        assert cell_len(line) <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_every_source_and_side_is_there_at_any_width(width: int) -> None:
    text = flat(printed(made_up_comparison(), width))
    for document in DOCUMENTS:
        assert document.outlet in text
    for words in ("*14 people*", "*Nineteen people*", "*Tuesday*", "*Monday*", "*about 200*", "97 % of its words"):
        assert words in text
    assert "Coastwire: 1 time stays unresolved, for nothing tells when it was published" in text
    assert "scan.pdf is binary" in text


def test_contradictions_stand_before_the_rest() -> None:
    text = printed(made_up_comparison())
    places = [text.index(word) for word in ("≠  1", "≠  2", "≈  3", "≈  4", "◐  5")]
    assert places == sorted(places)


def test_absence_is_said_of_these_articles_only() -> None:
    text = printed(made_up_comparison())
    assert "Not found in the other articles" in text
    assert "omit" not in text.lower()


def test_a_pipe_gets_no_control_sequences() -> None:
    assert "\x1b" not in printed(made_up_comparison())
    assert "\x1b" not in printed(hostile())


def test_text_of_others_is_no_markup_and_no_command() -> None:
    text = flat(printed(hostile(), 120))
    for words in ("[bold]not bold[/bold]", "[link=x]y[/link]", "␛[31mred", "⟨U+009B⟩2J", "⟨U+202E⟩reversed", ":smile:"):
        assert words in text
    assert "Out␛]0;owned␇let" in text
    assert "␛[2Jfile" in text
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", text)


def test_a_terminal_gets_colour_and_no_asterisks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    file = StringIO()
    print_report(made_up_comparison(), Console(file=file, width=80, force_terminal=True, color_system="standard"))
    assert "\x1b[1;4;33m14 people" in file.getvalue()
    assert "*14 people*" not in file.getvalue()


def test_no_color_is_respected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    file = StringIO()
    print_report(made_up_comparison(), Console(file=file, width=80, force_terminal=True, color_system="standard"))
    codes = {code for run in re.findall(r"\x1b\[([\d;]*)m", file.getvalue()) for code in run.split(";") if code}
    assert codes <= {"0", "1", "2", "4"}  # reset, bold, dim, underlined: no colour


def test_long_lists_are_cut_with_a_count() -> None:
    comparison = made_up_comparison()
    points = tuple(
        replace(comparison.points[0], id=f"p{n}", label=f"told {n}.", evidence=(H.span(n, n + 9), C.span(n, n + 9)))
        for n in range(AGREED_SHOWN + 12)
    )
    discrepancies = tuple(replace(comparison.discrepancies[0], id=f"x{n}") for n in range(SHOWN + 3))
    text = printed(replace(comparison, points=points, discrepancies=discrepancies))
    assert "… and 12 more, see --format html" in text
    assert "… and 3 more, see --format html" in text
    assert f"told {AGREED_SHOWN - 1}." in text
    assert f"told {AGREED_SHOWN}." not in text


def test_nothing_found_is_said() -> None:
    text = printed(comparison_of(DOCUMENTS[:2]))
    assert "No difference was found" in text
    assert "Nothing was found that two independent accounts tell alike" in text
    assert "Who backs whom" not in text


def test_the_same_comparison_prints_the_same() -> None:
    assert printed(made_up_comparison()) == printed(made_up_comparison())


def test_a_side_whose_words_are_not_in_its_evidence_shows_its_value() -> None:
    comparison = made_up_comparison()
    [first, *_] = comparison.discrepancies
    sides = tuple(
        replace(side, value=value, evidence=(at(document, words),))
        for side, value, document, words in zip(
            first.sides[:2], ("fourteen", "twenty"), DOCUMENTS[:2], ("Tuesday", "hurt when"), strict=True
        )
    )
    text = printed(replace(comparison, discrepancies=(replace(first, sides=sides),)))
    assert "fourteen" in text
    assert "twenty" in text


def one_sentence() -> Comparison:
    text = "The mayor said that the pier was shut, and that the ferry would stay."
    document = Document("one", text, "Herald")
    points = (
        point(1, "the pier was shut", "single", at(document, "the pier was shut")),
        point(2, "the ferry would stay", "single", at(document, "the ferry would stay")),
    )
    return comparison_of((document,), points)


def test_a_clause_is_shown_in_its_sentence() -> None:
    assert "The mayor said that *the pier was shut*, and that the ferry would stay." in flat(printed(one_sentence()))


def test_a_sentence_is_shown_once() -> None:
    assert flat(printed(one_sentence())).count("The mayor said") == 1
