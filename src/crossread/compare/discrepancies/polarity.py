"""One account says that it is so, the other that it is not."""

from collections.abc import Iterator

from crossread.compare.discrepancies.candidate import Candidate, Fragment
from crossread.compare.discrepancies.deeds import Deed, common_deeds
from crossread.compare.discrepancies.scene import Scene


def find_polarity(scene: Scene) -> Iterator[Candidate]:
    """Yield statements with one verb, about the same things, of which one is denied."""
    return (_candidate(deed) for deed in common_deeds(scene) if deed.a.polarity != deed.b.polarity)


def _candidate(deed: Deed) -> Candidate:
    a, b = deed.a, deed.b
    sure = a.certainty == b.certainty == "certain" and a.speaker is None and b.speaker is None
    return Candidate(
        finder="polarity",
        kind="polarity",
        severity="difference",
        about=f"whether it is so: {a.property}",
        a=Fragment(deed.pair.a, a.evidence[:1]),
        b=Fragment(deed.pair.b, b.evidence[:1]),
        strength=deed.likeness,
        features={"likeness": deed.likeness, "sure": float(sure)},
    )
