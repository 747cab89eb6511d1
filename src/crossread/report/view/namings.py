"""What is counted and how somebody is called, account by account."""

from collections.abc import Sequence
from math import isfinite

from crossread.records import Entity, Label, Quantity
from crossread.report.view.evidence import Excerpt, Source
from crossread.report.view.records import Count, Figure, Naming
from crossread.report.view.sources import Library


def figures(quantities: Sequence[Quantity], library: Library) -> tuple[Figure, ...]:
    """Return the numbers by what they count, those that several accounts give first."""
    groups: dict[str, list[Quantity]] = {}
    for quantity in quantities:
        groups.setdefault((quantity.of or quantity.unit or "").casefold(), []).append(quantity)
    made = [
        Figure(
            group[0].of or group[0].unit or "",
            tuple(library.words(quantity.span) for quantity in group),
            tuple(
                _count(quantity) for quantity in group if quantity.unit == group[0].unit and isfinite(quantity.value)
            ),
        )
        for group in groups.values()
    ]
    return tuple(sorted(made, key=lambda figure: -len({excerpt.source.number for excerpt in figure.excerpts})))


def _count(quantity: Quantity) -> Count:
    high = quantity.high if quantity.high is not None and isfinite(quantity.high) else quantity.value
    return Count(quantity.value, high, quantity.bound)


def namings(labels: Sequence[Label], entities: Sequence[Entity], library: Library) -> tuple[Naming, ...]:
    """Return how each account names each entity, the entities that most accounts label first."""
    names = {entity.id: entity.name for entity in entities}
    groups: dict[str, list[Label]] = {}
    for label in labels:
        groups.setdefault(label.entity, []).append(label)
    made = [Naming(names.get(entity, entity), _rows(group, library)) for entity, group in groups.items()]
    return tuple(sorted(made, key=lambda naming: -len(naming.rows)))


def _rows(
    labels: Sequence[Label], library: Library
) -> tuple[tuple[Source, tuple[Excerpt, ...], tuple[Excerpt, ...]], ...]:
    rows: dict[int, tuple[list[Excerpt], list[Excerpt]]] = {}
    for label in labels:
        own, quoted = rows.setdefault(library.source(label.doc).number, ([], []))
        (own if label.voice == "own" else quoted).extend(library.words(span) for span in label.evidence[:1])
    return tuple(
        (library.sources[number - 1], tuple(own), tuple(quoted)) for number, (own, quoted) in sorted(rows.items())
    )
