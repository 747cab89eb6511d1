"""Keeps articles, what was read in them, stories, comparisons and judgements: one contract, two databases."""
