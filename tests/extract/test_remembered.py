"""An article is asked once, and never answers for another."""

from crossread.annotate import RuleAnnotator
from crossread.extract.reading import Reading
from crossread.extract.remembered import remembered
from crossread.records import Document

asked: list[int] = []


@remembered
def longer(reading: Reading, word: int) -> str | None:
    """Return the word if it has more than three letters."""
    asked.append(word)
    return reading.forms[word] if len(reading.forms[word]) > 3 else None


def reading_of(text: str) -> Reading:
    return Reading(RuleAnnotator().annotate(Document("a", text, "Post")))


def test_each_answer_is_worked_out_once_for_an_article() -> None:
    asked.clear()
    one, other = reading_of("The mayor left."), reading_of("A bus came.")
    assert [longer(one, 1), longer(other, 1)] == ["mayor", None]
    assert [longer(one, 1), longer(other, 1)] == ["mayor", None]
    assert asked == [1, 1]  # "nothing" is an answer too
