"""Points: what is told, by how many, and by whom not."""

from collections.abc import Collection, Iterable, Sequence

from crossread.compare.alignment import Alignment
from crossread.records import Point, PointStatus, ResolvedStory, Statement, Story, content_id


def find_points(resolved: ResolvedStory, alignment: Alignment, disputed: Collection[str]) -> tuple[Point, ...]:
    """Return what the story's documents tell, in the order of the text.

    Args:
        resolved: the story.
        alignment: which of its statements tell the same.
        disputed: ids of the statements that take part in a contradiction or difference.

    Returns:
        First-to-last by the place of the first statement: agreed or disputed points of several documents, and single
        points for what one document alone tells.
    """
    statements = [s for coded in resolved.story.documents for s in coded.statements]
    place = {statement.id: n for n, statement in enumerate(statements)}
    linked = {statement.id for link in alignment.links for statement in (link.a, link.b)}
    alone = [(statement,) for statement in statements if statement.id not in linked]
    told = sorted([*alignment.facts, *alone], key=lambda fact: [place[s.id] for s in fact])
    return tuple(_point(fact, resolved.story, disputed) for fact in told)


def _point(fact: Sequence[Statement], story: Story, disputed: Collection[str]) -> Point:
    documents = {coded.annotated.document.id: coded.annotated.document for coded in story.documents}
    telling = {statement.doc for statement in fact}
    clearest = min(fact, key=lambda s: (len(_words(s)), s.id))
    outlets = tuple(dict.fromkeys(document.outlet for key, document in documents.items() if key in telling))
    return Point(
        id=content_id("p", *sorted(statement.id for statement in fact)),
        label=_words(clearest),
        kind=clearest.property,
        status=_status(fact, outlets, disputed),
        outlets=outlets,
        independent_sources=_independent(telling, story),
        absent_from=tuple(key for key in documents if key not in telling),
        evidence=tuple(dict.fromkeys(span for statement in fact for span in statement.evidence)),
        statements=tuple(statement.id for statement in fact),
    )


def _status(fact: Iterable[Statement], outlets: Collection[str], disputed: Collection[str]) -> PointStatus:
    if any(statement.id in disputed for statement in fact):
        return "disputed"
    return "agreed" if len(outlets) > 1 else "single"


def _words(statement: Statement) -> str:
    return " ".join(span.text for span in statement.evidence)


def _independent(telling: Collection[str], story: Story) -> int:
    """Count the accounts among `telling` that neither copy nor revise another of them."""
    repeats = {copy.doc for copy in story.copies if copy.kind != "lifted" and copy.of in telling}
    return len(set(telling) - repeats)
