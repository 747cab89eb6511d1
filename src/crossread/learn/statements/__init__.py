"""Measures what `extract` tells: `python -m crossread.learn statements evaluate`; one module a task."""
