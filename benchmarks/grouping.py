"""How much each setting of grouping matters: same-event figures on gold files with one setting changed at a time.

    python -m benchmarks.grouping GOLD.jsonl... [--annotator rules]

Gold files are those of `python -m crossread.learn stories evaluate`. One JSON object a line: the setting, and B-cubed
F1 on each file.
"""

import argparse
import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from unittest.mock import patch

from crossread.group import StoryGrouper, closeness, recent, stream, thread, vectors
from crossread.learn.stories.figures import b_cubed
from crossread.learn.stories.gold import read_gold
from crossread.pipeline import default_pipeline
from crossread.records import Profile

Setting = tuple[object, str, object]

CUTS = (0.12, 0.13, 0.14, 0.16, 0.17, 0.18)
SHARES = (0.4, 0.45, 0.55, 0.6)


def main() -> None:
    """Run the sweep and print one JSON object a line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--annotator", default="rules")
    args = parser.parse_args()
    pipeline = default_pipeline(args.annotator)
    files = []
    for path in args.gold:
        articles = read_gold(path)
        coded = (pipeline.extract.extract(pipeline.annotate.annotate(article.document)) for article in articles)
        files.append(([article.event for article in articles], [pipeline.sort.profile(one) for one in coded]))
    for name, settings in changes():
        with ExitStack() as stack:
            for module, constant, value in settings:
                stack.enter_context(patch.object(module, constant, value))
            figures = [f1(events, profiles) for events, profiles in files]
        print(json.dumps({"setting": name, "f1": figures}), flush=True)


def changes() -> Iterator[tuple[str, tuple[Setting, ...]]]:
    """Yield settings by name, each with what it changes."""
    yield "as shipped", ()
    for kinds, _ in vectors.CHANNELS:
        kept = tuple((other, 1e-9 if other == kinds else share) for other, share in vectors.CHANNELS)
        yield f"without {kinds}", ((vectors, "CHANNELS", kept), (closeness, "CHANNELS", kept))
    yield "no silence counts", ((thread, "KEPT", 1.0),)
    yield "short articles as long ones", ((thread, "SHORT", 1.0),)
    yield "over after 60 days", ((thread, "WINDOW", 60), (stream, "WINDOW", 60), (recent, "WINDOW", 60))
    for cut in CUTS:
        yield f"one from {cut}", ((thread, "SAME_EVENT", cut), (stream, "SAME_EVENT", cut))
    yield (
        "one from 0.1875, whatever the closeness",
        (
            (thread, "SAME_EVENT", 0.1875),
            (stream, "SAME_EVENT", 0.1875),
            (thread, "CLOSE_ENOUGH", 0.0),
        ),
    )
    for share in SHARES:
        yield f"one from {share} of the closeness", ((thread, "CLOSE_ENOUGH", share),)


def f1(events: list[str], profiles: list[Profile]) -> float:
    """Return B-cubed F1 of the articles thrown together."""
    stories = StoryGrouper().group(profiles).stories
    home = {name: story.id for story in stories for name in story.documents}
    return round(b_cubed(events, [home[profile.doc] for profile in profiles])["f1"], 3)


if __name__ == "__main__":
    main()
