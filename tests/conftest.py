from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from tests.chromium import Tab


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """Chromium, started once a session."""
    from tests.chromium import MISSING, WHY, chromium

    if MISSING:
        pytest.skip(WHY)
    with chromium() as running:
        yield running


@pytest.fixture
def tab(browser: "Browser") -> "Iterator[Callable[..., Tab]]":
    """Open pages; at the end none of them has written to its console."""
    from tests.chromium import Tab

    opened: list[Tab] = []

    def make(width: int = 1280, scheme: str = "light") -> Tab:
        opened.append(Tab(browser, width, scheme))
        return opened[-1]

    yield make
    for one in opened:
        one.close()
