"""The whole training: networks by folds, trees on what those say of stories they never saw, limits, files."""

import json
import logging
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

import numpy as np

from crossread.compare.facts import GROUP_COLUMNS
from crossread.compare.features import COLUMNS
from crossread.compare.model import FOREST_FILE, GROUPS_FILE, Thresholds
from crossread.learn.pairs.boost import grow
from crossread.learn.pairs.confidences import calibration, confidences
from crossread.learn.pairs.course import average
from crossread.learn.pairs.export import export, head_of, stating_of
from crossread.learn.pairs.figures import best_f1
from crossread.learn.pairs.folds import FOLDS, folds, pieces
from crossread.learn.pairs.gold import GoldStory
from crossread.learn.pairs.grouped import SURE, choose_limits, grown, likelihoods
from crossread.learn.pairs.lessons import Lesson, lesson
from crossread.learn.pairs.network import Matcher
from crossread.learn.pairs.own_keys import read_again
from crossread.learn.pairs.taught import TaughtEncoder
from crossread.records import ResolvedStory
from crossread.resources.manifests import MANIFEST_FILE

VERSION: Final = "3"
NEAR: Final = 0.08  # about the rate of true pairs among all candidates: below it, a pair is less likely than any

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Example:
    """A story of the keys, and what the pipeline reads in its articles."""

    gold: GoldStory
    resolved: ResolvedStory


def taught(
    examples: Sequence[Example], others: Iterable[GoldStory], folder: Path, threads: int
) -> tuple[list[Matcher], list[Lesson]]:
    """Return one network a fold, first taught on `others`, and every example measured by that which has not seen it."""
    networks = folds(read_again([example.gold for example in examples]), others, folder, threads)
    cutter = pieces()
    encoders = [(TaughtEncoder(network, cutter), head_of(network), stating_of(network)) for network in networks]
    lessons = []
    for n, example in enumerate(examples):
        lessons.append(lesson(example.gold, example.resolved, *encoders[n % FOLDS]))
        _log.info("story %d of %d is measured", n + 1, len(examples))
    return networks, lessons


def write(networks: Sequence[Matcher], lessons: Sequence[Lesson], folder: Path) -> dict[str, object]:
    """Grow the trees, choose the limits, write the model's files, and return its manifest.

    The encoder shipped is the average of the folds' networks; all figures are cross-validated by story.
    """
    network = average(networks, Matcher())
    export(network, folder)
    sure = confidences(lessons)
    groups = [grown(lesson, known) for lesson, known in zip(lessons, sure, strict=True)]
    limits, figures = choose_limits(lessons, groups, likelihoods(groups))
    rows = np.concatenate([lesson.measured.rows for lesson in lessons])
    grow(rows, np.concatenate([lesson.same for lesson in lessons]), COLUMNS).save(folder / FOREST_FILE)
    rows = np.concatenate([each.rows for each in groups])
    grow(rows, np.concatenate([each.right for each in groups]), GROUP_COLUMNS).save(folder / GROUPS_FILE)
    manifest: dict[str, object] = {
        "model": "crossread-pairs",
        "version": VERSION,
        "head": asdict(head_of(network)),
        "stating": asdict(stating_of(network)),
        "thresholds": asdict(Thresholds(SURE, NEAR)),
        "limits": asdict(limits),
        "stories": len(lessons),
        "cross_validated": {
            **figures,
            "best_links": {"f1": round(best_f1(lessons, sure), 3)},
            "calibration_error": round(calibration(lessons, sure), 4),
        },
    }
    (folder / MANIFEST_FILE).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    return manifest
