"""Sources to documents: the only stage that does I/O.

Plain text, HTML, JSON (Lines), CSV and TSV, feeds, folders of them, standard input; metadata from the files themselves,
from a `sources.toml` beside them, or from the caller. The network is asked only where somebody calls `fetch`.
"""

from crossread.read.arrivals import Arrivals, FeedArrivals, FileArrivals, is_address
from crossread.read.fetch import Fetched, fetch
from crossread.read.judgements import JUDGEMENTS, add_judgements, judgement_file, read_judgements
from crossread.read.known import read_known
from crossread.read.metadata import Metadata
from crossread.read.reading import Reading, read_each, read_sources

__all__ = [
    "JUDGEMENTS",
    "Arrivals",
    "FeedArrivals",
    "Fetched",
    "FileArrivals",
    "Metadata",
    "Reading",
    "add_judgements",
    "fetch",
    "is_address",
    "judgement_file",
    "read_each",
    "read_judgements",
    "read_known",
    "read_sources",
]
