"""Grows the trees that choose speakers, from gold keys and gold attributions; needs the `train` extra."""

import json
from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

import numpy as np

from crossread.annotate import RuleAnnotator
from crossread.annotate.reader import ReaderAnnotator
from crossread.errors import UsageError
from crossread.extract.speakers import NAMES
from crossread.learn.digests import digest_of
from crossread.learn.pairs.boost import SETTINGS, grow
from crossread.learn.statements.keys import read_keys
from crossread.learn.statements.polnear import read_polnear
from crossread.learn.statements.speaker_lessons import Lessons, attribution_lessons, key_lessons
from crossread.learn.statements.tasks import Given
from crossread.pipeline.stages import Annotator

FILE: Final = "trees.npz"
ATTRIBUTED: Final = 0.2  # weight of a row of attributions: they name by place only; 0.5 did no better, over five folds
READ: Final[Mapping[str, int]] = {"rules": 840, "reader": 400}
"""Articles with attributions that each annotator reads: the reader takes four times as long."""


def train(given: Given, folder: Path) -> None:
    """Learn from keys and attributions as rules and reader read them; write trees and manifest into `folder`.

    Raises ReadError if the gold cannot be read, UsageError if no attributions are given.
    """
    keys, attributions = given.gold, given.attributions
    if attributions is None:
        raise UsageError("speakers are learned from gold attributions, too: name them with --attributions")
    folder.mkdir(parents=True, exist_ok=True)
    annotators: Sequence[Annotator] = (RuleAnnotator(), ReaderAnnotator(threads=1))
    rows, right, weights = [], [], []
    quotations = 0
    for annotator, most in zip(annotators, READ.values(), strict=True):
        for lessons, weight in (
            (_of_keys(given, annotator), 1.0),
            (_of_attributions(attributions, annotator, most), ATTRIBUTED),
        ):
            rows.append(lessons.together())
            right.extend(lessons.right)
            weights.extend([weight] * len(lessons.right))
            quotations += len(lessons.rows)
    forest = grow(np.concatenate(rows), np.array(right), NAMES, weights=np.array(weights))
    forest.save(folder / FILE)
    manifest = {
        "version": "1",
        "read_by": [annotator.name for annotator in annotators],
        "data": {"polnear/train": digest_of([attributions]), "keys": digest_of(sorted(keys.glob("*.json")))},
        "seed": SETTINGS["seed"],
        "quotations": quotations,
        "candidates": len(right),
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", "utf-8")


def _of_keys(given: Given, annotator: Annotator) -> Lessons:
    lessons = Lessons()
    for story in read_keys(given.gold, given.stories):
        key_lessons(story, [annotator.annotate(document) for document in story.documents], given.pipeline, lessons.note)
    return lessons


def _of_attributions(attributions: Path, annotator: Annotator, most: int) -> Lessons:
    lessons = Lessons()
    articles = islice(read_polnear(attributions), most)
    attribution_lessons(((article, annotator.annotate(article.document)) for article in articles), lessons.note)
    return lessons
