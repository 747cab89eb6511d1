"""The extractor of rules: one article taken apart."""

from dataclasses import dataclass

from crossread.extract.cast import Cast
from crossread.extract.dictionaries import NO_DICTIONARIES, Dictionaries
from crossread.extract.events import find_events
from crossread.extract.indirect import indirect_by_clause
from crossread.extract.nested import quotes_within
from crossread.extract.quotes import find_quotes
from crossread.extract.reading import Reading
from crossread.extract.reporting import Reporting, indirect_by_report
from crossread.extract.reports import find_reports
from crossread.extract.stances import find_stances
from crossread.extract.statements import find_statements
from crossread.extract.tellings import find_tellings
from crossread.records import AnnotatedDocument, CodedDocument


@dataclass(frozen=True, slots=True)
class RuleExtractor:
    """Finds quotations, statements, stances and events by rules and lexicons, in time linear in the text.

    `dictionaries`: who is who, and what verbs do, by the user; they hold for events.
    """

    dictionaries: Dictionaries = NO_DICTIONARIES

    @property
    def name(self) -> str:
        return "rules+dictionaries/1" if self.dictionaries else "rules/1"

    def extract(self, annotated: AnnotatedDocument) -> CodedDocument:
        reading = Reading(annotated)
        cast = Cast(reading)
        reporting = Reporting(cast, find_reports(reading))
        quotes = find_quotes(reporting)
        tellings = find_tellings(cast, quotes)
        statements = find_statements(cast, tellings)
        stances = find_stances(cast, tellings, quotes)
        trees = bool(annotated.words.head)
        indirect = indirect_by_report(reporting, quotes) if trees else indirect_by_clause(reading, tellings)
        said = sorted(
            [*quotes, *quotes_within(cast, quotes), *indirect], key=lambda q: (q.span.start, q.span.end, q.id)
        )
        events = find_events(cast, tellings, self.dictionaries)
        return CodedDocument(annotated, tuple(said), statements, events, stances)
