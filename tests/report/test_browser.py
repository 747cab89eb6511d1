"""The page in a real browser: each thing it offers is done with it, at three widths, in both themes."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.chromium import Tab
from tests.report.made_up_story import DOCUMENTS, comparison_of, made_up_comparison, point
from tests.report.test_html import hostile

from crossread.records import Comparison, Document
from crossread.report import to_html

NewTab = Callable[..., Tab]


def written(comparison: Comparison, folder: Path) -> str:
    file = folder / "report.html"
    file.write_text(to_html(comparison), "utf-8")
    return file.as_uri()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    return written(made_up_comparison(), tmp_path_factory.mktemp("report"))


def long_line() -> Comparison:
    document = Document("l", "<b>&\u202e" * 200_000, "long")
    return comparison_of((document,), (point(1, "long", "single", document.span(0, len(document.text))),))


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1440, "dark")])
def test_axe_finds_nothing(address: str, tab: NewTab, width: int, scheme: str) -> None:
    seen = tab(width, scheme)
    seen.page.goto(address)
    seen.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert seen.violations() == []


def test_nothing_is_wider_than_the_window(address: str, tab: NewTab) -> None:
    seen = tab(320)
    seen.page.goto(address)
    for width in (320, 800, 1440):
        seen.page.set_viewport_size({"width": width, "height": 900})
        assert seen.overflow() == 0


@pytest.mark.parametrize(
    "comparison", [hostile(), long_line(), comparison_of(DOCUMENTS[:2])], ids=["hostile", "long", "bare"]
)
def test_hostile_and_bare_articles_do_nothing(comparison: Comparison, tab: NewTab, tmp_path: Path) -> None:
    seen = tab(800)
    seen.page.goto(written(comparison, tmp_path))
    assert seen.page.locator("img, iframe, object, embed, base").count() == 0
    assert seen.page.locator("script").count() == 4
    assert seen.overflow() == 0


def test_a_glance_leads_to_the_differences(address: str, tab: NewTab) -> None:
    seen = tab()
    seen.page.goto(address)
    first = seen.page.locator(".differs-first li").first
    assert first.text_content()
    assert "contradiction" in (first.text_content() or "")
    first.locator("a").click()
    assert seen.page.url.endswith("#x1")
    assert seen.page.locator("#x1").is_visible()


def test_a_place_is_one_click_from_its_difference(address: str, tab: NewTab) -> None:
    seen = tab()
    seen.page.goto(address)
    seen.page.locator("#x1 .by a.outlet").first.click()
    target = seen.page.locator(":target")
    assert (target.text_content() or "").startswith("injuring")
    assert target.evaluate(
        "one => { const b = one.getBoundingClientRect(); return b.top > 0 && b.bottom < innerHeight; }"
    )


def test_twins_light_up_on_hover_focus_and_click(address: str, tab: NewTab) -> None:
    seen = tab()
    page = seen.page
    page.goto(address)
    told = page.locator("#a1 .t.shared").first
    told.hover()
    assert page.locator("#a2 .t.lit, #a3 .t.lit").count() >= 2
    page.mouse.move(0, 0)
    assert page.locator(".t.lit").count() == 0
    page.locator("#a1 .para a.n[href='#p1']").first.focus()
    assert page.locator("#a2 .t.lit").count() >= 1
    told.click()
    assert page.locator("#dock").is_visible()
    assert "found by rules/1, 80" in (page.locator("#dock").text_content() or "")
    page.keyboard.press("Escape")
    assert page.locator("#dock").is_hidden()


def test_side_by_side_brings_the_twins_into_view(address: str, tab: NewTab) -> None:
    seen = tab(1440)
    page = seen.page
    page.goto(address)
    page.get_by_role("button", name="Read side by side").click()
    assert page.locator("#columns.side").count() == 1
    page.locator("#a1 .t.shared").first.click()
    twin = page.locator("#a2 .t.lit").first
    twin.wait_for(state="visible")
    assert twin.evaluate(
        "one => { const box = one.getBoundingClientRect(), of = one.closest('.article').getBoundingClientRect();"
        " return box.top >= of.top && box.bottom <= of.bottom; }"
    )


def test_keys_move_find_and_can_be_turned_off(address: str, tab: NewTab) -> None:
    seen = tab()
    page = seen.page
    page.goto(address)
    page.keyboard.press("]")
    assert seen.focused() == "glance"
    page.keyboard.press("]")
    assert seen.focused() == "differences"
    page.keyboard.press("j")
    assert seen.focused() == "x1"
    page.keyboard.press("j")
    assert seen.focused() == "x2"
    page.keyboard.press("k")
    assert seen.focused() == "x1"
    page.keyboard.press("[")
    assert seen.focused() == "glance"
    page.keyboard.press("/")
    assert seen.focused() == "find-words"
    page.keyboard.type("grinding")
    assert page.locator("#find-hits li").count() >= 2
    page.keyboard.press("Enter")
    assert page.locator("#find").is_hidden()
    assert "grinding" in (page.evaluate("document.activeElement.textContent") or "")
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    assert seen.violations() == []
    page.get_by_label("Single keys act").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    assert page.locator("#find").is_hidden()


def test_the_slider_shows_who_stood_where_by_a_day(address: str, tab: NewTab) -> None:
    seen = tab()
    page = seen.page
    page.goto(address)
    slider = page.get_by_label("What was known by")
    stands = page.locator("#backing li[data-day]:visible")
    assert slider.get_attribute("aria-valuetext") == "9 April 2031"
    all_of_them = stands.count()
    slider.focus()
    page.keyboard.press("Home")
    assert slider.get_attribute("aria-valuetext") == "8 April 2031"
    assert 0 < stands.count() < all_of_them
    page.keyboard.press("End")
    assert stands.count() == all_of_them


def test_pictures_have_tables_that_tell_the_same(address: str, tab: NewTab) -> None:
    seen = tab()
    page = seen.page
    page.goto(address)
    numbers = page.locator(".chart text.number").all_text_contents()
    rows = page.locator("table.timeline:not(.printed) td.n").all_text_contents()
    assert sorted(numbers) == sorted(rows) == ["1", "2", "3"]
    assert page.locator(".chart path.ahead").count() == 1
    assert page.locator("tr.ahead").count() == 1
    assert page.locator(".chart circle.published").count() == page.locator("table.printed tbody tr").count() == 2
    assert page.locator("svg.strip circle").count() >= 2


def test_folded_parts_open_for_a_link(address: str, tab: NewTab) -> None:
    seen = tab()
    seen.page.goto(address + "#p3")
    assert seen.page.locator("#p3").is_visible()


def test_the_page_can_be_read_without_script_and_printed(address: str, browser: object, tmp_path: Path) -> None:
    from playwright.sync_api import Browser

    assert isinstance(browser, Browser)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    assert page.locator("#x1 blockquote").first.is_visible()
    assert page.locator(".dates").is_hidden()
    page.emulate_media(media="print")
    assert page.locator(".contents").is_hidden()
    assert page.locator("#evidence li").first.is_visible()
    assert page.pdf()[:4] == b"%PDF"
    context.close()


def test_the_same_words_in_another_direction_are_marked_where_they_stand(address: str, tab: NewTab) -> None:
    seen = tab()
    seen.page.goto(address)
    marked = seen.page.locator("#a5 .t").all_text_contents()
    assert "اصطدمت عبّارة برصيف ميناء مارين" in marked
    assert "Fourteen people — 14 — were hurt" in marked


def test_an_article_with_a_script_in_every_field_stays_text(tab: NewTab, tmp_path: Path) -> None:
    bad = "<script>window.hurt = 1</script><img src=x onerror='window.hurt = 1'>"
    document = Document(bad, f"{bad} went on.", bad, bad, bad, bad, bad, bad)
    told = point(1, bad, "single", document.span(0, len(bad)))
    comparison = comparison_of((document,), (told,))
    seen = tab()
    seen.page.goto(written(replace(comparison, story=replace(comparison.story, label=bad)), tmp_path))
    assert seen.page.evaluate("window.hurt === undefined")
    assert bad in (seen.page.locator("#a1 .para p").first.text_content() or "")
