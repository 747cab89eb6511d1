"""What could not be done, told to the reader instead of lost."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Failure:
    """One thing that failed or was left out: `document` is the source as it was given, `stage` the verb that failed."""

    document: str
    stage: str
    message: str
