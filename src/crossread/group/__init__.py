"""Articles given as one story: the copies among them, and the strangers."""

from crossread.group.grouper import CopyGrouper

__all__ = ["CopyGrouper"]
