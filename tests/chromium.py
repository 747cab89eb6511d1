"""A real browser for tests, one a session: Debian's Chromium, driven by Playwright, judged by axe-core."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Browser, Page, sync_playwright

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
MISSING = PROGRAM is None and not os.environ.get("CI")  # where all is to be tested, a missing browser is a failure
WHY = "no Chromium on this machine"

_AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=PROGRAM, args=["--no-sandbox"])
        yield browser
        browser.close()


class Tab:
    """A page of the browser that remembers every word it wrote to its console."""

    def __init__(self, browser: Browser, width: int = 1280, scheme: str = "light", height: int = 900) -> None:
        self._context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
        )
        self.page: Page = self._context.new_page()
        self.page.set_default_timeout(15_000)
        self.log: list[str] = []
        self.page.on("console", lambda message: self.log.append(message.text))
        self.page.on("pageerror", lambda error: self.log.append(str(error)))

    def violations(self, *parts: str) -> list[str]:
        """Return what axe-core finds, in words, on the page or in these parts of it (CSS selectors).

        It is put in beside the page's own policy, which stays in force.
        """
        session = self._context.new_cdp_session(self.page)
        session.send("Runtime.evaluate", {"expression": _AXE})
        found = self.page.evaluate(
            "([parts, rules]) => axe.run(parts.length ? {include: parts.map(one => [one])} : document,"
            " {runOnly: {type: 'tag', values: rules}})",
            [list(parts), _RULES],
        )
        session.detach()
        return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found["violations"]]

    def overflow(self) -> int:
        """Return by how many pixels the page is wider than the window."""
        width: int = self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        return width

    def focused(self) -> str:
        """Return the id of the element that has the focus, or its first words."""
        what: str = self.page.evaluate(
            "document.activeElement.id || document.activeElement.textContent.trim().slice(0, 80)"
        )
        return what

    def close(self) -> None:
        """Close the page; it must have written nothing to its console."""
        self._context.close()
        assert self.log == [], self.log
