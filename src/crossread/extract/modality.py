"""Whether it happened, is planned, threatened, called for, denied or only alleged."""

from typing import Final

from crossread.extract.chunks import VerbGroup
from crossread.extract.reading import Reading
from crossread.extract.tellings import Telling
from crossread.extract.word_classes import word_class
from crossread.records import Modality

_BEFORE_CLAUSE: Final = 4  # words before a clause in which "demand" and "that" lead it in
_DEMANDS: Final = frozenset({"demand", "insist", "request"})


def modality_of(reading: Reading, telling: Telling, group: VerbGroup, governor: VerbGroup | None) -> Modality:
    """Return how the clause tells what the verb tells; `governor` is the verb before it in the clause."""
    ruled = governor is not None and group.infinitive
    ruler = governor.lemma if governor is not None and ruled else ""
    if group.modal == "would" and telling.cue is not None:
        return "planned"  # the future of a report in the past: "announced it would leave"
    if reading.lower[telling.clause.start] in ("if", "unless") or group.modal in {"would", "could", "might", "may"}:
        return "conditional"
    if ruler in word_class("threat_verb"):
        return "threatened"
    if ruler in word_class("asker") or group.modal in {"should", "must"} or demanded(reading, telling):
        return "called for"
    if ruler in word_class("deny_verb"):
        return "denied"
    if (ruled and ruler not in word_class("goes_on") | word_class("refuser")) or group.modal in {"will", "shall"}:
        return "planned"
    reported = telling.speaker is not None and telling.cue is not None
    return "alleged" if reported or _alleged(reading, telling) else "happened"


def demanded(reading: Reading, telling: Telling) -> bool:
    """Tell whether the clause is what somebody demands ("demanded that Peru free them", "its demand today that")."""
    start = telling.clause.start
    before = range(max(0, start - _BEFORE_CLAUSE), start)
    lemmas = reading.annotated.words.lemma
    return any(reading.lower[w] == "that" for w in before) and any(lemmas[w] in _DEMANDS for w in before)


def refused(group: VerbGroup, governor: VerbGroup | None) -> bool:
    """Tell whether the verb before it says that it is not done ("refused to leave")."""
    return governor is not None and group.infinitive and governor.lemma in word_class("refuser")


def _alleged(reading: Reading, telling: Telling) -> bool:
    words = range(telling.clause.start, telling.clause.end)
    return any(reading.lower[w] in ("allegedly", "reportedly", "alleged", "accused") for w in words)
