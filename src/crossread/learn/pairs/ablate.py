"""What each kind of figure brings: the cross-validated result of all figures but those."""

from collections.abc import Mapping, Sequence
from typing import Final

from crossread.compare.features import COLUMNS
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
    "network": ("sense.",),
}


def ablate(lessons: Sequence[Lesson]) -> dict[str, object]:
    """Return the best figures with all, and without each group."""
    everything = range(len(COLUMNS))
    table: dict[str, object] = {"all": choose(lessons, confidences(lessons))[1]}
    for group, beginnings in GROUPS.items():
        kept = [n for n in everything if not COLUMNS[n].startswith(beginnings)]
        table[f"without {group}"] = choose(lessons, confidences(lessons, kept))[1]
    return table
