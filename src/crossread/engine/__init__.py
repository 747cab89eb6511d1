"""Runs the stages: how, never what. Today: local processes."""

from crossread.engine.local import Progress, compare_stories, compare_story

__all__ = ["Progress", "compare_stories", "compare_story"]
