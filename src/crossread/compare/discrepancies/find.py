"""Finds what is told differently: asks every finder, ranks the finds, joins those of several accounts."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from crossread.compare.alignment import Alignment
from crossread.compare.discrepancies.actor import find_actor
from crossread.compare.discrepancies.appeals import find_appeals
from crossread.compare.discrepancies.backers import find_backers
from crossread.compare.discrepancies.candidate import Candidate
from crossread.compare.discrepancies.dates import find_date
from crossread.compare.discrepancies.join import join
from crossread.compare.discrepancies.label import find_label
from crossread.compare.discrepancies.lists import find_list
from crossread.compare.discrepancies.number import find_number
from crossread.compare.discrepancies.order import find_order
from crossread.compare.discrepancies.place import find_place
from crossread.compare.discrepancies.polarity import find_polarity
from crossread.compare.discrepancies.ranking import Ranked, rank
from crossread.compare.discrepancies.retold import RetoldModel, find_retold
from crossread.compare.discrepancies.scene import Scene, pair_up
from crossread.compare.discrepancies.scope import find_scope
from crossread.compare.discrepancies.speaker import find_speaker
from crossread.compare.discrepancies.stance import find_stance
from crossread.compare.discrepancies.watching import find_watching
from crossread.compare.discrepancies.wording import find_wording
from crossread.compare.parties import Parties
from crossread.compare.passages import Passages
from crossread.records import Discrepancy, Label, ResolvedStory

FINDERS: Final[tuple[Callable[[Scene], Iterable[Candidate]], ...]] = (
    find_number,
    find_date,
    find_place,
    find_actor,
    find_speaker,
    find_list,
    find_backers,
    find_wording,
    find_order,
    find_polarity,
    find_stance,
    find_watching,
    find_appeals,
    find_scope,
    find_label,
)


def find_discrepancies(
    resolved: ResolvedStory, alignment: Alignment, labels: tuple[Label, ...], passages: Passages
) -> tuple[Discrepancy, ...]:
    """Return what the accounts tell differently, by document, then offset."""
    scene = set_scene(resolved, alignment, labels, passages)
    seen = rank(candidates(scene), scene)
    return told(seen, find_retold(scene, seen, RetoldModel.shipped()))


def told(seen: Iterable[Ranked], retold: Sequence[Ranked]) -> tuple[Discrepancy, ...]:
    """Return what is told of what the finders saw, and of what is retold where no finder tells anything."""
    return join([item for item in seen if item.worth_telling], retold)


def set_scene(resolved: ResolvedStory, alignment: Alignment, labels: tuple[Label, ...], passages: Passages) -> Scene:
    """Return what the finders look at."""
    return Scene(resolved, passages, Parties(resolved), labels, pair_up(alignment, passages), alignment.encoded)


def candidates(scene: Scene) -> list[Candidate]:
    """Return what all finders found."""
    return [candidate for finder in FINDERS for candidate in finder(scene)]
