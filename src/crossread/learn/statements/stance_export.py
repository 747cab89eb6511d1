"""Teaches the model of standings on gold keys, and writes its table."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from crossread.extract.standing_model import MANIFEST, SIDES, TABLE
from crossread.learn.statements.keys import KeyedStory
from crossread.learn.statements.stance_lessons import FEWEST, PENALTY, digest, learn_from, teach_story
from crossread.pipeline import default_pipeline

ANNOTATORS: Final = ("rules", "reader")
LEAST: Final = 0.01  # a smaller weight changes nothing
_DIGITS: Final = 3
_HEADER: Final = """# source: learned by crossread from gold keys of BASIL articles; card.md tells of them
# licence: Apache-2.0
"""


def export(stories: Sequence[KeyedStory], folder: Path) -> None:
    """Learn from the stories as each annotator reads them, and write table and manifest into the folder."""
    read = [teach_story(story, default_pipeline(annotator)) for annotator in ANNOTATORS for story in stories]
    weights = learn_from(read).weights
    kept = {name: row for name, row in weights.items() if name.isprintable() and max(map(abs, row)) >= LEAST}
    lines = ["\t".join([name, *(f"{weight:.{_DIGITS}f}" for weight in row)]) for name, row in sorted(kept.items())]
    folder.mkdir(parents=True, exist_ok=True)
    table = [_HEADER + "\t".join(["feature", *SIDES]), *lines]
    (folder / TABLE).write_text("\n".join(table) + "\n", "utf-8")
    manifest = {
        "version": "1",
        "trained_on": digest(stories),
        "stories": len(stories),
        "annotators": ANNOTATORS,
        "penalty": PENALTY,
        "fewest": FEWEST,
        "features": len(kept),
    }
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", "utf-8")
