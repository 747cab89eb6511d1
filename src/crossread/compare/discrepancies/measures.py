"""The measures by which every find is ranked, whatever its kind."""

from typing import Final

from crossread.compare.discrepancies.candidate import Candidate
from crossread.compare.discrepancies.scene import Pair, Scene
from crossread.compare.passages import Passage

_LEAD: Final = 2  # sentences: what an article puts first is what readers compare first
_FAR: Final = 20.0  # sentences: from here on, a place further down tells no more
_MANY_KEYS: Final = 12.0  # telling words, or words, that two sentences share: from here on, more of them tell no more
_MANY_NAMES: Final = 4.0
_LONG: Final = 40.0  # words of a sentence
_OWN: Final = ("aligned", "lead", "first", "shared")  # measures that weigh differently for each finder
_FULL: Final = 10.0  # candidates of one finder on one pair of sentences: a crowd is noise


class Measures:
    """Measures the candidates of one scene."""

    def __init__(self, scene: Scene, candidates: list[Candidate]) -> None:
        self._pairs: dict[tuple[tuple[int, int], tuple[int, int]], Pair] = {
            (pair.a.place, pair.b.place): pair for pair in scene.pairs
        }
        self._crowd: dict[tuple[str, tuple[int, int], tuple[int, int]], int] = {}
        for candidate in candidates:
            key = candidate.finder, candidate.a.passage.place, candidate.b.passage.place
            self._crowd[key] = self._crowd.get(key, 0) + 1

    def of(self, candidate: Candidate) -> dict[str, float]:
        """Return the candidate's features by name: those of all kinds, and its own under its finder's name."""
        a, b = candidate.a.passage, candidate.b.passage
        pair = self._pairs.get((a.place, b.place)) or self._pairs.get((b.place, a.place))
        crowd = self._crowd[candidate.finder, a.place, b.place]
        group = candidate.finder
        common = {
            "aligned": pair.confidence if pair else 0.0,
            "accepted": float(pair is not None and pair.accepted),
            "lead": float(a.sentence < _LEAD and b.sentence < _LEAD),
            "early": 1 - min(min(a.sentence, b.sentence) / _FAR, 1.0),
            "quoted": float(
                all(f.passage.quoted(f.spans[0].start, f.spans[0].end) for f in (candidate.a, candidate.b))
            ),
            "crowd": min(crowd / _FULL, 1.0),
            **_dense(a, b),
        }
        own = {f"{group}.{name}": value for name, value in candidate.features.items()}
        shared = {f"{group}.{name}": common[name] for name in _OWN}
        return {**common, **own, **shared, group: 1.0, f"{group}.strength": candidate.strength}


def _dense(a: Passage, b: Passage) -> dict[str, float]:
    """How much two sentences have in common: those that share several facts differ in one of them more often."""
    shared = a.keys & b.keys
    names = {m.entity for m in a.mentions if m.entity} & {m.entity for m in b.mentions if m.entity}
    return {
        "first": float(a.sentence == b.sentence == 0),
        "shared": min(len(shared) / _MANY_KEYS, 1.0),
        "names": min(len(names) / _MANY_NAMES, 1.0),
        "length": min(min(len(a.words), len(b.words)) / _LONG, 1.0),
    }
