"""A corpus of our own, of any size, about made-up events: what tells what, and what copies what, is known."""

from benchmarks.made.corpus import A_DAY, Made, make_corpus, make_story

__all__ = ["A_DAY", "Made", "make_corpus", "make_story"]
