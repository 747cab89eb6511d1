"""How often Python looks for garbage in a process that only reads and compares articles."""

import gc
from typing import Final

_YOUNG: Final = 100_000  # objects made, those freed not counted, before the young ones are looked through
_ROUNDS: Final = 50  # of the young before older ones are looked through; and of those before all are


def collect_seldom() -> None:
    """Have Python look for cycles of objects seldom, and never among those that this process holds by now.

    For processes that are crossread's own, called once as they begin. Reading makes no cycles and comparing hardly any,
    so that counting references frees every article; the collector only looks through the objects of lexicons and of
    articles at hand, again and again, and finds nothing. It stays on for what libraries leave.
    """
    gc.freeze()
    gc.set_threshold(_YOUNG, _ROUNDS, _ROUNDS)
