"""Stories from marked text, so that a test shows what it is about.

`{person:Ana Ruiz}` is a name, `{person:Mr |Ruiz}` one with a title, `{person~the minister#1}` a description
and `{person=she#1}` a pronoun, both in chain 1; a name may be in a chain too.
"""

import re
from collections import defaultdict

from crossread.records import AnnotatedDocument, CodedDocument, Document, Entity, Mention, ResolvedStory, Story, Words
from crossread.resolve import NameResolver

_MARK = re.compile(r"\{(\w+)([:~=])(?:([^|}#]*)\|)?([^}#]*)(?:#(\d+))?\}")
_FORMS = {":": "name", "~": "nominal", "=": "pronoun"}


def article(marked: str, outlet: str = "Courier") -> CodedDocument:
    """Return the article that the marked text describes; it has no sentences and no words."""
    text, marks = _unmark(marked)
    document = Document(f"{outlet}.txt", text, outlet)
    mentions = tuple(
        Mention(document.span(start, end), mark[1], _FORMS[mark[2]], (mark[3] or "").strip() or None)  # type: ignore[arg-type]
        for start, end, mark in marks
    )
    chains: defaultdict[str, list[int]] = defaultdict(list)
    for index, (_, _, mark) in enumerate(marks):
        if mark[5]:
            chains[mark[5]].append(index)
    told = tuple(tuple(chain) for chain in chains.values())
    return CodedDocument(
        AnnotatedDocument(document, (), Words((), (), (), ()), mentions, told, (), (), "by hand"), (), (), (), ()
    )


def resolve(*marked: str) -> ResolvedStory:
    """Return the story of these articles, each by an outlet of its own, resolved."""
    return NameResolver().resolve(story(*marked))


def story(*marked: str) -> Story:
    """Return the story of these articles, each by an outlet of its own."""
    return Story("s-1", "made up", tuple(article(text, f"Outlet {number}") for number, text in enumerate(marked)))


def names(resolved: ResolvedStory) -> list[set[str]]:
    """Return the surface forms of each entity, the largest first."""
    return sorted((forms(entity) for entity in resolved.entities), key=lambda s: (-len(s), sorted(s)))


def forms(entity: Entity) -> set[str]:
    """Return the surface forms, without those that only stand inside a wider one."""
    spans = entity.mentions
    return {
        one.text
        for one in spans
        if not any(
            one != other and one.doc == other.doc and other.start <= one.start and one.end <= other.end
            for other in spans
        )
    }


def entity(resolved: ResolvedStory, form: str) -> Entity:
    """Return the one entity that has this surface form."""
    (found,) = [entity for entity in resolved.entities if form in {span.text for span in entity.mentions}]
    return found


def _unmark(marked: str) -> tuple[str, list[tuple[int, int, re.Match[str]]]]:
    text, marks, at = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()] + (match[3] or "")
        marks.append((len(text), len(text) + len(match[4]), match))
        text += match[4]
        at = match.end()
    return text + marked[at:], marks
