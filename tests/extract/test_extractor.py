from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.made_up_coding import code

from crossread.records import CodedDocument, Span

PIECES = [
    "Ann Lee said", "the dam", "was leaking", ",", ".", "“", "”", '"', "'", "and", "who", "Chile", "Peru", "backed",
    "John Reed", "on Monday", "\n\n", "he", "refused to", "called it", "a disgrace", "—", "(", ")", "did not", "told",
    "that", "while",
    "his", "her lawyer", "the senator",
    "including", "'s", "according to", "have done so", ":", "3,000", "people", "were killed by",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map(" ".join).filter(lambda text: bool(text.strip()))


def spans(coded: CodedDocument) -> list[Span]:
    found = [span for s in coded.statements for span in s.evidence] + [q.span for q in coded.quotes]
    found += [span for s in coded.stances for span in s.evidence] + [span for e in coded.events for span in e.evidence]
    speakers = [q.speaker for q in coded.quotes] + [s.speaker for s in coded.statements]
    found += [speaker.span for speaker in speakers if speaker is not None and speaker.span is not None]
    return found


@given(TEXTS)
@settings(max_examples=120, deadline=None)
def test_spans_are_exact_ids_unique_and_order_fixed(text: str) -> None:
    coded = code(text)
    assert all(text[span.start : span.end] == span.text for span in spans(coded))
    for items in (coded.quotes, coded.statements, coded.stances, coded.events):
        ids = [item.id for item in items]
        assert len(ids) == len(set(ids))
    starts = [s.evidence[0].start for s in coded.statements]
    assert starts == sorted(starts)
    assert [q.span.start for q in coded.quotes] == sorted(q.span.start for q in coded.quotes)


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_every_sentence_with_words_has_a_statement(text: str) -> None:
    coded = code(text)
    for start, end in coded.annotated.sentences:
        if any(c.isalnum() for c in text[start:end]):
            assert any(s.evidence[0].start < end and s.evidence[0].end > start for s in coded.statements)


@given(TEXTS)
@settings(max_examples=30, deadline=None)
def test_the_same_text_gives_the_same_answer(text: str) -> None:
    assert code(text) == code(text)


def test_an_article_of_one_long_sentence_takes_time_in_proportion() -> None:
    coded = code("Ann Lee said the dam was leaking and Chile backed it " * 400)
    assert coded.statements


def test_a_text_of_quotation_marks_is_survived() -> None:
    assert code("“" * 500 + " a " + "”" * 500).quotes is not None
