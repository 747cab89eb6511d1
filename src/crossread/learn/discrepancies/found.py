"""What the finders see in stories that have a key, and what the key says of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from crossread.compare.alignment import align
from crossread.compare.discrepancies.candidate import Candidate
from crossread.compare.discrepancies.find import candidates, set_scene
from crossread.compare.discrepancies.measures import Measures
from crossread.compare.discrepancies.ranking import Ranked, likelihood
from crossread.compare.discrepancies.retold.survey import survey
from crossread.compare.labels import find_labels
from crossread.compare.passages import Passages
from crossread.learn.discrepancies.gold import GoldStory, shown
from crossread.learn.discrepancies.lessons import Lesson, lesson
from crossread.pipeline import Pipeline


@dataclass(frozen=True, slots=True)
class Example:
    """A find, its features, and whether a careful reader listed it."""

    candidate: Candidate
    features: Mapping[str, float]
    right: bool


@dataclass(frozen=True, slots=True)
class Found:
    """All finds of one story, and its pairs of sentences that may be retold."""

    gold: GoldStory
    examples: tuple[Example, ...]
    lesson: Lesson

    def ranked(self, weights: Mapping[str, float]) -> list[Ranked]:
        """Return the finds with the confidence that the weights give them."""
        return [Ranked(example.candidate, likelihood(example.features, weights)) for example in self.examples]


def find_all(stories: Sequence[GoldStory], pipeline: Pipeline, progress: Callable[[str], None]) -> list[Found]:
    """Run the pipeline on each story and keep every find, ranked by nothing yet."""
    found = []
    for number, story in enumerate(stories, 1):
        progress(f"reading story {number} of {len(stories)}")
        found.append(_found(story, pipeline))
    return found


def _found(story: GoldStory, pipeline: Pipeline) -> Found:
    coded = [pipeline.extract.extract(pipeline.annotate.annotate(document)) for document in story.documents]
    resolved = pipeline.resolve.resolve(pipeline.group.group(coded))
    passages = Passages(resolved)
    scene = set_scene(resolved, align(resolved, passages), find_labels(resolved, passages), passages)
    finds = candidates(scene)
    measures = Measures(scene, finds)
    outlets = {document.id: document.outlet for document in story.documents}
    examples = (Example(find, measures.of(find), bool(shown(find, story, outlets))) for find in finds)
    return Found(story, tuple(examples), lesson(story, survey(scene)))
