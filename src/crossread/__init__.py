"""Reads several articles about one event side by side."""

from crossread.version import VERSION as __version__

__all__ = ["__version__"]
