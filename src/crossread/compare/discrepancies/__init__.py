"""The same thing told differently: one small module a kind, and what picks among their finds."""

from crossread.compare.discrepancies.find import find_discrepancies

__all__ = ["find_discrepancies"]
