"""The workbench in a real browser: every feature is clicked through."""

from collections.abc import Callable

import pytest
from tests.chromium import Tab

NewTab = Callable[..., Tab]


@pytest.fixture
def bench(tab: NewTab, address: str) -> Callable[..., Tab]:
    """Open a page of the workbench, having shown the token."""

    def make(path: str = "", width: int = 1280, scheme: str = "light") -> Tab:
        opened = tab(width, scheme)
        opened.page.goto(address)
        base = address.partition("?")[0]
        assert opened.page.url == base
        if path:
            opened.page.goto(base + path)
        return opened

    return make


def open_sample(seen: Tab) -> None:
    """Go from the list to the sample story."""
    seen.page.get_by_label("Who", exact=True).fill("Velic")
    seen.page.get_by_role("button", name="Filter").click()
    seen.page.locator(".list a[data-open]").first.click()
    seen.page.locator("#differences").wait_for()


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1440, "dark")])
@pytest.mark.parametrize("path", ["", "search?q=mill", "add", "jobs"])
def test_axe_finds_nothing(bench: NewTab, path: str, width: int, scheme: str) -> None:
    seen = bench(path, width, scheme)
    assert seen.violations() == []
    assert seen.overflow() == 0


def test_a_story_is_found_by_filters_and_read(bench: NewTab) -> None:
    seen = bench()
    open_sample(seen)
    assert seen.violations(".bar", ".acts", "#x1", "#judge") == []  # the rest is judged with the report
    assert seen.overflow() == 0
    seen.page.locator(".differs-first a").first.click()
    assert seen.page.locator("#x1").is_visible()
    with seen.page.expect_download() as found:
        seen.page.get_by_role("link", name="json", exact=True).click()
    assert found.value.suggested_filename.endswith(".json")


def test_keys_lead_through_the_list_into_a_story(bench: NewTab) -> None:
    seen = bench()
    page = seen.page
    page.keyboard.press("/")
    assert seen.focused() == "text"
    page.locator("h1").click()
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    first = page.locator(".list > li").first
    assert first.evaluate("one => one === document.activeElement")
    page.keyboard.press("Enter")
    page.wait_for_url("**/stories/*")
    page.go_back()
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()


def test_chosen_articles_are_compared_under_a_permalink(bench: NewTab) -> None:
    seen = bench("search")
    page = seen.page
    page.get_by_label("Words; “side by side”").fill("terminal")
    page.get_by_role("button", name="Search").click()
    assert page.locator("mark").first.is_visible()
    for box in page.locator("input[name=doc]").all()[:2]:
        box.check()
    page.get_by_role("button", name="Compare the chosen articles").click()
    permalink = page.url
    assert permalink.count("doc=") == 2
    page.get_by_role("button", name="Compare these articles").click()
    page.locator("#differences").wait_for(timeout=20_000)
    assert page.url == permalink
    assert page.locator(".article").count() == 2


def test_a_search_leads_into_the_article(bench: NewTab) -> None:
    seen = bench("search?q=mill")
    seen.page.get_by_role("link", name="in the article").first.click()
    assert seen.page.locator(".article").is_visible()
    assert seen.violations() == []


def test_text_is_pasted_read_and_leads_to_its_story(bench: NewTab) -> None:
    seen = bench("add")
    page = seen.page
    page.get_by_label("Or paste a text").fill("A barge sank off Tarn on 3 May 2031. Nobody was hurt 🚢.")
    page.get_by_label("Outlet").fill("Tarn News")
    page.get_by_label("Published").fill("2031-05-04")
    page.get_by_role("button", name="Add, read and compare").click()
    page.wait_for_url("**/stories/*", timeout=20_000)
    assert "Tarn News" in (page.locator("main").text_content() or "")
    page.goto(page.url.partition("/stories")[0] + "/jobs")
    assert "done" in (page.locator(".list").text_content() or "")


def test_a_discrepancy_is_rejected_and_taken_back(bench: NewTab) -> None:
    seen = bench()
    page = seen.page
    open_sample(seen)
    story = page.url
    before = page.locator("article.difference").count()
    page.get_by_role("button", name="Reject").first.click()
    page.wait_for_url(story, timeout=20_000)
    assert page.locator("article.difference").count() == before - 1
    assert "person:ana" in (page.locator(".judged").text_content() or "")
    page.get_by_role("button", name="Take back").click()
    page.wait_for_url(story, timeout=20_000)
    assert page.locator("article.difference").count() == before
    page.get_by_role("button", name="Accept").first.click()
    page.wait_for_url(story, timeout=20_000)
    assert page.locator("article.difference .say .tag").first.is_visible()


def test_names_are_merged(bench: NewTab) -> None:
    seen = bench()
    page = seen.page
    open_sample(seen)
    story = page.url
    page.get_by_label("Merge two names").select_option(index=0)
    page.locator("#one-other").select_option(index=3)
    page.get_by_role("button", name="They are one").click()
    page.wait_for_url(story, timeout=20_000)
    assert "same" in (page.locator(".judged").text_content() or "")


def test_hostile_articles_are_harmless_text(bench: NewTab) -> None:
    seen = bench("search?q=Tarn+burned")
    page = seen.page
    assert page.locator("input[name=doc]").count() == 2
    for box in page.locator("input[name=doc]").all():
        box.check()
    page.get_by_role("button", name="Compare the chosen articles").click()
    page.get_by_role("button", name="Compare these articles").click()
    page.locator("#articles .article").first.wait_for(timeout=20_000)
    assert page.evaluate("window.hurt === undefined")
    assert page.locator("img").count() == 0
    assert page.locator("script:not([src])").count() == 0
    assert "␀" in (page.locator("#articles").text_content() or "")
    assert seen.overflow() == 0


def test_without_the_token_nothing_is_shown(tab: NewTab, address: str) -> None:
    seen = tab()
    answer = seen.page.goto(address.partition("?")[0])
    assert answer is not None
    assert answer.status == 401
    seen.log.clear()  # the browser itself tells of the 401
