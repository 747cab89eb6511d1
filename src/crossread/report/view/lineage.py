"""Which article was made of which: copies and later versions under the article that they repeat."""

from collections.abc import Mapping, Sequence, Set

from crossread.report.view.evidence import Source
from crossread.report.view.records import Descent


def lineage(sources: Sequence[Source]) -> tuple[Descent, ...]:
    """Return the articles that others repeat, each with what was made of it; an article stands only once."""
    made: dict[int, list[Source]] = {}
    for source in sources:
        if source.copy and not source.independent:
            made.setdefault(source.copy.of, []).append(source)
    firsts = [source for source in sources if source.independent and source.number in made]
    return tuple(_descent(source, made, frozenset()) for source in firsts)


def _descent(source: Source, made: Mapping[int, Sequence[Source]], above: Set[int]) -> Descent:
    line = above | {source.number}
    repeats = (one for one in made.get(source.number, ()) if one.number not in line)
    return Descent(source, tuple(_descent(one, made, line) for one in repeats))
