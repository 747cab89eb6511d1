"""What each kind of figure brings: the cross-validated result of all figures but those."""

from collections.abc import Mapping, Sequence
from typing import Final

from crossread.compare.facts import Limits
from crossread.compare.features import COLUMNS
from crossread.learn.pairs.confidences import confidences
from crossread.learn.pairs.figures import best_f1, counts
from crossread.learn.pairs.grouped import choose_limits, facts, grown, likelihoods
from crossread.learn.pairs.lessons import Lesson

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
    """Return the cross-validated F1 figures with all, and without each group, at the limits that are best with all.

    `best`: of links, at the threshold that is best for them, before any facts are formed.
    """
    table: dict[str, object] = {}
    limits: Limits | None = None
    for group, beginnings in {"": (), **GROUPS}.items():
        kept = [n for n, name in enumerate(COLUMNS) if not (beginnings and name.startswith(beginnings))]
        sure = confidences(lessons, kept)
        groups = [grown(lesson, known) for lesson, known in zip(lessons, sure, strict=True)]
        likely = likelihoods(groups)
        limits = limits or choose_limits(lessons, groups, likely)[0]
        found = {name: round(count.f1, 3) for name, count in counts(lessons, facts(groups, likely, limits)).items()}
        table[f"without {group}" if group else "all"] = {"best": round(best_f1(lessons, sure), 3), **found}
    return table
