"""Texts that nobody would call articles still compare, in time that grows with their length."""

import pytest
from tests.compare.accounts import Named, account, align, story

from crossread.compare import StoryComparer, measuring
from crossread.compare.model import PairModel
from crossread.compare.passages import Passages, words_of

NAMES: Named = {"Arland": ("arland", "gpe")}


def test_a_text_without_full_stops_is_read_and_not_compared_word_by_word() -> None:
    a = account("Courier", "Arland said all of it after the vote and " * 2_000 + "left.", names=NAMES)
    b = account("Herald", "Arland said some of it before the vote and " * 2_000 + "left.", names=NAMES)
    comparison = StoryComparer().compare(story(a, b))
    assert comparison.discrepancies == ()


def test_an_endless_sentence_is_told_from_a_long_one() -> None:
    long, endless = account("Courier", "word " * 100 + "end."), account("Herald", "word " * 1_000 + "end.")
    passages = Passages(story(long, endless))
    assert not passages.of(long.document.id)[0].endless
    assert passages.of(endless.document.id)[0].endless


def test_aligned_endless_sentences_are_left_out() -> None:
    from tests.compare.accounts import scene

    a, b = account("Courier", "word " * 1_000 + "end."), account("Herald", "word " * 1_000 + "end.")
    assert scene(story(a, b), align((a.statement(0), b.statement(0)))).pairs == ()


def test_words_are_found_where_they_stand() -> None:
    text = "The U.S. paid $1,200.50 for Mr O’Neil's well-kept boat."
    words = words_of(text, 0, len(text))
    assert [text[w.start : w.end] for w in words] == [
        "The", "U.S.", "paid", "$1,200.50", "for", "Mr", "O’Neil's", "well-kept", "boat",
    ]  # fmt: skip


def test_of_a_document_beyond_all_measure_what_shares_most_with_others_is_searched(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(measuring, "MOST_SEARCHED", 2)
    model = PairModel.shipped()
    filler = "Snow fell. " * 5
    long = account("Courier", f"{filler}The council elects a mayor in June. {filler}Lida Orm resigned on Monday.")
    short = account("Herald", "Lida Orm resigned on Monday. The council elects a mayor in June.")
    for order in ((long, short), (short, long)):
        resolved = story(*order)
        found = measuring.measure(model.encoder, model.head, resolved, Passages(resolved)).passages
        assert [p.span.text for p in found if p.doc == long.document.id] == [
            "The council elects a mayor in June.",
            "Lida Orm resigned on Monday.",
        ]
        assert len([p for p in found if p.doc == short.document.id]) == 2
