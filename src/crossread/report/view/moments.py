"""The time line: what happened when, and when it was told."""

from crossread.records import Comparison
from crossread.report.published import first_and_last
from crossread.report.view.days import in_words
from crossread.report.view.records import Moment
from crossread.report.view.sources import Library

_DAY = 10  # characters of an ISO 8601 day


def moments(comparison: Comparison, library: Library) -> tuple[Moment, ...]:
    """Return the comparison's time line and the publication dates, by date."""
    last = first_and_last(source.published for source in library.sources)[1]
    happened = [
        Moment(
            entry.date,
            in_words(entry.date),
            entry.label,
            False,
            last is not None and entry.date.rpartition("/")[2][:_DAY] > last[:_DAY],
            library.of_spans(entry.evidence),
            tuple(library.excerpts(entry.evidence)),
        )
        for entry in comparison.timeline
    ]
    days: dict[str, list[str]] = {}
    for source in library.sources:
        if source.published:
            days.setdefault(source.published[:_DAY], []).append(source.doc)
    told = [
        Moment(day, in_words(day), "published", True, False, library.of_documents(docs), ())
        for day, docs in days.items()
    ]
    return tuple(sorted((*happened, *told), key=lambda moment: (moment.day, moment.published)))
