"""Keeps articles, what was read in them, stories, comparisons and judgements: one contract, two databases."""

from crossread.store.contract import Store
from crossread.store.opening import open_store
from crossread.store.shapes import (
    ArticleEntry,
    Counts,
    Hit,
    HitKind,
    Run,
    StoredFailure,
    StoryEntry,
    StoryEvent,
    StoryFilter,
    Thing,
    ThingKind,
)

__all__ = [
    "ArticleEntry",
    "Counts",
    "Hit",
    "HitKind",
    "Run",
    "Store",
    "StoredFailure",
    "StoryEntry",
    "StoryEvent",
    "StoryFilter",
    "Thing",
    "ThingKind",
    "open_store",
]
