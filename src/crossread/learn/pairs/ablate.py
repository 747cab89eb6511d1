"""What each kind of figure brings: the cross-validated result of all figures but those."""

from collections.abc import Mapping, Sequence
from typing import Final

from crossread.compare.features import COLUMNS
from crossread.learn.pairs.figures import counts
from crossread.learn.pairs.lessons import Lesson
from crossread.learn.pairs.train import choose, confidences

GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    "words": ("words.", "roots.", "turns.", "runs."),
    "names": ("names.",),
    "figures and dates": ("figures.", "dates."),
    "quotations": ("quoted.",),
    "length and place": ("length.", "place."),
    "surroundings": tuple(f"{of}.{name}" for of in ("words", "sense") for name in ("rank", "margin", "rivals")),
    "neighbours": tuple(f"{of}.{name}" for of in ("words", "sense") for name in ("before", "after", "beside")),
    "a third account": ("words.third", "sense.third"),
    "network": ("sense.",),  # its surroundings too
}


def ablate(lessons: Sequence[Lesson]) -> dict[str, object]:
    """Return the cross-validated figures with all, and without each group, at the thresholds that are best with all."""
    limits, figures = choose(lessons, confidences(lessons))
    table: dict[str, object] = {"all": figures}
    for group, beginnings in GROUPS.items():
        kept = [n for n, name in enumerate(COLUMNS) if not name.startswith(beginnings)]
        found = counts(lessons, confidences(lessons, kept), limits)
        table[f"without {group}"] = {name: count.shown() for name, count in found.items()}
    return table
