import pytest
from tests.extract.made_up_coding import document

from crossread.annotate import RuleAnnotator
from crossread.extract.possible_verb import PossibleVerb
from crossread.extract.reading import Reading
from crossread.extract.sure_verbs import surely
from crossread.extract.verbs import verb_forms


def sure_of(text: str, form: str) -> str | None:
    """What is sure of the word of this form, given the right tags before it."""
    reading = Reading(RuleAnnotator().annotate(document(text)))
    word = reading.forms.index(form)
    start, end = next(bounds for bounds in reading.sentence_words if bounds[0] <= word < bounds[1])
    forms = {kind: lemma for lemma, kind in reversed(verb_forms()[form.lower()])}
    return surely(PossibleVerb(reading, word, (start, end), reading.tags[start:word], forms))


@pytest.mark.parametrize(
    ("text", "form", "use"),
    [
        ("Asked whether the dam would hold, Lee shrugged.", "Asked", "participle"),
        ("“We would be remiss,” the letter states. Nobody answered.", "states", "finite"),
        ("The union demanded that Arland free the prisoners.", "free", "finite"),
        ("Chile called for new elections.", "called", "finite"),
        ("Ann Lee announced her country cut all relations with Arland.", "cut", "finite"),
    ],
)
def test_what_is_clear_is_told(text: str, form: str, use: str) -> None:
    assert sure_of(text, form) == use


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Chile called by some a bridge was quiet.", "called"),  # another verb comes
        ("A bridge built by Lee.", "built"),  # a caption
        ("“We agree,” the union states in its letter.", "states"),  # it goes on
        ("Lee said that the steel work stopped on Monday.", "work"),  # another verb comes
        ("Lee announced a tax cut on Monday.", "cut"),
    ],
)
def test_what_is_not_clear_is_left_to_the_model(text: str, form: str) -> None:
    assert sure_of(text, form) is None
