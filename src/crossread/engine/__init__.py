"""Runs the stages: how, never what; in this process, in local processes, or on a Dask cluster."""

from crossread.engine.cluster import DaskEngine
from crossread.engine.coding import Progress, annotate_each, code_each
from crossread.engine.contract import Engine, Lost, Task
from crossread.engine.corpus import RunSummary, run
from crossread.engine.garbage import collect_seldom
from crossread.engine.local import InProcessEngine, LocalEngine
from crossread.engine.steps import OnStep, RunStage, Step
from crossread.engine.stories import compare_stories, compare_story

__all__ = [
    "DaskEngine",
    "Engine",
    "InProcessEngine",
    "LocalEngine",
    "Lost",
    "OnStep",
    "Progress",
    "RunStage",
    "RunSummary",
    "Step",
    "Task",
    "annotate_each",
    "code_each",
    "collect_seldom",
    "compare_stories",
    "compare_story",
    "run",
]
