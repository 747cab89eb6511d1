"""Sources to documents: the only stage that does I/O.

Plain text, HTML, JSON (Lines), CSV and TSV, folders of them, standard input; metadata from the files themselves, from a
`sources.toml` beside them, or from the caller.
"""

from crossread.read.metadata import Metadata
from crossread.read.reading import Reading, read_each, read_sources

__all__ = ["Metadata", "Reading", "read_each", "read_sources"]
