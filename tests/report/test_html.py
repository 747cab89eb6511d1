import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from tests.report.made_up_story import ABROAD, DOCUMENTS, H, X, at, comparison_of, made_up_comparison, point

from crossread.records import Comparison, Document, Failure, Label
from crossread.report import to_html
from crossread.report.html.dress import SCRIPTS, STYLES
from crossread.report.view.shown import shown

PAGE = to_html(made_up_comparison())
HOSTILE = (
    "<script>alert(1)</script>\n"
    "<img src=x onerror=alert(1)> \" onmouseover='x' </p></article></main>\n"
    "{{ 7 * 7 }} {% raw %} &lt;b&gt; &amp; <!-- --> ]]> <style>*{display:none}</style>\n"
    "nul \x00 escape \x1b[31m c1 \x9b turned \u202etxet\u202c isolated \u2066a\u2069 half \ud800 \ufffe end\r\n"
    "🚢👩‍🚀 e\u0301 عبّارة"
)


def tree(page: str) -> Any:
    return html.document_fromstring(page)


def article_text(page: str, number: int) -> str:
    """Return the words of an article's paragraphs as a browser has them, line by line."""
    paragraphs = tree(page).xpath(f'//*[@id="a{number}"]//div[starts-with(@class, "para")]/p')
    return "".join(("" if "on" in p.getparent().get("class").split() else "\n") + p.text_content() for p in paragraphs)[
        1:
    ]


def written_lines(text: str) -> str:
    return "\n".join(shown(line) for line in text.split("\n") if line.strip())


def hostile() -> Comparison:
    document = Document(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, "2031-04-08", "javascript:alert(1)", "<b>")
    whole = document.span(0, len(HOSTILE))
    told = point(1, HOSTILE, "agreed", whole, document.span(3, 60), document.span(50, 90))
    comparison = comparison_of((document,), (told,))
    return replace(
        comparison,
        failures=(Failure(HOSTILE, HOSTILE, HOSTILE),),
        labels=(Label(HOSTILE, document.id, HOSTILE, "own", (whole,)),),
        story=replace(comparison.story, label=HOSTILE),
    )


@pytest.fixture(scope="module", params=["made up", "hostile", "bare"])
def page(request: pytest.FixtureRequest) -> str:
    pages = {"made up": made_up_comparison(), "hostile": hostile(), "bare": comparison_of(DOCUMENTS[:2])}
    return to_html(pages[request.param])


def test_every_article_stands_in_full() -> None:
    for number, document in enumerate(DOCUMENTS, 1):
        assert article_text(PAGE, number) == written_lines(document.text)


def test_hostile_text_is_shown_as_text() -> None:
    assert article_text(to_html(hostile()), 1) == written_lines(HOSTILE)


@settings(max_examples=40, deadline=None)
@given(
    st.text(alphabet=st.sampled_from("ab <>&\"'\n\u0301🚢ع\u202e\x00"), min_size=1, max_size=30).filter(
        lambda text: bool(text.strip())
    ),
    st.lists(st.tuples(st.integers(0, 29), st.integers(1, 30)), min_size=1, max_size=6),
)
def test_stripping_the_marks_gives_the_text_back(text: str, ranges: list[tuple[int, int]]) -> None:
    document = Document("d", text, "d")
    spans = [document.span(start, end) for start, end in ranges if start < end <= len(text)]
    points = tuple(point(number, "told", "agreed", span) for number, span in enumerate(spans, 1))
    assert article_text(to_html(comparison_of((document,), points)), 1) == written_lines(text)


def test_a_place_holds_the_evidence_it_is_linked_from() -> None:
    page = tree(PAGE)
    for number, document in enumerate(DOCUMENTS, 1):
        for place in page.xpath(f'//*[@id="a{number}"]//div[@class="para"]/p//span[@id]'):
            start = int(place.get("id").split("-")[1])
            words = place.text_content()
            assert document.text[start : start + len(words)] == words


def test_offsets_beyond_the_basic_plane_hold() -> None:
    [place] = tree(PAGE).xpath(f'//*[@id="a5-{at(X, "like thunder").start}"]')
    assert ABROAD.index("like thunder") == at(X, "like thunder").start
    assert place.text_content().startswith("like thunder")


def test_every_told_character_lies_under_its_point() -> None:
    marked = tree(PAGE).xpath('//*[@id="a1"]//span[contains(concat(" ", @data-p, " "), " 2 ")]')
    assert "".join(one.text_content() for one in marked) == "injuring 14 people"


def test_ids_are_unique_and_links_lead_somewhere(page: str) -> None:
    ids = tree(page).xpath("//@id")
    assert len(ids) == len(set(ids))
    for target in tree(page).xpath("//@href"):
        if target.startswith("#"):
            assert target[1:] in ids
    for names in tree(page).xpath("//@aria-labelledby"):
        assert set(names.split()) <= set(ids)


def test_nothing_is_loaded_and_nothing_acts(page: str) -> None:
    parsed = tree(page)
    assert not parsed.xpath("//@src | //@srcset | //link | //iframe | //object | //embed | //form | //base | //img")
    assert not [name for element in parsed.iter() for name in element.attrib if name.startswith("on")]
    assert not parsed.xpath("//@style")
    assert all(link.startswith("#") for link in parsed.xpath("//a[not(@class='original')]/@href"))
    assert "url(" not in parsed.xpath("string(//style)")
    assert "@import" not in parsed.xpath("string(//style)")


def test_the_policy_lets_only_our_own_style_and_script_act(page: str) -> None:
    parsed = tree(page)
    [policy] = parsed.xpath('//meta[@http-equiv="Content-Security-Policy"]/@content')
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    for element, count in (("script", len(SCRIPTS)), ("style", len(STYLES))):
        texts = re.findall(f"<{element}[^>]*>(.*?)</{element}>", page, re.DOTALL)
        assert len(texts) == len(parsed.xpath(f"//{element}")) == count
        digests = [b64encode(sha256(text.encode("utf-8")).digest()).decode() for text in texts]
        assert f"{element}-src " + " ".join(f"'sha256-{digest}'" for digest in digests) + ";" in policy


def test_an_address_of_the_web_is_linked_and_no_other() -> None:
    good = replace(H, url="https://example.org/a?b=<c>")
    for document, links in ((good, ["https://example.org/a?b=<c>"]), (replace(H, url="javascript:x"), [])):
        page = to_html(comparison_of((document,)))
        assert tree(page).xpath("//a[@class='original']/@href") == links


def test_no_control_character_is_left() -> None:
    page = to_html(hostile())
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", page)
    page.encode("utf-8")


def test_landmarks_tables_and_languages() -> None:
    parsed = tree(PAGE)
    assert parsed.get("lang") == "en"
    assert len(parsed.xpath("//main")) == 1
    assert parsed.xpath("//nav[@aria-label]")
    assert parsed.xpath("//h1")[0].text_content() == "Ferry strikes pier"
    assert [(one.get("lang"), one.get("dir")) for one in parsed.xpath("//article[@class='article']")] == [
        (None, "ltr"),
        (None, "ltr"),
        (None, "ltr"),
        (None, "ltr"),
        ("ar", "ltr"),
    ]
    for table in parsed.xpath("//table"):
        assert table.xpath(".//thead//th[@scope='col']")
        assert table.xpath(".//tbody//th[@scope]")


def test_headings_do_not_skip_a_level(page: str) -> None:
    depths = [int(heading.tag[1]) for heading in tree(page).xpath("//h1|//h2|//h3|//h4")]
    assert depths[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(depths))


def test_each_difference_has_its_sides_and_its_sign() -> None:
    first = tree(PAGE).xpath('//*[@id="x1"]')[0]
    assert "Contradiction" in first.xpath('string(.//p[@class="weight"])')
    assert [mark.text_content() for mark in first.xpath(".//mark")] == ["14 people", "14 people", "Nineteen people"]
    assert [value.text_content() for value in first.xpath('.//p[@class="value"]')] == ["14 people", "Nineteen people"]


def test_every_footnote_says_where_its_words_stand() -> None:
    parsed = tree(PAGE)
    notes = parsed.xpath('//ol[@class="evidence"]/li')
    assert [note.get("id") for note in notes] == [f"n{number}" for number in range(1, len(notes) + 1)]
    assert any("Harbour Post 68–86 rules/1, 80 %" in re.sub(r"[ \n]+", " ", note.text_content()) for note in notes)


def test_what_is_missing_is_said_to_be_not_found() -> None:
    text = " ".join(tree(PAGE).text_content().split())
    assert "not found in The Courier" in text
    assert "Coastwire: 1 time stays unresolved, for nothing tells when it was published" in text
    assert "omitted" not in text


def test_the_same_comparison_gives_the_same_page() -> None:
    assert to_html(made_up_comparison()) == PAGE


def test_a_line_of_a_million_characters_is_written_once() -> None:
    text = "<b>&" * 250_000
    document = Document("l", text, "long")
    page = to_html(comparison_of((document,), (point(1, "long", "single", document.span(0, len(text))),)))
    assert len(page) < 4_000_000  # escaped, "<b>&" takes 13 characters
    assert article_text(page, 1) == text
