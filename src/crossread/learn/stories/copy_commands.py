"""``python -m crossread.learn copies evaluate --gold PATH``."""

import argparse

from crossread.learn.stories.commands import Result, evaluating, run
from crossread.learn.stories.evaluate import evaluate_copies
from crossread.learn.stories.gold import read_gold
from crossread.pipeline import default_pipeline


def main(arguments: list[str]) -> int:
    """Score copies; return the exit status."""
    parser, measure = evaluating(
        "copies", __doc__, "score copies: those that the file tells (copy_of), or planted ones"
    )
    measure.add_argument("--least", type=float, default=0.7, help="of a planted copy's words that are kept, at least")
    measure.add_argument("--most", type=float, default=1.0, help="the same, at most")
    measure.add_argument("--seed", type=int, default=1, help="of the planting (default %(default)s)")
    return run(_copies, parser, arguments)


def _copies(options: argparse.Namespace) -> Result:
    pipeline = default_pipeline(options.annotator)
    return evaluate_copies(read_gold(options.gold), pipeline, options.least, options.most, options.seed)
