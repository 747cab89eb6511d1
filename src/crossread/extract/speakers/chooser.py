"""Trees that tell who of the candidates speaks."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from crossread.extract.cast import Cast
from crossread.extract.speakers.candidates import Candidate, Scene
from crossread.extract.speakers.figures import figures
from crossread.linking.forest import Forest, chance
from crossread.resources import resource_path

FILE = "models/speakers/trees.npz"


@dataclass(frozen=True, slots=True)
class Chooser:
    """Chooses by trees; the likelihood of a candidate is that of being the speaker, whoever else is in reach."""

    trees: Forest

    @classmethod
    def shipped(cls) -> "Chooser":
        """Return the one that the package brings.

        Raises ResourceError if its file is missing.
        """
        return _shipped()

    def choose(self, cast: Cast, scene: Scene, candidates: Sequence[Candidate]) -> tuple[Candidate, float] | None:
        """Return the likeliest speaker with its likelihood, the first of equals; None if there is no candidate."""
        if not candidates:
            return None
        likely = chance(self.trees.odds(figures(cast, scene, candidates)))
        best = int(likely.argmax())
        return candidates[best], float(likely[best])


@cache
def _shipped() -> Chooser:
    return Chooser(Forest.load(resource_path(FILE)))
