"""Runs the stages: how, never what. Today: local processes."""

from crossread.engine.coding import code_each
from crossread.engine.local import Progress, annotate_each, compare_stories, compare_story

__all__ = ["Progress", "annotate_each", "code_each", "compare_stories", "compare_story"]
