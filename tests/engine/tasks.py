"""Tasks that engines are tested with; workers import this module."""

import os
import signal
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from crossread.engine.coding import coder
from crossread.errors import ResourceError
from crossread.pipeline import Pipeline, default_pipeline
from crossread.records import CodedDocument, Document, Failure

FATAL = "the article that ends whoever reads it"


def doubler() -> Callable[[int], int]:
    return lambda number: 2 * number


def uneven() -> Callable[[int], int]:
    def slow_if_even(number: int) -> int:
        time.sleep(0.05 if number % 2 == 0 else 0)
        return number

    return slow_if_even


def loads() -> Callable[[int], tuple[int, int]]:
    """Tell which process worked, and when it loaded: one time a process, if it loads once."""
    loaded = time.monotonic_ns()
    return lambda _: (os.getpid(), loaded)


def endless() -> Callable[[int], int]:
    def hang(number: int) -> int:
        while number:
            pass
        return number

    return hang


def perilous(marks: Path) -> Callable[[int], int]:
    """Die over the item 2 each time, over 5 the first time, and never be done with 8."""

    def survive(number: int) -> int:
        mark = marks / "died over 5"
        if number == 2 or (number == 5 and not mark.exists()):
            if number == 5:
                mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        while number == 8:
            pass
        return number

    return survive


def faulty() -> Callable[[int], int]:
    def divide(number: int) -> int:
        return 1 // (number - 2)

    return divide


def without_model() -> Callable[[int], int]:
    raise ResourceError("the model is missing")


def dying_at_once() -> Callable[[int], int]:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def rules() -> Callable[[Document], CodedDocument | Failure]:
    return coder(partial(default_pipeline, "rules"))


def rules_or_death() -> Callable[[Document], CodedDocument | Failure]:
    """The rules' pipeline, with an annotator that one article kills."""
    code = rules()

    def fragile(document: Document) -> CodedDocument | Failure:
        if FATAL in document.text:
            os.kill(os.getpid(), signal.SIGKILL)
        return code(document)

    return fragile


def pipeline() -> Pipeline:
    return default_pipeline("rules")
