"""Whatever a user gives: a clear message or a recorded failure, the rest compared, and no traceback."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Run

SECONDS_FOR_A_LONG_ARTICLE = 180  # 400 kB take some 20 s on a free core, 2 MB two minutes
NEWS = {
    "echo.txt": "The mayor of Ollern, Tova Reske, closed the northern bridge on Monday after an inspector found a "
    "crack in one of its piers. Some 300 lorries a day will be sent through the town of Brannick.\n\n"
    '"We will not gamble with lives," Reske said. The repairs will cost $2 million and last until April.',
    "post.txt": "Tova Reske, the mayor of Ollern, has closed the northern bridge because a pier is cracked. About 450 "
    "lorries a day will have to drive through Brannick.\n\n"
    '"We will not gamble with lives," the mayor said on Monday. Repairs will last until June and cost $2 million.',
}
OTHER_EVENT = (
    "Scientists at the Halden Institute have counted more puffins on the island of Sule than in any year since 1987. "
    "Warm currents brought sand eels close to the cliffs, the biologist Ada Finch said on Wednesday."
)
SPANISH = (
    "La alcaldesa cerró el lunes el puente del norte después de que un inspector encontrara una grieta en uno de los "
    "pilares. Las obras costarán dos millones y durarán hasta abril, dijo el ayuntamiento."
)
BAD_FILES: dict[str, tuple[str | bytes, str]] = {
    "empty.txt": ("", "the file is empty"),
    "blank.txt": (" \n\n ", "it holds no words"),
    "words.txt": ("Bridge closed today", "it is too short to compare: 3 words"),
    "spanish.txt": (SPANISH, "it seems to be in Spanish; crossread reads English"),
    "scan.pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "it is a PDF; save its text as a .txt file"),
    "photo.txt": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "it is a PNG image"),
    "data.bin": (bytes(range(256)) * 8, "it holds binary data"),
    "front.html": ("<html><body><nav><a href='/'>Home</a></nav></body></html>", "the page holds no article"),
    "table.csv": ("id,body\n1,words\n", "no column is named 'text' (the columns are: id, body)"),
    "lines.jsonl": ('{"id": "x", "text": \n', "line 1: it is not JSON"),
    "record.json": ('{"id": "x", "title": "No text"}', "the record has no field 'text'"),
}


@pytest.fixture(autouse=True)
def _two_good_articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in NEWS.items():
        Path(name).write_text(text, "utf-8")


def write(name: str, content: str | bytes) -> str:
    Path(name).write_bytes(content.encode() if isinstance(content, str) else content)
    return name


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_recorded_and_the_rest_is_compared(name: str, run: Run) -> None:
    content, message = BAD_FILES[name]
    outcome = run("compare", "echo.txt", write(name, content), "post.txt", "--format", "json")
    assert outcome.code == 1
    assert message in outcome.err
    assert [document["source"] for document in outcome.comparison["documents"]] == ["echo.txt", "post.txt"]
    assert [message in failure["message"] for failure in outcome.comparison["failures"]] == [True]


@pytest.mark.parametrize("name", BAD_FILES)
def test_nothing_but_bad_files_is_nothing_to_compare(name: str, run: Run) -> None:
    content, message = BAD_FILES[name]
    outcome = run("compare", write(name, content))
    assert outcome.code == 2
    assert outcome.out == ""
    assert message in outcome.err


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("missing.txt", "there is no such file or folder"),
        ("https://echo.example.org/bridge", "crossread fetches nothing"),
        ("/dev/null", "neither a file nor a folder"),
        ("void", "the folder holds no file to read"),
    ],
)
def test_a_source_that_is_not_there_is_recorded(source: str, message: str, run: Run) -> None:
    Path("void").mkdir()
    outcome = run("compare", "echo.txt", source, "post.txt", "--format", "json")
    assert outcome.code == 1
    ((failure,), documents) = (outcome.comparison["failures"], outcome.comparison["documents"])
    assert failure["document"] == source
    assert message in failure["message"]
    assert len(documents) == 2


def test_good_articles_alone_give_no_failure(run: Run) -> None:
    outcome = run("compare", "echo.txt", "post.txt", "--format", "json", "--published", "2023-05-02")
    assert (outcome.code, outcome.err) == (0, "")
    assert not outcome.comparison["failures"]


def test_one_article_alone_cannot_be_compared(run: Run) -> None:
    outcome = run("compare", "echo.txt")
    assert outcome.code == 2
    assert "only one article could be read (echo.txt)" in outcome.err


def test_the_same_article_twice_is_one_article(run: Run) -> None:
    outcome = run("compare", "echo.txt", "./echo.txt")
    assert outcome.code == 2
    assert "it is the same article as 'echo.txt', and was kept once" in outcome.err


def test_articles_of_different_events_are_told_apart(run: Run) -> None:
    other = write("other.txt", OTHER_EVENT)
    outcome = run("compare", "echo.txt", other, "post.txt", "--format", "json")
    assert outcome.code == 1
    strangers = outcome.comparison["story"]["strangers"]
    ids = {document["source"]: document["id"] for document in outcome.comparison["documents"]}
    assert strangers == [ids["other.txt"]]
    assert any(failure["document"] == "other.txt" for failure in outcome.comparison["failures"])


def test_two_articles_of_different_events_say_so(run: Run) -> None:
    outcome = run("compare", "echo.txt", write("other.txt", OTHER_EVENT), "--format", "json")
    assert outcome.code == 1
    assert "event" in outcome.err
    assert not any(len(point["outlets"]) > 1 for point in outcome.comparison["points"])


def test_a_very_long_article_is_compared_in_time() -> None:
    words = " ".join([*NEWS.values(), OTHER_EVENT]).replace(".", "").split()
    sentences = (
        " ".join(words[(line * 7 + place * place * (line % 31)) % len(words)] for place in range(18)) + "."
        for line in range(4_000)
    )
    long = write("long.txt", NEWS["echo.txt"] + "\n\n" + "\n\n".join(sentences))
    assert Path(long).stat().st_size > 400_000
    command = [sys.executable, "-m", "crossread", "compare", "post.txt", long, "--format", "json"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=SECONDS_FOR_A_LONG_ARTICLE)
    assert ended.returncode in (0, 1)
    assert len(json.loads(ended.stdout)["documents"][1]["text"]) > 400_000


def test_bad_lines_of_a_file_are_recorded_each(run: Run) -> None:
    records = [json.dumps({"id": name, "text": text}) for name, text in NEWS.items()]
    lines = [records[0], "{broken", records[1], '{"id": "late", "text": "Too short"}', "[]"]
    outcome = run("compare", write("all.jsonl", "\n".join(lines)), "--format", "json")
    assert outcome.code == 1
    told = {(failure["document"], failure["message"].split(":")[0]) for failure in outcome.comparison["failures"]}
    assert told == {("all.jsonl", "line 2"), ("all.jsonl", "line 5"), ("late", "all.jsonl, line 4")}


def test_a_bad_date_in_a_record_costs_only_the_date(run: Run) -> None:
    records = [{"id": name, "text": text, "published": "05/06/2023"} for name, text in NEWS.items()]
    outcome = run("compare", write("all.jsonl", "\n".join(map(json.dumps, records))), "--format", "json")
    assert outcome.code == 1
    assert [document["published"] for document in outcome.comparison["documents"]] == [None, None]
    assert "write it as YYYY-MM-DD" in outcome.err


def test_hostile_letters_pass_through_to_the_letter(run: Run) -> None:
    odd = "The \u202emayor\u202c of \0 Ollern \x1b[31mclosed\x1b[0m the bridge. <script>alert(1)</script> &amp; so on. "
    records = [{"id": name, "text": odd + text} for name, text in NEWS.items()]
    path = write("all.jsonl", "\n".join(map(json.dumps, records)))
    outcome = run("compare", path, "--format", "json")
    assert outcome.code == 0
    assert all(document["text"].startswith(odd) for document in outcome.comparison["documents"])
    assert "\x1b" not in run("compare", path).out
    assert "<script>alert" not in run("compare", path, "--format", "html").out


def test_halves_of_surrogate_pairs_are_replaced_and_said_so(run: Run) -> None:
    lines = [json.dumps({"id": name, "text": text.replace("bridge", "br\ud800dge")}) for name, text in NEWS.items()]
    outcome = run("compare", write("all.jsonl", "\n".join(lines)), "--format", "json")
    assert outcome.code == 1
    assert "could not be read and stand as \ufffd" in outcome.err
    assert len(outcome.comparison["documents"]) == 2


def test_standard_input_may_be_empty_or_good(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def feed(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    feed(b"")
    assert "nothing came through standard input" in run("compare", "-").err
    feed("\n".join(json.dumps({"id": name, "text": text}) for name, text in NEWS.items()).encode())
    outcome = run("compare", "-", "--format", "json")
    assert outcome.code == 0
    assert [document["source"] for document in outcome.comparison["documents"]] == list(NEWS)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--published", "yesterday"], "the publication date 'yesterday' cannot be used"),
        (["--format", "word"], "'word'"),
        (["--output", "echo.txt/report.html", "--format", "html"], "cannot be written"),
        (["--by-story"], "--output"),
        (["--nonsense"], "--nonsense"),
    ],
)
def test_wrong_use_says_what_is_wrong(arguments: list[str], message: str, run: Run) -> None:
    outcome = run("compare", "echo.txt", "post.txt", *arguments)
    assert outcome.code == 2
    assert outcome.out == ""
    assert message in outcome.err


def test_a_broken_sources_toml_is_told_and_the_articles_are_compared(run: Run) -> None:
    write("sources.toml", '["echo.txt"]\nauthor = "Una Marsh"\n')
    outcome = run("compare", ".", "--format", "json")
    assert outcome.code == 1
    assert "the key 'author' is not known" in outcome.err
    assert len(outcome.comparison["documents"]) == 2


def test_a_process_of_its_own_ends_without_a_traceback() -> None:
    command = [sys.executable, "-m", "crossread", "compare", "missing.txt", "echo.txt"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "missing.txt: there is no such file or folder" in ended.stderr
    assert "Traceback" not in ended.stderr
