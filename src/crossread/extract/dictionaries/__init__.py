"""Dictionaries that a user gives, in the formats of PETRARCH and TABARI: who actors and agents are, what verbs do."""

from crossread.extract.dictionaries.dictionaries import NO_DICTIONARIES, Dictionaries

__all__ = ["NO_DICTIONARIES", "Dictionaries"]
