"""Whether one article repeats another, by the passages that both have."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from crossread.group.passages import Passage, Shingles, Worded, passages

COPY_SHARE = 0.45  # of all words: three words in ten edited break about half of the runs
COPY_OWN_SHARE = 0.35  # of the words outside quotation marks: reports of one speech share its words, not their own
COPY_REACH = 0.5  # of all words, and what was edited between them: a reprint is copied through, unlike a post in both
LIFTED_WORDS = 25  # unquoted words of one passage


@dataclass(frozen=True, slots=True)
class Repetition:
    """How one article repeats another: see `Copy`."""

    kind: Literal["copy", "revision", "lifted"]
    share: float
    passages: tuple[Passage, ...]


def verdict(later: Worded, first: Worded, known: Shingles, same_outlet: bool) -> Repetition | None:
    """Return how `later` repeats `first`, or None; `known` are the shingles of `first`."""
    found = passages(later, first, known)
    share = _share(sum(passage.shared for passage in found), len(later.words))
    own = sum(passage.own for passage in found)
    unquoted = len(later.quoted) - sum(later.quoted)
    own_share = _share(own, own + unquoted - sum(passage.told for passage in found))
    reach = _share(sum(passage.left_end - passage.left for passage in found), len(later.words))
    if share >= COPY_SHARE and own_share >= COPY_OWN_SHARE and reach >= COPY_REACH:
        return Repetition("revision" if same_outlet else "copy", share, found)
    return _lifted(found, share, same_outlet)


def _lifted(found: Sequence[Passage], share: float, same_outlet: bool) -> Repetition | None:
    """An outlet may say again what it said, as background; what another takes over is told."""
    lifted = tuple(passage for passage in found if passage.own >= LIFTED_WORDS)
    return Repetition("lifted", share, lifted) if lifted and not same_outlet else None


def _share(part: int, whole: int) -> float:
    return round(min(1.0, part / whole), 3) if whole else 0.0
