"""Events from raw sentences against a PLV table, whose rows are pairs of source and target with the root between them.

A pair is found if an event has its root, with a word of the source among its actors and one of the target among its
recipients. Each event counts once, however many it names. Rows of one sentence are taken together; what the table does
not ask about counts as wrong, though it may well be told. The shipped root model was taught on the rows of
`plv_train.tsv`: roots are easier there than elsewhere, finding the parties is not.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from crossread.learn.statements.figures import Count
from crossread.learn.statements.root_data import Deed
from crossread.records import Event, Party

Told = Callable[[str, str], Sequence[Event]]
"""Takes a name and a sentence; returns the events that the sentence tells as such."""

_ONE_ROOT: Final = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}  # two in PLOVER today, one in the table


def score(deeds: Sequence[Deed], told: Told) -> Mapping[str, object]:
    """Return precision, recall and F1 of pairs with their root, and of pairs alone."""
    sentences: defaultdict[str, list[Deed]] = defaultdict(list)
    for deed in deeds:
        sentences[deed.marked.text].append(deed)
    exact, pairs = Count(), Count()
    for number, (text, own) in enumerate(sentences.items()):
        events = [event for event in told(f"sentence {number}", text) if event.actor and event.recipient]
        exact += _count(own, events, lambda deed, event: root_of(event) == deed.root and _between(deed, event))
        pairs += _count(own, events, _between)
    return {"sentences": len(sentences), "pairs_with_root": exact.shown(), "pairs": pairs.shown()}


def root_of(event: Event) -> str:
    """Return the event's root as the table has it."""
    return _ONE_ROOT.get(event.type, event.type)


def _count(deeds: Sequence[Deed], events: Sequence[Event], agrees: Callable[[Deed, Event], bool]) -> Count:
    right = sum(any(agrees(deed, event) for deed in deeds) for event in events)
    return Count(right, len(events), sum(any(agrees(deed, event) for event in events) for deed in deeds), len(deeds))


def _between(deed: Deed, event: Event) -> bool:
    return _names(deed.marked.doer, event.actor) and _names(deed.marked.receiver, event.recipient)


def _names(place: tuple[int, int] | None, parties: Sequence[Party]) -> bool:
    return place is not None and any(
        party.span is not None and party.span.start < place[1] and place[0] < party.span.end for party in parties
    )
