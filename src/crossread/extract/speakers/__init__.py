"""Who speaks a quotation: everybody in reach as candidates, figures about each, and trees that choose."""

from crossread.extract.speakers.candidates import Candidate, Scene, candidates_of
from crossread.extract.speakers.chooser import Chooser
from crossread.extract.speakers.figures import NAMES, figures

__all__ = ["NAMES", "Candidate", "Chooser", "Scene", "candidates_of", "figures"]
