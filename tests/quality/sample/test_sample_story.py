import re

from tests.quality.sample.places import ARTICLES, STORY, load_articles, load_key

from crossread.read import read_sources

KINDS = {
    "number",
    "date",
    "place",
    "actor",
    "speaker",
    "list",
    "wording",
    "label",
    "stance",
    "polarity",
    "order",
    "scope",
}


def sentence(outlet: str, number: int) -> str:
    article = load_articles()[outlet]
    start, end = article["sentences"][number]
    text: str = article["text"][start:end]
    return text


def test_files_and_records_give_the_same_articles() -> None:
    records, files = read_sources([ARTICLES]), read_sources([STORY / "articles"])
    assert not records.failures
    assert not files.failures
    from_records = {document.outlet: document for document in records.documents}
    for document in files.documents:
        other = from_records.pop(document.outlet)
        for field in ("text", "title", "byline", "published", "url", "story", "id"):
            assert getattr(document, field) == getattr(other, field), (document.source, field)
    assert not from_records


def test_sentences_cover_each_text() -> None:
    for article in load_articles().values():
        gaps = article["text"]
        for start, end in reversed(article["sentences"]):
            gaps = gaps[:start] + gaps[end:]
        assert not gaps.strip()


def test_every_kind_of_discrepancy_is_planted_and_one_that_is_an_update() -> None:
    planted = load_key()["discrepancies"]
    assert {wanted["kind"] for wanted in planted} == KINDS
    assert {wanted["severity"] for wanted in planted} == {"contradiction", "difference", "framing"}
    assert any(wanted["update"] for wanted in planted)


def test_the_key_quotes_the_articles_to_the_letter() -> None:
    key = load_key()
    for wanted in key["quotes"]:
        assert wanted["starts"] in sentence(wanted["doc"], wanted["sentence"])
    for wanted in [*key["times"], *key["numbers"]]:
        assert wanted["text"] in sentence(wanted["doc"], wanted["sentence"])
    for wanted in key["labels"]:
        assert wanted["words"] in sentence(wanted["doc"], wanted["sentence"])
    for wanted in key["discrepancies"]:
        for outlet, side in wanted["sides"].items():
            assert any(side["value"] in sentence(outlet, number) for number in side["sentences"])
    for actor in key["actors"]:
        for outlet, forms in actor["mentions"].items():
            assert all(form in load_articles()[outlet]["text"] for form in forms)


def test_the_key_lists_every_quotation_of_three_words() -> None:
    marked = 0
    for article in load_articles().values():
        text = re.sub(r"(?<=\w)’(?=\w)|(?<=s)’(?= )", "", article["text"])
        passages = re.findall(r'"[^"]+"|“[^”]+”|‘[^’‘]+(?:’|(?=\n\n))', text)
        marked += sum(len(passage.split()) >= 3 for passage in passages)
    assert marked == len(load_key()["quotes"])


def test_the_copy_is_a_copy_and_the_others_are_not() -> None:
    words = {outlet: set(_sixes(article["text"])) for outlet, article in load_articles().items()}
    shares = {
        (one, other): len(words[one] & words[other]) / len(words[one])
        for one in words
        for other in words
        if one != other
    }
    alike = {pair for pair, share in shares.items() if share > 0.1}
    assert alike == {("Morning Lantern", "Continental Wire"), ("Continental Wire", "Morning Lantern")}


def _sixes(text: str) -> list[str]:
    words = text.split()
    return [" ".join(words[place : place + 6]) for place in range(len(words) - 5)]
