"""The page in a real browser, where there is one: our style and script pass their own policy, and nothing else does."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import html
from tests.report.made_up_story import made_up_comparison
from tests.report.test_html import hostile

from crossread.records import Comparison
from crossread.report import to_html

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SECONDS = 60  # a cold start on a busy machine

# where all is to be tested, a browser that is missing is a failure, not a reason to skip
pytestmark = pytest.mark.skipif(BROWSER is None and not os.environ.get("CI"), reason="no Chromium on this machine")


def page_after_script(comparison: Comparison, folder: Path) -> tuple[str, str]:
    """Return the page as the browser has it once it is loaded, and what the browser wrote to its log."""
    file = folder / "report.html"
    file.write_text(to_html(comparison), "utf-8")
    command = [
        str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", "--dump-dom",
        f"--user-data-dir={folder / 'profile'}", file.as_uri(),
    ]  # fmt: skip
    run = subprocess.run(command, capture_output=True, timeout=SECONDS, check=True)
    return run.stdout.decode("utf-8"), run.stderr.decode("utf-8", "replace")


def test_our_script_and_style_pass_the_policy(tmp_path: Path) -> None:
    page, log = page_after_script(made_up_comparison(), tmp_path)
    buttons = html.document_fromstring(page).xpath("//button[@class='mode']")
    assert [button.text_content() for button in buttons] == ["Read side by side"]
    assert "CONSOLE" not in log


def test_hostile_text_does_nothing_in_a_browser(tmp_path: Path) -> None:
    page, log = page_after_script(hostile(), tmp_path)
    parsed = html.document_fromstring(page)
    assert len(parsed.xpath("//script")) == 1
    assert len(parsed.xpath("//style")) == 1
    assert not parsed.xpath("//img")
    assert "CONSOLE" not in log
