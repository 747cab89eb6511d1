"""How far a long run is, told as it goes on."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

RunStage = Literal["read", "group", "compare"]


@dataclass(frozen=True, slots=True)
class Step:
    """So many of a stage's items are done: articles that are read or grouped, stories that are compared.

    `rate`: items a second since the stage began. `left`: seconds until it is done at that rate; both are None before
    the first item. `name`: what the last item is called.
    """

    stage: RunStage
    done: int
    total: int
    rate: float | None
    left: float | None
    name: str = ""


OnStep = Callable[[Step], None]


class Meter:
    """Counts a stage's items, and tells each."""

    def __init__(self, stage: RunStage, total: int, on_step: OnStep | None) -> None:
        self._stage = stage
        self._total = total
        self._on_step = on_step
        self._began = time.monotonic()
        self.done = 0
        self._tell("")

    def advance(self, name: str, items: int = 1) -> None:
        """So many more are done."""
        self.done += items
        self._tell(name)

    def _tell(self, name: str) -> None:
        if self._on_step is None:
            return
        seconds = time.monotonic() - self._began
        rate = self.done / seconds if self.done and seconds else None
        left = max(self._total - self.done, 0) / rate if rate else None
        self._on_step(Step(self._stage, self.done, max(self._total, self.done), rate, left, name))
