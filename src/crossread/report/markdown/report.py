"""The report as notes in Markdown, every line with its evidence in a footnote."""

from crossread.records import Comparison, StanceSide
from crossread.report.markdown.escape import escaped
from crossread.report.markdown.notes import Notes, marked, names, quoted
from crossread.report.view import report_view
from crossread.report.view.days import in_words
from crossread.report.view.evidence import Source
from crossread.report.view.records import Backer, Difference, Quotation, ReportView, Told, Utterance

_REPEATS = {"copy": "copy of", "revision": "later version of", "lifted": "has passages from"}
_SIDES: tuple[StanceSide, ...] = ("for", "against", "neutral")


def to_markdown(comparison: Comparison) -> str:
    """Return the report of a comparison as Markdown with footnotes (GitHub's and Pandoc's syntax).

    Article text is escaped: it can become neither markup nor HTML.
    """
    view = report_view(comparison)
    notes = Notes()
    notes.heading(1, escaped(view.title))
    for sentence in view.account:
        source = sentence.excerpt.source
        others = ", ".join(escaped(outlet) for outlet in sentence.agreed_by if outlet != source.outlet)
        tellers = escaped(source.name) + (f", also told by {others}" if others else "")
        notes.block(f"> {quoted(sentence.excerpt)}{notes.evidence([sentence.excerpt])} — {tellers}")
    _sources(notes, view)
    _differences(notes, view)
    _told(notes, view)
    _backing(notes, view)
    _moments(notes, view)
    _quotations(notes, view)
    _namings(notes, view)
    if view.failures:
        notes.heading(2, "What failed")
        notes.items(
            f"**{escaped(one.document)}** ({escaped(one.stage)}): {escaped(one.message)}" for one in view.failures
        )
    return notes.text()


def _sources(notes: Notes, view: ReportView) -> None:
    notes.heading(2, "Sources")
    notes.block(*(f"{source.number}. {_source(source)}" for source in view.sources))


def _source(source: Source) -> str:
    parts = [f"**{escaped(source.name)}**"]
    if source.title:
        parts.append(f"“{escaped(source.title)}”")
    parts.append(escaped(in_words(source.published)) if source.published else "publication date not known")
    parts.append(f"{source.words} words")
    if source.copy:
        parts.append(f"{_REPEATS[source.copy.kind]} {source.copy.of} ({source.copy.share:.0%} of its words)")
    if source.stranger:
        parts.append("seems to tell another event than the rest")
    if source.unresolved:
        parts.append(f"times that stay unresolved: {source.unresolved}")
    if source.url:
        parts.append(escaped(source.url))
    return " · ".join(parts)


def _differences(notes: Notes, view: ReportView) -> None:
    notes.heading(2, "Where they differ")
    if not view.differences:
        notes.block("No difference was found in what these articles both tell.")
    for difference in view.differences:
        _difference(notes, difference)


def _difference(notes: Notes, difference: Difference) -> None:
    notes.heading(3, f"{difference.number}. {escaped(difference.about)}")
    update = " The later account may simply know more." if difference.update else ""
    notes.block(f"{difference.weight}. {difference.heading}; {difference.confidence:.0%} sure.{update}")
    notes.items(
        f"{names((account.source, *account.repeats))}: {' … '.join(quoted(excerpt) for excerpt in account.excerpts)}"
        f"{notes.evidence(account.excerpts)}" + ("" if version.verbatim else f" → “{escaped(version.value)}”")
        for version in difference.versions
        for account in version.accounts
    )


def _told(notes: Notes, view: ReportView) -> None:
    notes.heading(2, "What they tell alike")
    if view.agreed:
        notes.items(_point(notes, told) for told in view.agreed)
    else:
        notes.block("Nothing was found that two independent accounts tell alike.")
    if view.alone:
        notes.heading(2, "What one alone tells")
        notes.block("Not found in the other articles compared here.")
        for source, told_alone in view.alone:
            notes.heading(3, escaped(source.name))
            notes.items(_point(notes, told) for told in told_alone)


def _point(notes: Notes, told: Told) -> str:
    words = escaped(told.label) if told.shown is None or told.shown.is_whole else quoted(told.shown)
    return f"{words} — {names(told.sources)}{notes.evidence(told.excerpts)}"


def _backing(notes: Notes, view: ReportView) -> None:
    if not view.backing:
        return
    notes.heading(2, "Who backs whom")
    notes.table(
        ("Towards", "For", "Against", "Neither"),
        (
            (escaped(row.target), *("; ".join(_backer(notes, one) for one in dict(row.sides)[side]) for side in _SIDES))
            for row in view.backing
        ),
    )


def _backer(notes: Notes, backer: Backer) -> str:
    speaker = f", says {escaped(backer.speaker)}" if backer.speaker else ""
    how = f"{escaped(backer.act)}{speaker}; {names(backer.sources)}"
    return f"{escaped(backer.name)} ({how}){notes.evidence(backer.excerpts)}"


def _moments(notes: Notes, view: ReportView) -> None:
    if not view.moments:
        return
    notes.heading(2, "Timeline")
    notes.items(
        f"*{escaped(moment.in_words)}*: published by {names(moment.sources)}"
        if moment.published
        else f"**{escaped(moment.in_words)}**: {escaped(moment.label)}{notes.evidence(moment.excerpts)}"
        for moment in view.moments
    )


def _quotations(notes: Notes, view: ReportView) -> None:
    for title, found in (
        ("Quotations in several accounts", view.shared_quotations),
        ("Other quotations", view.other_quotations),
    ):
        if found:
            notes.heading(2, title)
        for quotation in found:
            _quotation(notes, quotation)


def _quotation(notes: Notes, quotation: Quotation) -> None:
    notes.block(f"**{escaped(quotation.speaker)}**" if quotation.speaker else "**Speaker not told**")
    notes.items(_utterance(notes, one, quotation.speaker) for one in quotation.utterances)


def _utterance(notes: Notes, one: Utterance, speaker: str | None) -> str:
    words = marked(one.excerpt.pieces)
    said = words if one.kind == "indirect" else f"“{words}”"
    way = "".join(f"; {escaped(note)}" for note in one.way(speaker))
    return f"{escaped(one.source.name)}{way}: {said}{notes.evidence([one.excerpt])}"


def _namings(notes: Notes, view: ReportView) -> None:
    if not view.namings:
        return
    notes.heading(2, "What they are called")
    notes.table(
        ("Who", "Account", "In its own voice", "In quoted voices"),
        (
            (escaped(naming.entity), escaped(source.name), *(
                ", ".join(f"“{escaped(one.text)}”{notes.evidence([one])}" for one in words) for words in (own, quoted_)
            ))
            for naming in view.namings
            for source, own, quoted_ in naming.rows
        ),
    )  # fmt: skip
