"""The command line: parse, call, print; no decisions."""

from crossread.cli.app import main

__all__ = ["main"]
