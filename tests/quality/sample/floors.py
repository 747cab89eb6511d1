"""Floors under the figures of the sample story, pinned with the digests of the articles and the key.

python -m tests.quality.sample.floors                    # raise each floor to the figure reached today
python -m tests.quality.sample.floors --lower "why"      # also lower those that are no longer reached
"""

import argparse
import json
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests.quality.sample.places import ARTICLES, KEY, Places, load_articles, load_key
from tests.quality.sample.scoring import figures

from crossread import compare
from crossread.report import to_document

FLOORS = Path(__file__).with_name("floors.json")


def digests() -> dict[str, str]:
    """Return SHA-256 of the articles and of the key."""
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in (ARTICLES, KEY)}


def reached() -> dict[str, float]:
    """Return the figures of the comparison that crossread makes of the sample story today."""
    comparison = to_document(compare([ARTICLES]))
    return figures(load_key(), comparison, Places.of(comparison, load_articles()))


def pinned() -> dict[str, Any]:
    """Return the floors as they are pinned."""
    content: dict[str, Any] = json.loads(FLOORS.read_text("utf-8"))
    return content


def _pin(reason: str | None) -> None:
    before = pinned() if FLOORS.exists() else {"floors": {}, "lowered": []}
    today, floors = reached(), before["floors"]
    fallen = {name: floors[name] for name, figure in today.items() if figure < floors.get(name, 0)}
    if fallen and not reason:
        sys.exit(f"below their floors: {fallen}; give the reason with --lower")
    if fallen:
        before["lowered"].append({"floors": fallen, "to": {name: today[name] for name in fallen}, "reason": reason})
    content = {"digests": digests(), "floors": today, "lowered": before["lowered"]}
    FLOORS.write_text(json.dumps(content, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--lower", metavar="REASON", help="lower floors that are no longer reached, for this reason")
    _pin(parser.parse_args().lower)
