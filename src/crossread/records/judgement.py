"""A decision that two things are, or are not, the same: added, never edited."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What a judgement says of a pair; `wrong` is said of one thing, whose id stands on both sides of the pair."""

    SAME = "same"
    DIFFERENT = "different"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """One verdict on the unordered pair `{a, b}` of ids.

    `confidence` is in [0, 1]. `made_by` names a rule or model with its version, or `person:<name>`; a person's
    judgement outranks every other.
    """

    a: str
    b: str
    verdict: Verdict
    confidence: float
    made_by: str

    @property
    def by_person(self) -> bool:
        """Whether a person decided."""
        return self.made_by.startswith("person:")
