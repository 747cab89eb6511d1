from dataclasses import replace

import pytest
from tests.extract.made_up_coding import code, direct, document, speakers

from crossread.annotate import RuleAnnotator
from crossread.extract import RuleExtractor
from crossread.records import Mention


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The dam is safe,” Mayor Ann Lee said.", "Ann Lee"),
        ("“The dam is safe,” said Ann Lee, who built it.", "Ann Lee"),
        ("“Get out of here!” shouted Ann Lee to the crowd.", "Ann Lee"),
        ("“The dam is safe,” Ann Lee, a teacher from Elmtown, told reporters.", "Ann Lee"),
        ("Ann Lee said: “The dam is safe and sound.”", "Ann Lee"),
        ("Ann Lee, who was hurt in May, called the plan “a risk to all of us.”", "Ann Lee"),
        ("The dam was “never in danger,” according to Ann Lee.", "Ann Lee"),
        ("In a statement, Ann Lee called the dam “as safe as ever.”", "Ann Lee"),
        ("Ann Lee wrote on Twitter: “The dam is safe.”", "Ann Lee"),
        ("“The dam is safe,” said the union’s lawyer, Ann Lee.", "Ann Lee"),
        ("“The dam is safe,” said a senior city official.", "a senior city official"),
        ("Denouncing the plan as “a gift to the rich,” Ann Lee left the hall.", "Ann Lee"),
        ("As Sen. Ann Lee, a Green from Elmtown, put it: “The dam is safe and sound.”", "Ann Lee"),
        ("The plan was described by Ann Lee as “a gift to the rich.”", "Ann Lee"),
    ],
)
def test_the_speaker_is_found_by_the_cue(text: str, speaker: str) -> None:
    assert [name for _, name in speakers(text)] == [speaker]


def test_who_asked_may_stand_in_a_sentence_cut_off_by_the_question_mark() -> None:
    text = "John Reed left.\n\n“Is the dam safe?” Ann Lee, a teacher from Elmtown, asked at the meeting on Monday."
    annotated = RuleAnnotator().annotate(document(text))
    at = text.index("Ann Lee")
    cut = [(start, end) for start, end in annotated.sentences if end < text.index("“")]
    sentences = (*cut, (text.index("“"), at - 1), (at, len(text)))
    ids = tuple(sum(end <= start for _, end in sentences) for start in annotated.words.start)
    coded = RuleExtractor().extract(
        replace(annotated, sentences=sentences, words=replace(annotated.words, sentence=ids))
    )
    assert [q.speaker.name for q in coded.quotes if q.direct and q.speaker] == ["Ann Lee"]


def test_who_was_quoted_after_a_question_mark_asked() -> None:
    text = "John Reed left.\n\n“Is the dam safe?” Ann Lee was quoted as saying, to great applause."
    assert speakers(text) == [("Is the dam safe?", "Ann Lee")]


def test_a_thing_tells_nothing_where_somebody_does() -> None:
    text = "Ann Lee promised that the pumps would run once the flood began “as soon as possible.”"
    assert speakers(text) == [("as soon as possible.", "Ann Lee")]


def test_a_title_tells_better_than_a_chain_whom_a_description_means() -> None:
    text = "Mayor Ann Lee met John Reed on Monday.\n\n“The dam is safe,” the mayor said."
    annotated = RuleAnnotator().annotate(document(text))
    reed = next(i for i, m in enumerate(annotated.mentions) if m.span.text.endswith("Reed"))
    mayor = annotated.document.span(text.index("the mayor"), text.index("the mayor") + len("the mayor"))
    others = tuple(m for m in annotated.mentions if m.span.start < mayor.start)
    chained = replace(annotated, mentions=(*others, Mention(mayor, "person", "nominal")), chains=((reed, len(others)),))
    quotes = RuleExtractor().extract(chained).quotes
    assert [q.speaker.name for q in quotes if q.direct and q.speaker] == ["Ann Lee"]


def test_the_span_holds_the_words_inside_the_marks() -> None:
    (quote,) = direct("“The dam is safe,” Ann Lee said.")
    assert (quote.span.text, quote.kind, quote.cue) == ("The dam is safe", "direct", "said")
    assert quote.speaker is not None
    assert quote.speaker.chain == ("The Gazette", "Ann Lee")


def test_a_surname_is_given_its_full_name() -> None:
    text = "Ann Lee opened the dam on Monday.\n\n“It is safe,” Ms. Lee said."
    assert speakers(text) == [("It is safe", "Ann Lee")]


def test_a_pronoun_is_the_person_of_its_gender() -> None:
    text = "Maria Lopez met John Reed in Elmtown.\n\n“The dam is safe,” she said.\n\n“It is not,” he answered."
    assert speakers(text) == [("The dam is safe", "Maria Lopez"), ("It is not", "John Reed")]


def test_a_person_named_only_inside_a_quotation_is_no_antecedent() -> None:
    text = "John Reed spoke on Monday.\n\n“Peter Hall broke the dam,” Reed said.\n\n“We all saw it,” he added."
    assert speakers(text)[-1] == ("We all saw it", "John Reed")


def test_a_quotation_cut_in_two_has_one_speaker() -> None:
    text = "“The dam,” Ann Lee said, “will hold.” “It always has held.”"
    assert {name for _, name in speakers(text)} == {"Ann Lee"}


def test_a_quotation_without_a_cue_goes_on_from_the_one_before() -> None:
    text = "“The dam is safe,” Ann Lee said.\n\n“We built it twice over and nobody has to fear it.”"
    assert [name for _, name in speakers(text)] == ["Ann Lee", "Ann Lee"]
    assert direct(text)[1].cue is None


def test_a_colon_before_the_paragraph_break_introduces() -> None:
    text = "John Reed spoke first.\n\nThe Elmtown Herald reported on Monday:\n\n“The dam leaked for many weeks.”"
    assert speakers(text) == [("The dam leaked for many weeks.", "Elmtown Herald")]


def test_the_description_that_came_before_names_the_official() -> None:
    text = "A senior harbour official spoke on Monday. “The dam is safe,” said the official."
    assert speakers(text) == [("The dam is safe", "A senior harbour official")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('The crowd chanted "Close The Port."', "Close The Port."),
        ('The editors wrote, "Harbour Deal Is Dead," and left it there.', "Harbour Deal Is Dead"),
        ('Ann Lee had an answer: "Not One Cent." Nobody asked again.', "Not One Cent."),
        ('Ann Lee turned to him. "That\'s Bob Reed." He laughed.', "That's Bob Reed."),
    ],
)
def test_what_is_spoken_with_capitals_is_no_title(text: str, words: str) -> None:
    assert words in [quote.span.text for quote in direct(text)]


def test_a_title_may_be_written_read_or_the_subject_of_what_is_said() -> None:
    assert direct('Ann Lee wrote "The Long Harbour" in May.') == []
    assert direct('Ann Lee said "The Long Harbour" is a fine book.') == []


def test_titles_of_shows_are_no_quotations() -> None:
    assert speakers("Ann Lee spoke on the show “Meet the Neighbours” about the dam.") == []


def test_a_term_in_marks_that_nobody_says_is_a_scare_quote() -> None:
    (quote,) = direct("The so-called “wet tax” begins in May.")
    assert (quote.kind, quote.speaker) == ("scare", None)


def test_words_inside_the_outlets_sentence_are_mixed() -> None:
    (quote,) = direct("Ann Lee said the dam was “as safe as ever” on Monday.")
    assert quote.kind == "mixed"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ann Lee said the dam was leaking.", "the dam was leaking"),
        ("Ann Lee said that the dam was leaking and that it would break.", None),
        ("The dam was leaking badly, Ann Lee said on Monday.", "The dam was leaking badly"),
        ("Ann Lee told reporters it was leaking.", "it was leaking"),
    ],
)
def test_indirect_speech_is_a_quote_without_marks(text: str, content: str | None) -> None:
    indirect = [quote for quote in code(text).quotes if quote.kind == "indirect"]
    assert [quote.speaker.name for quote in indirect if quote.speaker] == ["Ann Lee"] * len(indirect)
    assert indirect
    assert not any(quote.direct for quote in indirect)
    if content is not None:
        assert [quote.span.text for quote in indirect] == [content]
