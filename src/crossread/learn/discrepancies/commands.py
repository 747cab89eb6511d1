"""`python -m crossread.learn discrepancies train|evaluate --keys DIR --articles FILE`."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from crossread.compare.discrepancies.find import told
from crossread.compare.discrepancies.ranking import WEIGHTS, Ranked, weights
from crossread.compare.discrepancies.retold import RetoldModel
from crossread.compare.discrepancies.retold.find import tell
from crossread.compare.discrepancies.retold.judging import judge_pairs, judge_words
from crossread.compare.discrepancies.retold.model import MANIFEST
from crossread.compare.discrepancies.retold.pairs import Judged
from crossread.learn.digests import digest_of
from crossread.learn.discrepancies.calibrate import calibrate
from crossread.learn.discrepancies.found import Found, find_all
from crossread.learn.discrepancies.gold import read_gold
from crossread.learn.discrepancies.scores import Told, calibration, score
from crossread.learn.discrepancies.train import cross_validate, train
from crossread.learn.discrepancies.write import write_retold, write_weights
from crossread.pipeline import default_pipeline
from crossread.resources import resource_path

_NEAR_BEST: Final = 0.015  # of F1: of settings that are about as good, the most precise is taken
_STEPS: Final = tuple(n / 100 for n in range(10, 50, 2))
_Judgements = Sequence[tuple[Sequence[Ranked], Sequence[Judged], Sequence[float]]]


def main(arguments: list[str]) -> int:
    """Train, or evaluate the shipped weights and trees; print one JSON object."""
    parser = argparse.ArgumentParser(prog="python -m crossread.learn discrepancies", description=main.__doc__)
    parser.add_argument("task", choices=["train", "evaluate"])
    parser.add_argument("--keys", type=Path, required=True, help="folder of gold keys, one JSON file a story")
    parser.add_argument("--articles", type=Path, required=True, help="the articles, JSON Lines")
    parser.add_argument("--annotator", default="rules", help="who reads: rules, reader or spacy:NAME (default: rules)")
    options = parser.parse_args(arguments)
    found = find_all(read_gold(options.keys, options.articles), default_pipeline(options.annotator), _say)
    report = _train(found, options.keys) if options.task == "train" else _evaluate(found)
    sys.stdout.write(json.dumps(report, indent=1) + "\n")
    return 0


def _train(found: Sequence[Found], keys: Path) -> dict[str, Any]:
    """Write weights and trees, and return how well such as them do on stories that they have not seen."""
    from crossread.learn.discrepancies import retold  # it needs LightGBM, which measuring does not

    lessons = [story.lesson for story in found]
    unseen = retold.cross_validate(lessons)
    scale = calibrate(found, unseen)
    judgements = [
        (seen, judged, scale.of(sure)) for seen, (judged, sure) in zip(cross_validate(found), unseen, strict=True)
    ]
    scores = {least: score(_told(found, judgements, least)).f1 for least in _STEPS}
    least = max(least for least, f1 in scores.items() if f1 >= max(scores.values()) - _NEAR_BEST)
    report = _report(_told(found, judgements, least)) | {
        "f1_by_least": {str(k): round(v, 3) for k, v in scores.items()}
    }
    write_weights(resource_path(WEIGHTS), train(found), len(found))
    folder = resource_path(WEIGHTS).parents[1] / Path(MANIFEST).parent.name
    words, pairs = retold.teach(lessons)
    write_retold(
        folder,
        (words, pairs.scaled(*scale)),
        least,
        len(found),
        digest_of(sorted(keys.glob("*.json"))),
        retold.SEED,
        report,
    )
    return {"least": least} | report


def _evaluate(found: Sequence[Found]) -> dict[str, Any]:
    model, known = RetoldModel.shipped(), weights()
    judgements = []
    for story in found:
        judged = judge_words(story.lesson.surveyed, model.words)
        judgements.append((story.ranked(known), judged, judge_pairs(judged, model.pairs)))
    return _report(_told(found, judgements, model.least))


def _told(found: Sequence[Found], judgements: _Judgements, least: float) -> list[Told]:
    return [
        Told(story.gold, told(seen, tell(judged, sure, seen, least)))
        for story, (seen, judged, sure) in zip(found, judgements, strict=True)
    ]


def _report(stories: Sequence[Told]) -> dict[str, Any]:
    scores = score(stories)
    return {
        "right": scores.right,
        "told": scores.told,
        "listed": scores.listed,
        "precision": round(scores.right / scores.told, 3) if scores.told else 0.0,
        "recall": round(scores.right / scores.listed, 3) if scores.listed else 0.0,
        "f1": round(scores.f1, 3),
        "by_kind": scores.by_kind,
        "calibration_error": round(calibration(stories), 3),
    }


def _say(line: str) -> None:
    sys.stderr.write(f"\r{line}")
    sys.stderr.flush()
