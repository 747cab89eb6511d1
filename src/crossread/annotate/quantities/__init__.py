"""Numbers of something: counts, money, shares, ages, votes, measures; never dates, pages or the numbers of laws.

Everything here is a function of the document, its sentences, its words and its times, whoever found those.
"""

from crossread.annotate.quantities.finder import find_quantities

__all__ = ["find_quantities"]
