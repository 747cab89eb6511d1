"""Where the accounts differ, the gravest first."""

from collections.abc import Sequence

from crossread.records import Discrepancy, DiscrepancyKind, Severity, Side, Span
from crossread.report.view.emphasis import own_words, trimmed, value_in
from crossread.report.view.evidence import Excerpt, Source
from crossread.report.view.records import Account, Difference, Version
from crossread.report.view.sources import Library

_HEADING: dict[DiscrepancyKind, str] = {
    "number": "A number",
    "date": "A date",
    "place": "A place",
    "actor": "Who did it",
    "speaker": "Who said it",
    "list": "Who or what is listed",
    "wording": "The wording",
    "label": "What something is called, or how it is told",
    "stance": "Who stands where",
    "polarity": "Whether it is so",
    "order": "The order of events",
    "scope": "How far it goes",
}
_WEIGHT: dict[Severity, str] = {
    "contradiction": "Contradiction: as written, not all of these can hold",
    "difference": "Difference: an editor would ask",
    "framing": "Framing: the same thing in another light",
}
_OF_WORDS: frozenset[DiscrepancyKind] = frozenset({"label", "wording"})  # words that both have are no difference
_RANK: dict[Severity, int] = {"contradiction": 0, "difference": 1, "framing": 2}


def differences(discrepancies: Sequence[Discrepancy], library: Library) -> tuple[Difference, ...]:
    """Return the discrepancies as they are shown: by severity, then as sure, then in the order of the comparison."""
    ranked = sorted(discrepancies, key=lambda one: (_RANK[one.severity], -one.confidence))
    return tuple(_difference(number, one, library) for number, one in enumerate(ranked, 1))


def _difference(number: int, discrepancy: Discrepancy, library: Library) -> Difference:
    return Difference(
        number=number,
        kind=discrepancy.kind,
        heading=_HEADING[discrepancy.kind],
        severity=discrepancy.severity,
        weight=_WEIGHT[discrepancy.severity],
        about=discrepancy.about,
        confidence=discrepancy.confidence,
        update=discrepancy.update,
        versions=_versions(discrepancy, library),
        id=discrepancy.id,
    )


def _versions(discrepancy: Discrepancy, library: Library) -> tuple[Version, ...]:
    """Group the sides that have the same differing words, so that copies and agreeing accounts stand together.

    Sides that all have the same words differ in what these mean ("Wednesday" of two weeks): each stands for itself.
    """
    sides, of_words = discrepancy.sides, discrepancy.kind in _OF_WORDS
    groups: dict[str, list[Side]] = {}
    for side in sides:
        groups.setdefault(" ".join(side.value.casefold().split()), []).append(side)
    apart = list(groups.values()) if len(groups) > 1 else [[side] for side in sides]
    return tuple(
        _version(group, [side for side in sides if side not in group], library, of_words=of_words) for group in apart
    )


def _version(group: Sequence[Side], others: Sequence[Side], library: Library, *, of_words: bool) -> Version:
    opposite = [span for side in others for span in side.evidence]
    excerpts = [excerpt for side in group for excerpt in _excerpts(side, opposite, library, of_words=of_words)]
    return Version(
        group[0].value,
        _accounts(excerpts, library),
        tuple(excerpts),
    )


def _accounts(excerpts: Sequence[Excerpt], library: Library) -> tuple[Account, ...]:
    """Put the words under their source; a copy of a source that is there too is named with it, not shown again."""
    told: dict[int, list[Excerpt]] = {}
    for excerpt in excerpts:
        told.setdefault(excerpt.source.number, []).append(excerpt)
    repeats: dict[int, list[Source]] = {}
    for number in told:
        source = library.sources[number - 1]
        if not source.independent and source.copy and source.copy.of in told:
            repeats.setdefault(source.copy.of, []).append(source)
    shown = set(told) - {source.number for sources in repeats.values() for source in sources}
    return tuple(
        Account(library.sources[number - 1], tuple(repeats.get(number, ())), tuple(told[number]))
        for number in sorted(shown)
    )


def _excerpts(side: Side, opposite: Sequence[Span], library: Library, *, of_words: bool) -> list[Excerpt]:
    marked = value_in(side.value, side.evidence)
    if of_words and any(marked):
        marked = trimmed(marked, side.evidence, opposite)
    elif not any(marked):
        marked = tuple(own_words(span, opposite) for span in side.evidence)
    return library.excerpts(side.evidence, marked)
