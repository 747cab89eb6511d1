from crossread.extract.linear import Linear
from crossread.learn.statements.linear import Plan, learn

PLAN = Plan(fewest=1, least=0.0)


def test_what_goes_with_an_answer_is_learned() -> None:
    rows = [["b", "said"] if n % 2 else ["b", "ran"] for n in range(60)]
    model = Linear(learn(rows, [n % 2 for n in range(60)], 2, PLAN), 1)
    assert model.likelihood(["b", "said"]) > 0.6
    assert model.likelihood(["b", "ran"]) < 0.4
    assert model.likelihood(["unknown"]) == 0.5


def test_the_best_of_several_answers_is_found_and_learning_repeats_itself() -> None:
    rows = [[("a", "b", "c")[n % 3]] for n in range(90)]
    answers = [n % 3 for n in range(90)]
    weights = learn(rows, answers, 3, PLAN)
    assert [Linear(weights, 3).best([name]) for name in "abc"] == [0, 1, 2]
    assert weights == learn(rows, answers, 3, PLAN)


def test_rare_features_are_left_out() -> None:
    assert "once" not in learn([["b", "once"], ["b"], ["b"], ["b"]], [1, 0, 1, 0], 2, Plan(fewest=2, least=0.0))
