"""Trees that tell who of the candidates speaks and, where they are not sure, the pointer besides."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log
from typing import Final

from crossread.extract.cast import Cast
from crossread.extract.speakers.around import named_around
from crossread.extract.speakers.candidates import Candidate, Scene
from crossread.extract.speakers.figures import figures
from crossread.extract.speakers.pointer import Pointer, Weights, shipped_pointer
from crossread.extract.voice import Voice
from crossread.linking.forest import Forest, chance
from crossread.resources import resource_path

FILE: Final = "models/speakers/trees.npz"
_SURE: Final = 0.7  # of a whole utterance: with 0.7 to 0.9 as many are right
_SURE_INSIDE: Final = 0.8  # of words set in marks inside a sentence, where trees err thrice as often
_FEWEST_WORDS: Final = 3  # shorter ones, mostly terms set off, have taught the pointer nothing
_LEAST: Final = 1e-4  # no chance counts as less, or a single figure would outweigh all else
_OUT_OF_REACH: Final = 0.002  # what the trees would say of somebody who is no candidate


@dataclass(frozen=True, slots=True)
class Chooser:
    """Chooses by trees; the likelihood of a candidate is that of being the speaker, whoever else is in reach.

    `pointer`: asked, if there is one, about three words or more for which the trees find nobody likely enough.
    """

    trees: Forest
    pointer: Pointer | None = None

    @classmethod
    def shipped(cls) -> "Chooser":
        """Return the one that the package brings.

        Raises ResourceError if a file of it is missing.
        """
        return _shipped()

    def choose(self, cast: Cast, scene: Scene, candidates: Sequence[Candidate]) -> tuple[Candidate, float] | None:
        """Return the likeliest speaker with its likelihood, the first of equals; None if nobody is in reach."""
        likely = likelihoods(self.trees, cast, scene, candidates)
        if self.pointer is not None and is_open(scene, candidates, likely):
            return _weighed(cast, scene, candidates, likely, self.pointer)
        best = _likeliest(likely)
        return (candidates[best], likely[best]) if best is not None else None


def _likeliest(likely: Sequence[float]) -> int | None:
    return max(range(len(likely)), key=likely.__getitem__, default=None)


def is_open(scene: Scene, candidates: Sequence[Candidate], likely: Sequence[float]) -> bool:
    """Return whether the trees leave it open who speaks, so that the pointer is to be asked."""
    if _words(scene) < _FEWEST_WORDS:
        return False
    best = _likeliest(likely)
    if best is None:
        return True
    sure = _SURE if scene.stands_alone else _SURE_INSIDE
    return likely[best] < sure and not _told_outright(scene, candidates[best])


def likelihoods(trees: Forest, cast: Cast, scene: Scene, candidates: Sequence[Candidate]) -> list[float]:
    """Return how likely each candidate speaks, by the trees alone."""
    found: list[float] = chance(trees.odds(figures(cast, scene, candidates))).tolist() if candidates else []
    return found


def _words(scene: Scene) -> int:
    first, after = scene.setting.inside
    return after - first


def _told_outright(scene: Scene, one: Candidate) -> bool:
    """Whether no verb is needed to tell that they speak: "…" — Ann Lee."""
    rule = scene.rule
    if rule is None or rule.voice is None or rule.cue is not None:
        return False
    return rule.strong and rule.voice.name == one.voice.name


def weigh(trees: float, pointer: float, weights: Weights) -> float:
    """Return how likely somebody speaks to whom trees and pointer give these chances."""
    odds = weights.trees * log_odds(trees) + weights.pointer * log_odds(pointer) + weights.bias
    return 1 / (1 + exp(-odds))


def log_odds(part: float) -> float:
    """Return the log-odds of a chance, kept away from 0 and 1 by `_LEAST`."""
    kept = min(max(part, _LEAST), 1 - _LEAST)
    return log(kept / (1 - kept))


def everybody(
    cast: Cast, scene: Scene, candidates: Sequence[Candidate], likely: Sequence[float], pointer: Pointer
) -> list[tuple[Candidate, float, float]]:
    """Return one candidate a name, the likeliest by the trees, with what trees and pointer give the name.

    Those whom only the pointer knows come last, each by the place that it likes best.
    """
    passage = pointer.pieces.cut(cast.reading.text, scene.marked.outer)
    around = named_around(cast, scene, candidates, passage)
    pointed: defaultdict[str, float] = defaultdict(float)
    places: dict[str, tuple[float, Voice]] = {}
    for voice, part in zip(around.values(), pointer.chances(passage, list(around)), strict=True):
        pointed[voice.name] += part
        if voice.name not in places or part > places[voice.name][0]:
            places[voice.name] = part, voice
    known: dict[str, tuple[float, Candidate]] = {}
    for one, part in zip(candidates, likely, strict=True):
        if one.voice.name not in known or part > known[one.voice.name][0]:
            known[one.voice.name] = part, one
    for name, (_, voice) in places.items():
        known.setdefault(name, (_OUT_OF_REACH, Candidate(voice)))
    return [(one, part, pointed[name]) for name, (part, one) in known.items()]


def _weighed(
    cast: Cast, scene: Scene, candidates: Sequence[Candidate], likely: Sequence[float], pointer: Pointer
) -> tuple[Candidate, float] | None:
    weighed = [
        (one, weigh(trees, pointed, pointer.weights))
        for one, trees, pointed in everybody(cast, scene, candidates, likely, pointer)
    ]
    return max(weighed, key=lambda found: found[1], default=None)


@cache
def _shipped() -> Chooser:
    return Chooser(Forest.load(resource_path(FILE)), shipped_pointer())
