"""`crossread compare`: formats, files, exit codes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Run

SAMPLE = Path(__file__).parents[2] / "examples" / "vessin" / "articles.jsonl"


def two_articles(folder: Path) -> list[Path]:
    texts = {
        "ledger": "The ferry Aldane sank off Port Meriel on Tuesday. Twelve people died, the coastguard said.",
        "tribune": "Fourteen people died when the ferry Aldane sank near Port Meriel on Tuesday, police said.",
    }
    paths = [folder / f"{outlet}.txt" for outlet in texts]
    for path in paths:
        path.write_text(texts[path.stem], "utf-8")
    return paths


def test_help_tells_what_it_is_for(run: Run) -> None:
    for arguments in ([], ["--help"], ["compare", "--help"]):
        shown = run(*arguments)
        assert "Exit codes" in " ".join(shown.out.split()), arguments
        assert "Traceback" not in shown.err


def test_every_option_of_compare_is_explained(run: Run) -> None:
    shown = run("compare", "--help").out
    for option in ("--format", "--output", "--by-story", "--outlet", "--published", "--jobs"):
        assert option in shown


def test_a_table_of_known_names_gives_entities_its_ids_and_a_bad_one_is_told(run: Run, tmp_path: Path) -> None:
    articles = two_articles(tmp_path)
    table = tmp_path / "known.csv"
    table.write_text("name,aliases,id\nMeriel Harbour,Port Meriel,Q7\n", "utf-8")
    done = run("compare", *articles, "--format", "json", "--known", table)
    assert [entity["name"] for entity in json.loads(done.out)["entities"] if entity.get("known") == "Q7"] == [
        "Port Meriel"
    ]
    table.write_text("name,aliases,id\nMeriel Harbour\n", "utf-8")
    refused = run("compare", *articles, "--known", table)
    assert refused.code == 2
    assert "known.csv, line 2" in refused.err


def test_the_sample_story_compares_without_failures(run: Run) -> None:
    done = run("compare", SAMPLE)
    assert done.code == 0, done.err
    assert "\x1b" not in done.out
    assert all(len(line) <= 80 for line in done.out.splitlines())


def test_json_goes_to_standard_output_alone(run: Run) -> None:
    done = run("compare", SAMPLE, "--format", "json")
    assert json.loads(done.out)["schema"] == "crossread.comparison/1"
    assert done.err == ""


def test_the_suffix_of_the_output_says_the_format(run: Run, tmp_path: Path) -> None:
    starts = {"report.html": "<!doctype html>", "report.json": "{", "notes.md": "#"}
    for name, start in starts.items():
        assert run("compare", SAMPLE, "-o", tmp_path / name).code == 0
        assert (tmp_path / name).read_text("utf-8").lower().startswith(start)


def test_the_terminal_report_goes_to_a_file_too(run: Run, tmp_path: Path) -> None:
    assert run("compare", SAMPLE, "-o", tmp_path / "report.txt").code == 0
    assert "\x1b" not in (tmp_path / "report.txt").read_text("utf-8")


def test_what_a_file_does_not_tell_can_be_given(run: Run, tmp_path: Path) -> None:
    done = run("compare", *two_articles(tmp_path), "--published", "2031-05-08", "-f", "json")
    assert done.code == 0, done.err
    shown = json.loads(done.out)
    assert [document["outlet"] for document in shown["documents"]] == ["ledger", "tribune"]
    assert {document["published"] for document in shown["documents"]} == {"2031-05-08"}
    assert {time["value"] for time in shown["times"]} == {"2031-05-06"}


def test_without_a_date_times_stay_unresolved(run: Run, tmp_path: Path) -> None:
    done = run("compare", *two_articles(tmp_path), "-f", "json")
    assert done.code == 0, done.err
    shown = json.loads(done.out)
    assert {document["published"] for document in shown["documents"]} == {None}
    assert shown["times"]
    assert {time["value"] for time in shown["times"]} == {None}
    shown = " ".join(run("compare", *two_articles(tmp_path)).out.split())
    assert "nothing tells when it was published" in shown


def test_each_story_is_compared_into_a_file_of_its_own(run: Run, tmp_path: Path) -> None:
    records = [
        {"id": f"{story}-{path.stem}", "story": story, "outlet": path.stem, "text": path.read_text("utf-8")}
        for story in ("one", "../two")
        for path in two_articles(tmp_path)
    ]
    records.append({"id": "alone", "story": "alone", "outlet": "x", "text": records[0]["text"]})
    archive = tmp_path / "archive.jsonl"
    archive.write_text("\n".join(map(json.dumps, records)), "utf-8")
    done = run("compare", archive, "--by-story", "-o", tmp_path / "out", "--jobs", 1)
    assert done.code == 1, done.err
    assert "alone" in done.err
    written = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert len(written) == 2
    assert "one.json" in written
    assert not (tmp_path / "two.json").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["compare"], "PATH"),
        (["compare", "no-such-file.txt"], "no-such-file.txt"),
        (["compare", SAMPLE, "--by-story"], "--output"),
        (["compare", SAMPLE, "--format", "yaml"], "yaml"),
        (["compare", SAMPLE, "--published", "yesterday-ish"], "yesterday-ish"),
        (["compare", SAMPLE, "-o", "/dev/null/report.html"], "/dev/null/report.html"),
        (["compare", SAMPLE, "-o", "/dev/null/report.txt"], "/dev/null/report.txt"),
        (["unknown"], "unknown"),
    ],
)
def test_wrong_use_is_told_with_exit_code_2(run: Run, arguments: list[object], told: str) -> None:
    done = run(*arguments)
    assert done.code == 2
    assert told in done.err
    assert "Traceback" not in done.err


def test_several_stories_at_once_are_sent_to_by_story(run: Run, tmp_path: Path) -> None:
    paths = two_articles(tmp_path)
    archive = tmp_path / "archive.jsonl"
    records = [{"id": path.stem, "story": path.stem, "text": path.read_text("utf-8")} for path in paths]
    archive.write_text("\n".join(map(json.dumps, records)), "utf-8")
    done = run("compare", archive)
    assert done.code == 2
    assert "--by-story" in done.err


def test_a_reader_who_leaves_early_gets_no_traceback() -> None:
    command = [sys.executable, "-m", "crossread", "compare", str(SAMPLE), "-f", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == ""
