"""What a person's word means for the ids that the stages go by."""

from dataclasses import replace

import pytest
from tests.report.made_up_story import DOCUMENTS, made_up_comparison

from crossread.errors import UsageError
from crossread.pipeline import judgements_on
from crossread.records import Comparison, Judgement, Verdict

SAME, DIFFERENT, WRONG = Verdict.SAME, Verdict.DIFFERENT, Verdict.WRONG


@pytest.fixture
def comparison() -> Comparison:
    """Two statements of two documents in the first point, and one more document's in the second."""
    made = made_up_comparison()
    one, two, three = (
        replace(made.statements[0], id=f"t-{n}", doc=document.id) for n, document in enumerate(DOCUMENTS[:3])
    )
    first, second = replace(made.points[0], statements=("t-0", "t-1")), replace(made.points[1], statements=("t-2",))
    return replace(made, points=(first, second), statements=(one, two, three))


def pairs(judgements: tuple[Judgement, ...]) -> set[tuple[str, str]]:
    return {(judgement.a, judgement.b) for judgement in judgements}


def test_entities_are_given_by_name_or_by_the_beginning_of_an_id(comparison: Comparison) -> None:
    (said,) = judgements_on(comparison, SAME, ["ada quell", "e-brand"], "ana")
    assert said == Judgement("e-brandt", "e-quell", SAME, 1.0, "person:ana")


def test_points_stand_for_their_statements(comparison: Comparison) -> None:
    one, two = (point.id for point in comparison.points)
    assert pairs(judgements_on(comparison, SAME, [one, two], "ana")) == {("t-0", "t-2"), ("t-1", "t-2")}


def test_a_document_is_split_off_a_point(comparison: Comparison) -> None:
    point, document = comparison.points[0].id, DOCUMENTS[1].id
    (said,) = judgements_on(comparison, DIFFERENT, [point, document], "ana")
    assert (said.a, said.b, said.verdict) == ("t-0", "t-1", DIFFERENT)


def test_a_discrepancy_that_was_called_wrong_can_be_taken_back_when_it_is_shown_no_more(comparison: Comparison) -> None:
    wrong = comparison.discrepancies[0].id
    (said,) = judgements_on(comparison, WRONG, [wrong], "ana")
    assert (said.a, said.b, said.verdict) == (wrong, wrong, WRONG)
    without = replace(comparison, discrepancies=())
    with pytest.raises(UsageError):
        judgements_on(without, SAME, [wrong], "ana")
    (back,) = judgements_on(without, SAME, [wrong], "ana", before=(said,))
    assert (back.a, back.b, back.verdict) == (wrong, wrong, SAME)


@pytest.mark.parametrize(
    ("verdict", "things", "told"),
    [
        (WRONG, ("e-quell", "e-brandt"), "one discrepancy"),
        (WRONG, ("e-quell",), "is none here"),
        (DIFFERENT, ("e-quell",), "two things"),
        (SAME, ("Ada Quell", "e-quell"), "one thing already"),
        (SAME, ("e-quell", "nobody"), "is none here"),
        (DIFFERENT, ("e-quell", "e-brandt", "e-northline"), "two things"),
    ],
)
def test_what_cannot_be_said_is_told(
    comparison: Comparison, verdict: Verdict, things: tuple[str, ...], told: str
) -> None:
    with pytest.raises(UsageError, match=told):
        judgements_on(comparison, verdict, things, "ana")


def test_what_one_article_tells_is_not_put_together(comparison: Comparison) -> None:
    alike = replace(comparison, statements=tuple(replace(s, doc=DOCUMENTS[0].id) for s in comparison.statements))
    with pytest.raises(UsageError, match="one article"):
        judgements_on(alike, SAME, [point.id for point in comparison.points[:2]], "ana")
