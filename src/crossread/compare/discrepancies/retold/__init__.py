"""The same thing told otherwise: which words of two sentences that tell one fact differ in what they say.

What a careful reader queries between two accounts is rarely two values of one slot: a reason, an extent, a
description, a hedge is put otherwise. So nothing is said here of what kind a difference is before it is seen: trees
judge each word of a sentence beside the other sentence, then trees judge the two sentences by those words.
"""

from crossread.compare.discrepancies.retold.find import find_retold
from crossread.compare.discrepancies.retold.model import RetoldModel

__all__ = ["RetoldModel", "find_retold"]
