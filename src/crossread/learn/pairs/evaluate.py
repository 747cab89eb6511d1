"""How the comparison as a whole does against keys: what is told by several, and what by one alone."""

from collections.abc import Iterable, Mapping, Sequence

from crossread.learn.pairs.figures import Count, count_facts, count_links
from crossread.learn.pairs.gold import GoldStory, LinkOfPlaces, Place, links_of
from crossread.learn.pairs.lessons import resolve
from crossread.pipeline import Pipeline
from crossread.records import Point


def evaluate(stories: Iterable[GoldStory], pipeline: Pipeline) -> dict[str, object]:
    """Compare every story and return the figures of links, facts, and of what is told by one outlet alone.

    `alone_shown`: of what the keys list as told by one alone, the part with a sentence that a single point stands on.
    `shared_shown_single`: of the sentences that the keys link, the part that only single points stand on.
    """
    links, facts, alone, shared = Count(), Count(), Count(), Count()
    for story in stories:
        points = pipeline.compare.compare(resolve(story, pipeline)).points
        places = {point.id: _places(story, point) for point in points}
        several = [places[point.id] for point in points if len(point.outlets) > 1]
        single = _joined(places[point.id] for point in points if point.status == "single")
        told = frozenset[LinkOfPlaces]().union(*(links_of(fact) for fact in several))
        links += count_links(story.links, told)
        facts += count_facts(story.facts, several)
        alone += Count(sum(bool(lone & single) for lone in story.alone), 0, len(story.alone))
        linked = _joined(story.facts)
        shared += Count(len((linked & single) - _joined(several)), 0, len(linked))
    return {
        "links": links.shown(),
        "facts": facts.shown(),
        "alone_shown": _part(alone),
        "shared_shown_single": _part(shared),
    }


def _places(story: GoldStory, point: Point) -> frozenset[Place]:
    outlets: Mapping[str, str] = {document.id: document.outlet for document in story.documents}
    return _joined([story.touched(outlets[span.doc], span) for span in point.evidence])


def _joined(sets: Iterable[frozenset[Place]] | Sequence[frozenset[Place]]) -> frozenset[Place]:
    return frozenset[Place]().union(*sets)


def _part(count: Count) -> float:
    return round(count.hit / count.gold, 3) if count.gold else 0.0
