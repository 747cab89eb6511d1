"""Sentences with a doer, a receiver and the PLOVER root of the deed: PLV, a table of tab-separated values.

Columns `marked_sentence` (`<s>…</s>` around the doer, `<t>…</t>` around the receiver), `sentence` and `gold_root`.
"""

import csv
import random
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from crossread.errors import ReadError
from crossread.extract.root_model import Marked

_MARK: Final = re.compile(r"</?[st]>")
_COLUMNS: Final = ("sentence", "marked_sentence", "gold_root")
SHUFFLE_SEED: Final = 13


@dataclass(frozen=True, slots=True)
class Deed:
    """A marked sentence, the sentence itself, and its root."""

    marked: Marked
    sentence: str
    root: str


def read_deeds(path: Path) -> list[Deed]:
    """Return the deeds of a PLV file.

    Raises ReadError if it cannot be read as one.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t"))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ReadError(f"{path} cannot be read as a PLV table: {error}") from error
    if not rows or not all(name in rows[0] for name in _COLUMNS):
        raise ReadError(f"{path} is no PLV table: it needs the columns {', '.join(_COLUMNS)}")
    return [Deed(_marked(row["marked_sentence"]), row["sentence"], row["gold_root"]) for row in rows]


def _marked(written: str) -> Marked:
    """Return the sentence without its marks; a party that is marked several times counts where it is first."""
    text, places = "", dict[str, int]()
    at = 0
    for mark in _MARK.finditer(written):
        text += written[at : mark.start()]
        places.setdefault(mark[0], len(text))
        at = mark.end()
    text += written[at:]
    doer, receiver = ((places[f"<{m}>"], places[f"</{m}>"]) if f"<{m}>" in places else None for m in "st")
    return Marked(text, doer, receiver)


def digest(deeds: Sequence[Deed]) -> str:
    """Return what tells a set of deeds from any other, in whatever order they stand."""
    lines = sorted(f"{deed.sentence}\t{deed.marked.doer}\t{deed.marked.receiver}\t{deed.root}" for deed in deeds)
    return sha256("\n".join(lines).encode()).hexdigest()


def folds(deeds: Sequence[Deed], number: int) -> list[int]:
    """Return the fold of each deed: each root dealt evenly, all deeds of one sentence in one fold."""
    by_root: defaultdict[str, list[int]] = defaultdict(list)
    for index, deed in enumerate(deeds):
        by_root[deed.root].append(index)
    dealt: dict[int, int] = {}
    shuffler = random.Random(SHUFFLE_SEED)  # noqa: S311  # a deal that anyone can repeat, no secret
    for root in sorted(by_root):
        shuffler.shuffle(by_root[root])
        dealt.update({index: place % number for place, index in enumerate(by_root[root])})
    first: dict[str, int] = {}
    for index, deed in enumerate(deeds):
        first.setdefault(deed.sentence, dealt[index])
    return [first[deed.sentence] for deed in deeds]
