"""A comparison as a report: what is shown, in which order, before it takes a form."""

from crossread.records import Comparison, Copy
from crossread.report.published import first_and_last
from crossread.report.view.backing import backing
from crossread.report.view.differences import differences
from crossread.report.view.evidence import CopyNote
from crossread.report.view.lineage import lineage
from crossread.report.view.moments import moments
from crossread.report.view.namings import figures, namings
from crossread.report.view.points import agreed, alone, points
from crossread.report.view.quotations import quotations
from crossread.report.view.records import FailureNote, Repeat, ReportView, Sentence
from crossread.report.view.sources import Library


def report_view(comparison: Comparison) -> ReportView:
    """Return the report of a comparison, for any face to write out."""
    library = Library(comparison)
    found = differences(comparison.discrepancies, library)
    told = points(comparison, found, library)
    shared, others = quotations(comparison.quotes, library)
    alike = agreed(told)
    first, last = first_and_last(source.published for source in library.sources)
    return ReportView(
        title=comparison.story.label,
        made_by=f"{comparison.generator.name} {comparison.generator.version}, {comparison.generator.pipeline}",
        first_published=first,
        last_published=last,
        sources=library.sources,
        outlets=len({source.outlet for source in library.sources}),
        independent=sum(source.independent for source in library.sources),
        account=tuple(
            Sentence(library.words(sentence.evidence[0]), sentence.agreed_by)
            for sentence in comparison.summary
            if sentence.evidence
        ),
        agreed=alike,
        by_all=tuple(one for one in alike if len(one.sources) == len(library.sources)),
        differences=found,
        alone=alone(told, library),
        told=told,
        backing=backing(comparison.stances, library),
        moments=moments(comparison, library),
        shared_quotations=shared,
        other_quotations=others,
        figures=figures(comparison.quantities, library),
        namings=namings(comparison.labels, comparison.entities, library),
        repeats=tuple(_repeat(copy, library) for copy in comparison.story.copies),
        lineage=lineage(library.sources),
        failures=tuple(FailureNote(one.document, one.stage, one.message) for one in comparison.failures),
    )


def _repeat(copy: Copy, library: Library) -> Repeat:
    of = library.source(copy.of)
    note = CopyNote(of.number, of.name, copy.kind, copy.share)
    return Repeat(library.source(copy.doc), note, tuple(library.words(here) for here, _ in copy.passages))
