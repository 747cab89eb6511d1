"""`python -m crossread.learn discrepancies train|evaluate --keys DIR --articles FILE`."""

import argparse
import json
import sys
from pathlib import Path

from crossread.compare.discrepancies.ranking import LEAST, WEIGHTS, weights
from crossread.learn.discrepancies.gold import read_gold
from crossread.learn.discrepancies.train import calibration, cross_validate, find_all, rank, score, train
from crossread.learn.discrepancies.write import write_weights
from crossread.pipeline import default_pipeline
from crossread.resources import resource_path

_STEPS = [n / 100 for n in range(10, 75, 5)]


def main(arguments: list[str]) -> int:
    """Train, or evaluate the shipped weights; print one JSON object."""
    parser = argparse.ArgumentParser(prog="python -m crossread.learn discrepancies", description=main.__doc__)
    parser.add_argument("task", choices=["train", "evaluate"])
    parser.add_argument("--keys", type=Path, required=True, help="folder of gold keys, one JSON file a story")
    parser.add_argument("--articles", type=Path, required=True, help="the articles, JSON Lines")
    options = parser.parse_args(arguments)
    found = find_all(read_gold(options.keys, options.articles), default_pipeline())
    if options.task == "train":
        ranked = cross_validate(found)
        write_weights(resource_path(WEIGHTS), train(found), len(found))
        report = {str(least): round(score(ranked, least).f1, 3) for least in _STEPS}
    else:
        ranked = [(story, rank(story, weights())) for story in found]
        report = {}
    scores = score(ranked, LEAST)
    summary = {
        "right": scores.right,
        "told": scores.told,
        "listed": scores.listed,
        "f1": round(scores.f1, 3),
        "by_kind": scores.by_kind,
        "calibration_error": round(calibration(ranked), 3),
        "f1_by_least": report,
    }
    sys.stdout.write(json.dumps(summary, indent=1) + "\n")
    return 0
