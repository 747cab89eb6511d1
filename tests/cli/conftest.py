"""Runs the command line as a user does, within this process: its output and its exit code."""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from crossread.cli import main


@dataclass(frozen=True)
class Outcome:
    """What a run of the command gave back."""

    code: int
    out: str
    err: str

    @property
    def comparison(self) -> dict[str, Any]:
        """The JSON document on standard output."""
        parsed: dict[str, Any] = json.loads(self.out)
        return parsed


Run = Callable[..., Outcome]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Return a function that runs `crossread` with the given arguments; no traceback may ever be seen."""

    def run_command(*arguments: object) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["crossread", *map(str, arguments)])
        monkeypatch.setenv("COLUMNS", "80")
        with pytest.raises(SystemExit) as stopped:
            main()
        sys.stdout.flush()
        out, err = (stream.decode("utf-8") for stream in capfdbinary.readouterr())
        assert "Traceback" not in out + err
        return Outcome(stopped.value.code if isinstance(stopped.value.code, int) else -1, out, err)

    return run_command
