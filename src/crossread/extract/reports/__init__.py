"""Reports: who is said, by which words, to have said, thought or felt what; read off the dependency trees.

`find_reports` looks at each word that may tell it (a cue), then at what hangs on that word, and lets small models
decide what is cue, source and content. The models are learned by `python -m crossread.learn statements train`.
"""

from crossread.extract.reports.find import Report, find_reports

__all__ = ["Report", "find_reports"]
