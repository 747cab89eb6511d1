"""Who a description or a pronoun stands for, in the first reading of one article."""

from crossread.annotate import RuleAnnotator
from crossread.extract.cast import Cast
from crossread.extract.reading import Reading
from crossread.records import Document

TEXT = (
    "Karl Lesko answered with defiance. Tom Brill urged the army to leave Mr Lesko, but {} condemned Mr Brill. "
    "Arland is also supporting him."
)


def cast_of(minister: str) -> Cast:
    return Cast(Reading(RuleAnnotator().annotate(Document("a.txt", TEXT.format(minister), "Courier"))))


def described(cast: Cast, noun: str) -> str | None:
    word = cast.reading.lower.index(noun)
    chunk = cast.reading.chunk_of[word]
    person = cast.described(chunk) if chunk is not None else None
    return person.span.text if person is not None else None


def test_an_office_with_a_field_is_nobody_known_by_none() -> None:
    assert described(cast_of("the defence minister"), "minister") is None
    assert described(cast_of("the minister"), "minister") == "Tom Brill"


def test_a_pronoun_passes_by_the_holder_of_an_office_that_nobody_has() -> None:
    cast = cast_of("the defence minister")
    person = cast.person_for(cast.reading.lower.index("him"))
    assert person is not None
    assert person.span.text.endswith("Brill")


def test_what_no_one_does_is_denied() -> None:
    for subject in ("No one", "Nobody"):
        reading = Reading(RuleAnnotator().annotate(Document("a.txt", f"{subject} will hold the port.", "Courier")))
        assert [group.negated for group in reading.groups] == [True]
    one = Reading(RuleAnnotator().annotate(Document("a.txt", "The one will hold the port.", "Courier")))
    assert [group.negated for group in one.groups] == [False]


def test_who_spoke_last_weighs_in_for_a_pronoun_that_follows() -> None:
    text = "Karl Lesko spoke for an hour while Tom Brill left. “No,” he said."
    cast = Cast(Reading(RuleAnnotator().annotate(Document("a.txt", text, "Courier"))))
    word = cast.reading.lower.index("he")
    brill = next(mention for mention in cast.people if mention.span.text == "Tom Brill")
    alone, after_brill = cast.person_for(word), cast.person_for(word, brill)
    assert alone is not None
    assert after_brill is not None
    assert (alone.span.text, after_brill.span.text) == ("Karl Lesko", "Tom Brill")


def test_nobody_himself_is_meant_by_he_in_his_own_words() -> None:
    text = "Karl Lesko left. Tom Brill stayed. Mary Stone wept. He won."
    cast = Cast(Reading(RuleAnnotator().annotate(Document("a.txt", text, "Courier"))))
    person = cast.other_person(cast.reading.lower.index("he"), "male", "Tom Brill")
    assert person is not None
    assert person.span.text == "Karl Lesko"
