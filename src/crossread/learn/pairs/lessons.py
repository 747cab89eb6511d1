"""Stories with known facts, read by the pipeline as it will be used, and what their pairs have in common."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from crossread.compare.clauses import Clause, find_clauses
from crossread.compare.encoder import Head, SentenceEncoder
from crossread.compare.measuring import Measured, measure
from crossread.compare.passages import Passages
from crossread.learn.pairs.gold import GoldStory, LinkOfPlaces, Place
from crossread.pipeline import Pipeline
from crossread.records import ResolvedStory


def resolve(story: GoldStory, pipeline: Pipeline) -> ResolvedStory:
    """Run the stages that come before the comparison."""
    coded = [pipeline.extract.extract(pipeline.annotate.annotate(document)) for document in story.documents]
    return pipeline.resolve.resolve(pipeline.group.group(coded))


@dataclass(frozen=True, slots=True)
class Lesson:
    """What the pairs of one story have in common, and whether they tell the same: `same`, a truth value a row.

    `clauses`: the passages' statements. `places`: the sentences of the key that each passage stands on.
    """

    story: GoldStory
    measured: Measured
    clauses: tuple[Clause, ...]
    places: tuple[frozenset[Place], ...]
    same: NDArray[np.bool_]

    def standing(self, group: Iterable[int]) -> frozenset[Place]:
        """Return the sentences of the key that the passages stand on."""
        return frozenset[Place]().union(*(self.places[member] for member in group))


def lesson(story: GoldStory, resolved: ResolvedStory, encoder: SentenceEncoder, head: Head, stating: Head) -> Lesson:
    """Measure a story's pairs and mark those that the key links."""
    measured = measure(encoder, head, resolved, Passages(resolved))
    documents = [coded.annotated.document for coded in resolved.story.documents]
    outlets = {document.id: document.outlet for document in documents}
    places = tuple(story.touched(outlets[passage.doc], passage.span) for passage in measured.passages)
    links = story.links
    same = [bool(linked(places[a], places[b]) & links) for a, b in measured.pairs]
    return Lesson(story, measured, find_clauses(measured, measured.told(), stating), places, np.array(same, dtype=bool))


def linked(left: Iterable[Place], right: Iterable[Place]) -> frozenset[LinkOfPlaces]:
    """Return the links between two sets of places."""
    return frozenset((min(a, b), max(a, b)) for a, b in product(left, right) if a[0] != b[0])
