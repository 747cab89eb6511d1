"""Expressions of time and what they resolve to, against the date of publication and the article's own anchors.

Everything here is a function of the document, its sentences and its words, whoever found those.
"""

from crossread.annotate.times.finder import find_times

__all__ = ["find_times"]
