"""What the faces ask for: lists, filters, ids, search."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.store.made_up import READER, TEXT, article, coded, grouped, profile

from crossread.errors import UsageError
from crossread.records import Document, Grouping
from crossread.store import Store, StoryFilter

FERRY = "The ferry Grey Heron struck a pier in Port Maren. Protests followed; ministers were protesting, too."


@pytest.fixture
def filled(store: Store) -> Store:
    """Two stories: three articles on a bridge, two days long; one on a ferry, later; and an article in none."""
    bridge = [article(1), article(2, outlet="The Courier"), article(2, text=TEXT + " More follows.")]
    ferry = article(7, text=FERRY, outlet="Harbour Post", title="Ferry accident")
    alone = article(9, text="Nothing of note.", outlet="Harbour Post")
    for document in (*bridge, ferry, alone):
        store.add(document)
        store.save_coded(coded(document), READER, profile(document))
    stories = (grouped("s-bridge", *bridge), grouped("s-ferry", ferry, label="Ferry accident"))
    store.save_grouping(Grouping(stories, None))
    return store


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (StoryFilter(), ["s-ferry", "s-bridge"]),
        (StoryFilter(since="2031-05-03"), ["s-ferry"]),
        (StoryFilter(since="2031-05-02", until="2031-05-02"), ["s-bridge"]),
        (StoryFilter(until="2031-05"), ["s-ferry", "s-bridge"]),
        (StoryFilter(since="2032"), []),
        (StoryFilter(actor="zoe finch"), ["s-bridge"]),
        (StoryFilter(actor="finch zoe"), []),
        (StoryFilter(place="BRANNICK"), ["s-bridge"]),
        (StoryFilter(actor="Brannick", place="Finch"), []),
        (StoryFilter(outlet="the courier"), ["s-bridge"]),
        (StoryFilter(outlet="Courier"), []),
        (StoryFilter(text="protest"), ["s-ferry"]),
        (StoryFilter(text='"grey heron" ministers'), ["s-ferry"]),
        (StoryFilter(text="?!"), []),
        (StoryFilter(articles=2), ["s-bridge"]),
    ],
)
def test_stories_are_found_by_what_is_asked(filled: Store, wanted: StoryFilter, found: list[str]) -> None:
    assert [story.id for story in filled.stories(wanted)] == found
    assert filled.count_stories(wanted) == len(found)


def test_stories_come_in_pages(filled: Store) -> None:
    assert [story.id for story in filled.stories(limit=1, offset=1)] == ["s-bridge"]


@pytest.mark.parametrize(
    "day", ["yesterday", "2031-13", "2031-5-1", "2031-05-01T10:00:00", "", "'; DROP TABLE stories"]
)
def test_what_is_no_date_is_told(filled: Store, day: str) -> None:
    with pytest.raises(UsageError, match="is no date"):
        filled.stories(StoryFilter(since=day))


def test_a_hit_says_where_its_words_stand(filled: Store) -> None:
    (hit,) = filled.search("protested MINISTER")
    assert hit.text == FERRY[hit.start : hit.end]
    assert [FERRY[start:end] for start, end in hit.marks] == ["Protests", "ministers", "protesting"]
    assert (hit.kind, hit.story, hit.outlet) == ("article", "s-ferry", "Harbour Post")


def test_statements_and_quotations_are_searched_by_their_words_and_who(filled: Store) -> None:
    hits = filled.search("finch lorry", ("statement", "quotation"))
    assert {hit.kind for hit in hits} == {"statement", "quotation"}
    texts = {document.id: document for document in filled.documents([hit.document for hit in hits])}
    for hit in hits:
        assert hit.text == texts[hit.document].text[hit.start : hit.end]
        assert {texts[hit.document].text[start:end] for start, end in hit.marks} >= {"lorries"}


def test_a_title_is_searched_too(filled: Store) -> None:
    (hit,) = filled.search("accident")
    assert (hit.title, hit.marks, hit.text) == ("Ferry accident", (), FERRY)


def test_phrases_stand_side_by_side(filled: Store) -> None:
    assert len(filled.search('"grey heron"')) == 1
    assert filled.search('"heron grey"') == ()
    assert len(filled.search("heron grey")) == 1


def test_hits_come_in_pages_the_same_each_time(filled: Store) -> None:
    hits = filled.search("bridge")
    assert len(hits) == 4
    assert [*filled.search("bridge", limit=1), *filled.search("bridge", limit=3, offset=1)] == list(hits)


def test_what_stands_far_into_a_long_text_is_shown_there(store: Store) -> None:
    text = "word " * 30_000 + "the zeppelin landed " + "word " * 30_000
    store.add(article(text=text))
    (hit,) = store.search("zeppelin")
    ((start, end),) = hit.marks
    assert text[start:end] == "zeppelin"
    assert hit.start <= start < end <= hit.end
    assert len(hit.text) < 400


@given(words=st.text(st.characters(codec=None), max_size=40))
@example('"')
@example("'; DROP TABLE articles; --")
@example('bridge" OR text:*')
@example("NEAR(bridge finch, 2) AND NOT {title} : x ^y -z")
@example("a & b | !c <-> d:* \\ %")
@example("\x00\ud800")
@example("² Ⅻ ੧ ﬀ İ ß 东京 ا")
@example("x" * 5000)
@example("a " * 5000)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_query_is_wrong(filled: Store, words: str) -> None:
    filled.search(words, ("article", "statement", "quotation"))
    filled.count_stories(StoryFilter(actor=words, place=words, outlet=words, text=words))
    filled.find(words)
    assert filled.counts().articles == 5


def test_ids_and_their_beginnings_are_found(filled: Store) -> None:
    assert [(thing.kind, thing.id) for thing in filled.find("s-bridge")] == [("story", "s-bridge")]
    assert {thing.id for thing in filled.find("s-")} == {"s-bridge", "s-ferry"}
    document = article(1)
    statement = coded(document).statements[0]
    (thing,) = filled.find(statement.id[:9])
    assert (thing.kind, thing.id, thing.document) == ("statement", statement.id, document.id)
    assert filled.find("zz") == ()
    assert len(filled.find("d-", limit=3)) == 3


def test_counts(filled: Store) -> None:
    counts = filled.counts()
    assert (counts.articles, counts.coded, counts.stories, counts.events) == (5, 5, 2, 5)
    assert (counts.first_published, counts.last_published) == ("2031-05-01", "2031-05-09")
    assert dict(counts.outlets) == {"Harbour Post": 2, "The Ledger": 2, "The Courier": 1}


HOSTILE = {
    "null": "One\x00two three four bridge.",
    "surrogate": "Half \ud83d of a pair, and bridge \udc00.",
    "emoji": "👩‍🚀🚢 crossed the bridge \U0010ffff",
    "one line": "bridge " + "x" * 1_000_000,
    "many words": " ".join(f"w{number}" for number in range(150_000)) + " bridge",
    "markup": "<script>alert('bridge')</script> <b>bridge</b> & \x1b[31m",
    "own signs": "\ue000\ue001bridge\ue001\ue000 bridge",
    "accents apart": "The pont de Zo\u0065\u0301 bridge \u202e egdirb",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_are_kept_and_found(store: Store, name: str) -> None:
    text = HOSTILE[name]
    document = Document("h", text, "Out\x00let \ud800", "Ti\x00tle", published="2031-05-01")
    store.add(document)
    store.save_coded(coded(document), READER, profile(document))
    store.save_grouping(Grouping((grouped("s-1", document, label="La\x00bel"),), None))
    assert store.document(document.id) == document
    assert store.coded([document.id]) == (coded(document),)
    found = store.search("bridge") if name != "many words" else store.search("w77")
    (hit,) = found
    assert hit.text == text[hit.start : hit.end]
    marked = {text[start:end] for start, end in hit.marks}
    assert marked == (set() if name == "own signs" else {"w77"} if name == "many words" else {"bridge"})
    assert len(store.stories(StoryFilter(outlet="out\x00let \ud800"))) == 1
