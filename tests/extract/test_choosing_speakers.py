"""Who speaks, where several could: the candidates, whose a text is, which body is meant."""

from hypothesis import given
from hypothesis import strategies as st
from tests.extract.made_up_coding import speakers

from crossread.annotate import RuleAnnotator
from crossread.extract.cast import Cast
from crossread.extract.quotes import LEAST_LIKELY, find_quotes
from crossread.extract.reading import Reading
from crossread.extract.reporting import Reporting
from crossread.extract.speakers import NAMES, Candidate, Scene, figures
from crossread.records import Document

TEXT = (
    "The Elm Harbour Agency closed the gates on Monday. John Reed, the mayor, was told at noon.\n\n"
    "“The gates are rotten,” the agency said in a notice. “We had no choice.”\n\n"
    "Ann Lee called it “a very late answer to an old question” when she saw Mr. Reed."
)


def quotes_of(text: str, choose: object = None) -> list[tuple[str, str | None]]:
    reading = Reading(RuleAnnotator().annotate(Document("x", text, "Gazette")))
    found = find_quotes(Reporting(Cast(reading), ()), choose)  # type: ignore[arg-type]
    return [(quote.span.text, quote.speaker.name if quote.speaker else None) for quote in found]


def test_an_agency_is_the_body_that_was_named() -> None:
    assert [name for _, name in quotes_of(TEXT)] == ["Elm Harbour Agency", "Elm Harbour Agency", "Ann Lee"]


def test_a_suit_speaks_for_itself_and_keeps_who_brought_it() -> None:
    text = (
        "The lawsuit was brought by Arland and asks the court to close the mine.\n\n"
        "“The dust drifts over the border every summer,” the suit says."
    )
    assert quotes_of(text)[-1][1] == "lawsuit of Arland"


def test_a_statement_is_its_author_s() -> None:
    text = "Ann Lee issued a statement on Friday. John Reed wept.\n\n“It is all over now,” the statement said."
    assert speakers(text)[-1][1] == "Ann Lee"


def test_words_that_begin_small_or_say_i_are_no_title() -> None:
    said = [words for words, _ in quotes_of("“I am Reed,” he told John Lee. She went “to the Elm Street Hall” again.")]
    assert said == ["I am Reed", "to the Elm Street Hall"]


def test_the_chooser_is_asked_of_every_quotation_and_obeyed() -> None:
    seen: list[Scene] = []

    def last_of_all(cast: Cast, scene: Scene, candidates: list[Candidate]) -> tuple[Candidate, float] | None:
        seen.append(scene)
        assert figures(cast, scene, candidates).shape == (len(candidates), len(NAMES))
        return (candidates[-1], 1.0) if candidates else None

    names = [name for _, name in quotes_of(TEXT, last_of_all)]
    assert len(seen) == len(names)
    assert seen[1].last is not None
    assert seen[1].last.name == names[0]


def test_an_unlikely_speaker_is_none() -> None:
    def unsure(_: Cast, __: Scene, candidates: list[Candidate]) -> tuple[Candidate, float] | None:
        return (candidates[0], LEAST_LIKELY - 0.01) if candidates else None

    assert {name for _, name in quotes_of(TEXT, unsure)} == {None}


@given(
    st.lists(st.sampled_from(["“", "”", '"', "Ann Lee", "said", "the suit", "he", ".", ",", "\n\n", "of", "by", "1"]))
)
def test_any_marks_and_words_give_quotations_in_order(words: list[str]) -> None:
    reading = Reading(RuleAnnotator().annotate(Document("x", " ".join(words), "Gazette")))
    spans = [quote.span for quote in find_quotes(Reporting(Cast(reading), ()))]
    assert spans == sorted(spans, key=lambda span: span.start)
    assert all(reading.text[span.start : span.end] == span.text for span in spans)
