import pytest
from tests.quality.sample.floors import digests, pinned, reached

pytestmark = pytest.mark.quality

FLOORS: dict[str, float] = pinned()["floors"]


@pytest.fixture(scope="module")
def today() -> dict[str, float]:
    return reached()


def test_the_floors_are_those_of_these_articles_and_this_key() -> None:
    assert pinned()["digests"] == digests()


@pytest.mark.parametrize("name", FLOORS)
def test_no_figure_falls_below_its_floor(name: str, today: dict[str, float]) -> None:
    assert today[name] >= FLOORS[name]


def test_every_figure_has_a_floor(today: dict[str, float]) -> None:
    assert today.keys() == FLOORS.keys()


def test_all_evidence_is_true(today: dict[str, float]) -> None:
    assert today["evidence_true"] == 1
