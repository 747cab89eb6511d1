import pytest
from tests.extract.made_up_coding import document

from crossread.annotate import RuleAnnotator
from crossread.extract.reading import Reading
from crossread.extract.tag import Tag
from crossread.extract.verb_surroundings import (
    BEYOND,
    helper_ahead,
    mark_before,
    opener,
    others_ahead,
    since_verb,
    waiting,
)


def at(text: str, form: str) -> tuple[Reading, int, tuple[int, int]]:
    """The article, the word of this form, and its sentence."""
    reading = Reading(RuleAnnotator().annotate(document(text)))
    word = reading.forms.index(form)
    return reading, word, next(bounds for bounds in reading.sentence_words if bounds[0] <= word < bounds[1])


def tags_before(text: str, form: str) -> tuple[Reading, int, tuple[Tag, ...]]:
    reading, word, (start, _) = at(text, form)
    return reading, word, reading.tags[start:word]


@pytest.mark.parametrize(
    ("text", "form", "clauses"),
    [
        ("The dam broke.", "broke", 1),
        ("Lee said the dam broke.", "broke", 0),
        ("The man who built the dam left.", "built", 2),
        ("The man who built the dam left.", "left", 1),
        ("Lee said it would be closed if the dam broke.", "broke", 1),
    ],
)
def test_clauses_wait_for_their_verbs(text: str, form: str, clauses: int) -> None:
    _, _, before = tags_before(text, form)
    assert waiting(before) == clauses


def test_what_stands_since_the_verb() -> None:
    _, _, before = tags_before("Lee said the old harbour dam broke.", "broke")
    assert since_verb(before) == "noun det S"
    assert since_verb([]) == ""


def test_the_opener_of_a_clause_is_behind_the_verb_before() -> None:
    reading, word, before = tags_before("The port closed after the dam broke.", "broke")
    assert opener(reading, word, before) == "after"
    reading, word, before = tags_before("After rain the dam broke.", "broke")
    assert opener(reading, word, before) == "after"
    reading, word, before = tags_before("When it rained the dam broke.", "broke")
    assert opener(reading, word, before) == BEYOND


def test_verbs_ahead() -> None:
    charged = at("The clerks charged with theft were suspended.", "charged")
    assert helper_ahead(*charged)
    assert others_ahead(*charged)
    called = at("Chile called for new elections in May.", "called")
    assert not helper_ahead(*called)
    assert not others_ahead(*called)


def test_a_mark_before() -> None:
    assert mark_before(*at("“It holds,” the letter states.", "states"))
    assert not mark_before(*at("It holds, the letter states.", "states"))
