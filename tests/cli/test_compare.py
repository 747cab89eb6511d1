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


def test_help_tells_what_it_is_for(crossread: Run) -> None:
    for arguments in ([], ["--help"], ["compare", "--help"]):
        shown = crossread(*arguments)
        assert "Exit codes" in " ".join(shown.stdout.split()), arguments
        assert "Traceback" not in shown.stderr


def test_every_option_of_compare_is_explained(crossread: Run) -> None:
    shown = crossread("compare", "--help").stdout
    for option in ("--format", "--output", "--by-story", "--outlet", "--published", "--jobs"):
        assert option in shown


def test_the_sample_story_compares_without_failures(crossread: Run) -> None:
    done = crossread("compare", SAMPLE)
    assert done.returncode == 0, done.stderr
    assert "\x1b" not in done.stdout
    assert all(len(line) <= 80 for line in done.stdout.splitlines())


def test_json_goes_to_standard_output_alone(crossread: Run) -> None:
    done = crossread("compare", SAMPLE, "--format", "json")
    assert json.loads(done.stdout)["schema"] == "crossread.comparison/1"
    assert done.stderr == ""


def test_the_suffix_of_the_output_says_the_format(crossread: Run, tmp_path: Path) -> None:
    starts = {"report.html": "<!doctype html>", "report.json": "{", "notes.md": "#"}
    for name, start in starts.items():
        assert crossread("compare", SAMPLE, "-o", tmp_path / name).returncode == 0
        assert (tmp_path / name).read_text("utf-8").lower().startswith(start)


def test_the_terminal_report_goes_to_a_file_too(crossread: Run, tmp_path: Path) -> None:
    assert crossread("compare", SAMPLE, "-o", tmp_path / "report.txt").returncode == 0
    assert "\x1b" not in (tmp_path / "report.txt").read_text("utf-8")


def test_what_a_file_does_not_tell_can_be_given(crossread: Run, tmp_path: Path) -> None:
    done = crossread("compare", *two_articles(tmp_path), "--published", "2031-05-08", "-f", "json")
    assert done.returncode == 0, done.stderr
    shown = json.loads(done.stdout)
    assert [document["outlet"] for document in shown["documents"]] == ["ledger", "tribune"]
    assert {document["published"] for document in shown["documents"]} == {"2031-05-08"}
    assert {time["value"] for time in shown["times"]} == {"2031-05-06"}


def test_without_a_date_times_stay_unresolved(crossread: Run, tmp_path: Path) -> None:
    done = crossread("compare", *two_articles(tmp_path), "-f", "json")
    assert done.returncode == 0, done.stderr
    shown = json.loads(done.stdout)
    assert {document["published"] for document in shown["documents"]} == {None}
    assert shown["times"]
    assert {time["value"] for time in shown["times"]} == {None}
    assert "no publication date" in " ".join(crossread("compare", *two_articles(tmp_path)).stdout.lower().split())


def test_each_story_is_compared_into_a_file_of_its_own(crossread: Run, tmp_path: Path) -> None:
    records = [
        {"id": f"{story}-{path.stem}", "story": story, "outlet": path.stem, "text": path.read_text("utf-8")}
        for story in ("one", "../two")
        for path in two_articles(tmp_path)
    ]
    records.append({"id": "alone", "story": "alone", "outlet": "x", "text": records[0]["text"]})
    archive = tmp_path / "archive.jsonl"
    archive.write_text("\n".join(map(json.dumps, records)), "utf-8")
    done = crossread("compare", archive, "--by-story", "-o", tmp_path / "out", "--jobs", 1)
    assert done.returncode == 1, done.stderr
    assert "alone" in done.stderr
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
        (["unknown"], "unknown"),
    ],
)
def test_wrong_use_is_told_with_exit_code_2(crossread: Run, arguments: list[object], told: str) -> None:
    done = crossread(*arguments)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_several_stories_at_once_are_sent_to_by_story(crossread: Run, tmp_path: Path) -> None:
    paths = two_articles(tmp_path)
    archive = tmp_path / "archive.jsonl"
    records = [{"id": path.stem, "story": path.stem, "text": path.read_text("utf-8")} for path in paths]
    archive.write_text("\n".join(map(json.dumps, records)), "utf-8")
    done = crossread("compare", archive)
    assert done.returncode == 2
    assert "--by-story" in done.stderr


def test_a_reader_who_leaves_early_gets_no_traceback() -> None:
    command = [sys.executable, "-m", "crossread", "compare", str(SAMPLE), "-f", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert "Traceback" not in process.stderr.read()
