"""Short ways to code made-up texts in tests."""

from crossread.annotate import RuleAnnotator
from crossread.extract import RuleExtractor
from crossread.extract.reading import Reading
from crossread.records import CodedDocument, Document, Quote, Statement


def document(text: str, published: str | None = "2021-06-10") -> Document:
    return Document("made-up", text, "The Gazette", published=published)


def code(text: str) -> CodedDocument:
    return RuleExtractor().extract(RuleAnnotator().annotate(document(text)))


def read(text: str) -> Reading:
    return Reading(RuleAnnotator().annotate(document(text)))


def direct(text: str) -> list[Quote]:
    return [quote for quote in code(text).quotes if quote.direct]


def speakers(text: str) -> list[tuple[str, str | None]]:
    """Each quotation in marks with its speaker's name."""
    return [(quote.span.text, quote.speaker.name if quote.speaker else None) for quote in direct(text)]


def told(text: str) -> list[tuple[str | None, str, str | None]]:
    """Subject, property and speaker of each statement."""
    return [(s.subject, s.property, s.speaker.name if s.speaker else None) for s in code(text).statements]


def evidence(statement: Statement) -> str:
    return statement.evidence[0].text


def sides(text: str) -> set[tuple[str, str, str]]:
    """Holder, side and target of each stance."""
    return {(s.holder.name, s.side, s.target.name) for s in code(text).stances}
