"""Which events are none: figures of speech, and deeds to nobody by nobody known."""

from dataclasses import replace
from typing import Final

from crossread.extract.phrases import Deed
from crossread.extract.word_classes import word_class
from crossread.records import Event, Party, Toll

_ARMED: Final = frozenset({"COP", "CRM", "MIL", "PRM", "REB", "SPY", "UAF"})
_OF_THE_VERB: Final = frozenset({None, "abduct"})  # modes that no weapon tells
_WITH_OTHERS: Final = frozenset({"CONSULT", "COOPERATE"})
_TO_OTHERS: Final = frozenset({"AID", "SUPPORT"})
_BY_ONESELF: Final = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT", "SANCTION"})


def sensible(event: Event, deed: Deed | None, lemma: str) -> Event | None:
    """Return the event as it is meant, None where it is none; `deed`, `lemma`: by which verb it is told."""
    if event.type == "ASSAULT" and lemma in word_class("figurative_deed"):
        return _as_meant(event)
    one_word = deed is not None and deed.words == 1
    if not event.recipient and not (event.type in _BY_ONESELF or any(map(_known, event.actor))):
        return None
    if one_word and event.type in _TO_OTHERS and not event.recipient:
        return None
    if one_word and event.type in _WITH_OTHERS and len(event.actor) + len(event.recipient) < 2:
        return None
    if event.mode == "visit" and not any(party.code for party in event.recipient):
        return None  # people go and come all the time
    return event


def _as_meant(event: Event) -> Event | None:
    """Take "attacked" among the unarmed, where nobody is hurt and no weapon named, for words."""
    if event.toll != Toll():
        return event
    if not event.recipient:
        return event if event.mode not in _OF_THE_VERB else None
    both = (*event.actor, *event.recipient)
    unarmed = event.actor and all(party.sector and party.sector not in _ARMED for party in both)
    if event.mode is None and unarmed:
        return replace(event, type="ACCUSE", mode="disapprove")
    return event


def _known(party: Party) -> bool:
    return party.code is not None or party.sector is not None
