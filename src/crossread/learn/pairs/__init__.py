"""Teaches which sentences of different accounts tell the same: `python -m crossread.learn pairs`."""
