"""Many articles into stories; and of the articles of one story, the copies and the strangers."""

from crossread.group.copies import copy_of
from crossread.group.grouper import CopyGrouper
from crossread.group.stories import StoryGrouper

__all__ = ["CopyGrouper", "StoryGrouper", "copy_of"]
