"""Which PLOVER root a deed has: what the table of phrases says, weighed against what the trained model says.

The model is asked only where it can tell more than the table: it costs more than all the rest of the extractor.
"""

from math import log
from typing import Final

from crossread.extract.chunks import Chunk, VerbGroup
from crossread.extract.cues import reports_speech
from crossread.extract.phrases import Deed, deed_of
from crossread.extract.reading import Reading
from crossread.extract.root_model import Marked, shipped_model
from crossread.extract.within import around
from crossread.extract.word_classes import word_class

# What the table's word for one verb is worth, in log-odds: verbs have several meanings, phrases of several words few.
# Best of 1 to 3 on the development half of the PLOVER records.
_OF_ONE_VERB: Final = 1.0
_AMONG_OTHERS: Final = 2.5  # where the sentence tells several deeds, which the model, seeing all of it, may mix up
_ALONE: Final = 0.9  # how sure the model must be where the table is silent
_REACH: Final = 80  # words around the verb that the model may read; it cuts what is too long itself
_LEAST: Final = 1e-6
_GIVING_WAY: Final = {"YIELD": ("CONCEDE", "RETREAT")}  # one root in the model's training data, two in PLOVER


def judge(
    reading: Reading,
    group: VerbGroup,
    deed: Deed | None,
    doer: Chunk | None,
    undergoer: Chunk | None,
    *,
    sure: bool,
    received: bool,
) -> tuple[str, str | None] | None:
    """Return root and mode, or None where it is no event; `sure`: both parties are known states or bodies.

    `received`: it is known to whom it is done. The mode is the table's, where the model does not overrule its root.
    """
    if deed is None and not (sure and group.finite and _tells_a_deed(group)):
        return None
    if deed is not None and (deed.words > 1 or not received or _plain(group)):
        return deed.root, deed.mode
    odds = shipped_model().odds(_marked(reading, group, doer, undergoer))
    if deed is None:
        root = max(odds, key=lambda name: (odds[name], name))
        return (_GIVING_WAY.get(root, (root,))[0], None) if odds[root] >= _ALONE else None
    own = next((name for name, roots in _GIVING_WAY.items() if deed.root in roots), deed.root)
    trust = _AMONG_OTHERS if _among_others(reading, group) else _OF_ONE_VERB
    best = max(odds, key=lambda name: (log(max(odds[name], _LEAST)) + (trust if name == own else 0.0), name))
    if best == own:
        return deed.root, deed.mode
    return _GIVING_WAY.get(best, (best,))[0], None


def _plain(group: VerbGroup) -> bool:
    """Whether the verb has one meaning only: the model, seeing the whole sentence, would tell another verb's root."""
    return group.lemma in word_class("plain_deed")


def _among_others(reading: Reading, group: VerbGroup) -> bool:
    """Whether the verb stands among others of its sentence that the table knows."""
    start, end = around(reading, group.verb, _REACH)
    others = (other for other in reading.groups_in(start, end) if other != group)
    return any(deed_of(reading, other, end) is not None for other in others)


def _tells_a_deed(group: VerbGroup) -> bool:
    return group.lemma not in ("be", "have", "do") and not reports_speech(group.lemma)


def _marked(reading: Reading, group: VerbGroup, doer: Chunk | None, undergoer: Chunk | None) -> Marked:
    start, end = around(reading, group.verb, _REACH)
    words = reading.annotated.words
    offset = words.start[start]
    places: list[tuple[int, int] | None] = []
    for chunk in (doer, undergoer):
        inside = chunk is not None and start <= chunk.start and chunk.end <= end
        places.append(
            (words.start[chunk.start] - offset, words.end[chunk.end - 1] - offset) if chunk and inside else None
        )
    return Marked(reading.text[offset : words.end[end - 1]], places[0], places[1])
