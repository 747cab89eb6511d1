import pytest
from tests.extract.made_up_coding import document

from crossread.annotate import RuleAnnotator
from crossread.extract.possible_verb import PossibleVerb
from crossread.extract.reading import Reading
from crossread.extract.verb_features import verb_features
from crossread.extract.verb_model import USES, shipped_model, uses_of


def read(text: str) -> Reading:
    return Reading(RuleAnnotator().annotate(document(text)))


def tagged(text: str, form: str) -> tuple[str, str | None, bool]:
    """Part, form and finiteness of the word of this form."""
    reading = read(text)
    tag = reading.tags[reading.forms.index(form)]
    return tag.part, tag.form, tag.finite


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("The festival runs through March.", "runs", ("verb", "s", True)),
        ("The mayor's runs through the park are famous.", "runs", ("noun", None, False)),
        ("The union wants a law that calls for higher wages.", "calls", ("verb", "s", True)),
        ("Her calls for higher wages were ignored.", "calls", ("noun", None, False)),
        ("Veteran politicians step down in May.", "step", ("verb", "base", True)),
        ("He took the first step on Monday.", "step", ("noun", None, False)),
        ("The grant helped rebuild the old harbour.", "rebuild", ("verb", "base", False)),
        ("The clerks charged with theft were suspended.", "charged", ("verb", "participle", False)),
        ("The sign read, “The bridge is closed.”", "read", ("verb", "past", True)),
        ("Reed flummoxed the whole council.", "flummoxed", ("verb", "past", True)),
        ("He all but begged them to stay.", "begged", ("verb", "past", True)),
    ],
)
def test_verbs_are_told_from_nouns_and_their_forms_from_one_another(
    text: str, form: str, expected: tuple[str, str | None, bool]
) -> None:
    assert tagged(text, form) == expected


def test_a_word_can_do_only_what_its_forms_can() -> None:
    assert uses_of({"s": "claim"}) == ("none", "finite")
    assert uses_of({"base": "set", "past": "set", "participle": "set"}) == (
        "none",
        "finite",
        "infinitive",
        "finite",
        "participle",
    )


def test_features_look_no_farther_than_the_sentence() -> None:
    text = "The dam broke. Lee claims that it held. Nobody knows."
    reading = read(text)
    word = reading.forms.index("claims")
    start, end = reading.sentence_words[1]
    features = verb_features(PossibleVerb(reading, word, (start, end), [], {"s": "claim"}))
    assert "p2=s ^" in features
    assert not any("broke" in feature or "nobody" in feature for feature in features)


def test_the_shipped_table_has_a_weight_an_answer() -> None:
    model = shipped_model()
    assert model.answers == len(USES)
    assert {len(row) for row in model.weights.values()} == {len(USES)}
