"""The annotator as a whole: what holds for any text."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.annotate import RuleAnnotator
from crossread.records import AnnotatedDocument, Document, Span

PIECES = [
    "Mr. Dorn",
    "President Ana Lee",
    "the defence minister",
    "he said",
    "on Wednesday",
    "last May",
    "three weeks ago",
    "$5.7 billion",
    "52-48",
    "the 35-year-old",
    "“",
    "”",
    '"',
    "(OAS)",
    "Organization of American States",
    "U.S.",
    ". ",
    "? ",
    "\n\n",
    " ",
    ", ",
    "-",
    "de la",
    "of",
    "and",
    "’s",
    "é̂",
    "\u200b",
    "𝔸",
    "1",
]
ARTICLES = st.text(max_size=120) | st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join)


def annotate(text: str) -> AnnotatedDocument:
    return RuleAnnotator().annotate(Document("a", text, "Herald", published="2019-01-24"))


def spans(found: AnnotatedDocument) -> list[Span]:
    return [item.span for group in (found.mentions, found.times, found.quantities) for item in group]


@given(ARTICLES)
@settings(max_examples=100, deadline=None)
def test_every_span_quotes_the_text_and_lies_in_one_sentence(text: str) -> None:
    found = annotate(text)
    for span in spans(found):
        assert text[span.start : span.end] == span.text
        assert any(start <= span.start and span.end <= end for start, end in found.sentences)
    for mention in found.mentions:
        if mention.title is not None:
            assert text[: mention.span.start].rstrip().endswith(mention.title)


@given(ARTICLES)
@settings(max_examples=60, deadline=None)
def test_everything_is_in_text_order_and_the_same_again(text: str) -> None:
    found = annotate(text)
    for group in ([time.span for time in found.times], [quantity.span for quantity in found.quantities]):
        assert all(a.end <= b.start for a, b in pairwise(group))
    order = [(m.span.start, m.span.end) for m in found.mentions]
    assert order == sorted(order)
    members = [index for chain in found.chains for index in chain]
    assert len(members) == len(set(members))
    assert all(list(chain) == sorted(chain) and len(chain) > 1 for chain in found.chains)
    assert annotate(text) == found


def test_an_article_says_who_annotated_it() -> None:
    assert annotate("It rained.").made_by == RuleAnnotator().name == "rules/1"


def test_an_empty_article_has_nothing_in_it() -> None:
    found = annotate("")
    assert (found.sentences, found.mentions, found.chains, found.times, found.quantities) == ((), (), (), (), ())


def test_long_stretches_of_one_kind_take_no_more_than_their_length() -> None:
    for piece in ("1 ", "one hundred ", ".", "Word ", "“a ", "A and ", "$1 ", "Monday "):
        annotate(piece * (8_000 // len(piece)))
