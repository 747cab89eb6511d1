"""The trained reader: English news understood by one small model."""

from crossread.annotate.reader.annotator import ReaderAnnotator
from crossread.annotate.reader.reader import Reader, Reading, shared_reader

__all__ = ["Reader", "ReaderAnnotator", "Reading", "shared_reader"]
