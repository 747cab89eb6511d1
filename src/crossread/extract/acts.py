"""From a verb to the event that it tells: who does it to whom, and which deed of PLOVER it is."""

from dataclasses import dataclass

from crossread.extract.actors import Actors
from crossread.extract.chunks import Chunk, VerbGroup
from crossread.extract.contexts import contexts_of
from crossread.extract.event_details import date_of, number_of, place_of
from crossread.extract.evidence import evidence_of
from crossread.extract.homes import at_home
from crossread.extract.likewise import does_likewise
from crossread.extract.modality import demanded, modality_of, refused
from crossread.extract.modes import mode_of
from crossread.extract.phrases import NONE, Deed, deed_of
from crossread.extract.receivers import receiver, told_to
from crossread.extract.roles import agent_of, object_of, subject_of
from crossread.extract.roots import judge
from crossread.extract.tellings import Telling
from crossread.extract.tolls import toll_of
from crossread.extract.word_classes import word_class
from crossread.records import Event, Modality, Party, content_id

_HELPING = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID"})
_HARMING = frozenset({"PROTEST", "SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "RETREAT"})
_CITIZENS = frozenset({"AGR", "CVL", "EDU", "LAB", "OPP", "REL", "SOC"})

_OF_OTHERS = frozenset({"REQUEST", "ACCUSE", "THREATEN"})
"""Roots whose receiver may stand in the clause of what is asked, alleged or threatened."""


@dataclass(frozen=True, slots=True)
class Act:
    """A verb of a clause that may tell an event, with the noun phrases of its parties.

    `demand`: it is said that another must do it, which is what is told as happened.
    """

    telling: Telling
    group: VerbGroup
    governor: VerbGroup | None
    deed: Deed | None
    doer: Chunk | None
    actor: tuple[Party, ...]
    undergoer: Chunk | None
    recipient: tuple[Party, ...]
    demand: bool = False


def act_of(actors: Actors, telling: Telling, group: VerbGroup, governor: VerbGroup | None) -> Act | None:
    """Return what the verb may tell, with its parties; None where no known or named party acts or is acted on."""
    reading = actors.cast.reading
    end = telling.clause.end
    deed = deed_of(reading, group, end)
    if (deed is None and telling.cue == group.verb) or (deed is not None and deed.root == NONE):
        return None
    subject = subject_of(reading, group)
    if group.passive:
        doer, undergoer = agent_of(reading, group), subject
        recipient = actors.parties(undergoer, telling.speaker, owners=True)
    else:
        doer = subject
        undergoer, recipient = receiver(actors, group, end, telling.speaker)
        if not recipient and deed is not None and deed.root in _OF_OTHERS:
            asked, other = told_to(actors, group, end, telling.speaker)
            undergoer, recipient = (asked, other) if other else (undergoer, recipient)
    actor = actors.parties(doer, telling.speaker) or _in_place(actors, telling, governor, doer)
    if not actor and not (group.passive and any(party.code or party.sector for party in recipient)):
        return None
    actor, recipient = at_home(reading, group.verb, actor, recipient, actors.home)
    return Act(telling, group, governor, deed, doer, actor, undergoer, recipient)


def _in_place(actors: Actors, telling: Telling, governor: VerbGroup | None, doer: Chunk | None) -> tuple[Party, ...]:
    """Return who acts where the subject is nobody: who joins those that do it, or whose the deed is that does it.

    "Chile joined the ranks backing Ana Ruiz", "Peruvian air strikes killed six".
    """
    joined = actors.parties(_joiner(actors, governor, doer), telling.speaker)
    reading = actors.cast.reading
    if joined or doer is None or reading.annotated.words.lemma[doer.head] not in word_class("attack_noun"):
        return joined
    return actors.parties(doer, telling.speaker, owners=True)


def _joiner(actors: Actors, governor: VerbGroup | None, doer: Chunk | None) -> Chunk | None:
    """Who joins those that do it ("Chile joined the ranks backing Ana Ruiz")."""
    reading = actors.cast.reading
    if governor is None or doer is None or governor.lemma != "join" or object_of(reading, governor) != doer:
        return None
    return subject_of(reading, governor)


def demand_of(actors: Actors, telling: Telling, group: VerbGroup) -> Act | None:
    """Return the demand that somebody is said to make by saying that another must do something."""
    if telling.cue is None or telling.clause.shell is None or group.modal not in {"must", "should"}:
        return None
    reading = actors.cast.reading
    doer, undergoer = subject_of(reading, telling.clause.shell), subject_of(reading, group)
    actor, recipient = actors.parties(doer, None), actors.parties(undergoer, telling.speaker)
    if not any(party.code for party in actor) or not any(party.code or party.sector for party in recipient):
        return None
    actor, recipient = at_home(reading, group.verb, actor, recipient, actors.home)
    return Act(
        telling, group, None, Deed("REQUEST", None, 2, group.verb), doer, actor, undergoer, recipient, demand=True
    )


def event_of(actors: Actors, act: Act) -> Event | None:
    """Return the event that the act is by PLOVER, None where it is none."""
    reading = actors.cast.reading
    telling, group = act.telling, act.group
    themselves = {party.name for party in act.actor}
    recipient = tuple(party for party in act.recipient if party.name not in themselves)
    sure = all(any(party.code for party in side) for side in (act.actor, recipient))
    modality = "happened" if act.demand else modality_of(reading, telling, group, act.governor)
    if _ruled(actors, act):
        judged = (act.deed.root, act.deed.mode) if act.deed is not None else None
    else:
        judged = judge(reading, group, act.deed, act.doer, act.undergoer, sure=sure, received=bool(recipient))
    if judged is None or not (act.actor or (act.deed is not None and judged[0] == act.deed.root)):
        return None
    negative = not act.demand and (group.negated or refused(group, act.governor))
    modality = _tried(act, judged[0], modality)
    root, mode = _as_told(_by_whom(*judged, act.actor), modality, negative=group.negated)
    if modality == "planned" and root != judged[0] and (not recipient or _told_before(actors, act)):
        return None  # help to nobody in particular, or what another verb has promised already ("agreed to help Peru")
    if modality == "planned" and judged[0] in _HARMING and _threat(actors, act):
        root, mode, modality = "THREATEN", None, "happened"
    if root == "REJECT":
        negative = negative and not group.negated
    clause = telling.clause
    mode = mode or mode_of(reading, root, clause.start, clause.end)
    evidence = evidence_of(reading, clause.start, clause.end)
    names = "+".join(party.name for party in act.actor), "+".join(party.name for party in recipient)
    return Event(
        id=content_id("e", evidence.doc, evidence.start, evidence.end, root, mode, *names),
        type=root,
        mode=mode,
        actor=act.actor,
        recipient=recipient,
        date=date_of(reading, evidence),
        place=place_of(reading, telling),
        number=number_of(reading, act.undergoer, evidence),
        polarity="negative" if negative else "positive",
        modality=modality,
        speaker=telling.speaker,
        evidence=(evidence,),
        context=contexts_of(reading, root, mode, (*act.actor, *recipient), evidence),
        toll=toll_of(reading, evidence),
    )


def _ruled(actors: Actors, act: Act) -> bool:
    """Whether another deed rules it ("refused to attack"), which the model, seeing the whole sentence, would tell.

    So does a demand: "demanded that Peru free them".
    """
    ruler = act.governor
    if demanded(actors.cast.reading, act.telling):
        return True
    if ruler is None:
        return False
    ruling = act.group.infinitive and deed_of(actors.cast.reading, ruler, act.telling.clause.end) is not None
    return ruling or does_likewise(actors.cast.reading, ruler)


def _told_before(actors: Actors, act: Act) -> bool:
    """Whether it is the infinitive of a verb that tells a deed itself."""
    ruler = act.governor
    ruled = ruler is not None and act.group.infinitive
    return ruled and ruler is not None and deed_of(actors.cast.reading, ruler, act.telling.clause.end) is not None


def _by_whom(root: str, mode: str | None, actor: tuple[Party, ...]) -> tuple[str, str | None]:
    """Return root and mode as PLOVER has them by who does it: a road blocked by citizens is a protest."""
    if (root, mode) == ("COERCE", "restrict") and any(party.sector in _CITIZENS for party in actor):
        return "PROTEST", "obstruct"
    return root, mode


def _tried(act: Act, root: str, modality: Modality) -> Modality:
    """Return "happened" for force that was tried: PLOVER counts an attempt as the deed."""
    tried = act.governor is not None and act.group.infinitive and act.governor.lemma in ("attempt", "try")
    return "happened" if tried and root in ("ASSAULT", "COERCE") and modality == "planned" else modality


def _threat(actors: Actors, act: Act) -> bool:
    """Whether "unless" makes a plan a threat ("will boycott the vote unless the president resigns")."""
    reading = actors.cast.reading
    _, end = reading.sentence_of(act.group.verb)
    return "unless" in reading.lower[act.group.verb : end]


def _as_told(judged: tuple[str, str | None], modality: Modality, *, negative: bool) -> tuple[str, str | None]:
    """Return root and mode as PLOVER has them for what is announced.

    Help to come is AGREE, and REJECT where it is not to come; a withdrawal to come is CONCEDE.
    """
    root, mode = judged
    if modality != "planned" or (root != "RETREAT" and root not in _HELPING):
        return root, mode
    return ("REJECT", None) if negative else ("CONCEDE" if root == "RETREAT" else "AGREE", None)
