"""Reads several articles about one event side by side.

What do the accounts agree on, where do they contradict each other, what does one alone tell, who says so: every word of
the answer traced to its place in the source.

    >>> import crossread
    >>> comparison = crossread.compare(["a.txt", "b.html", "c.jsonl"], published="2019-01-24")
    >>> for discrepancy in comparison.discrepancies:
    ...     print(discrepancy.kind, [side.value for side in discrepancy.sides])
"""

from crossread.api import compare, compare_by_story, extract, read
from crossread.errors import CrossreadError, NothingToCompareError, ReadError, ResourceError, UsageError
from crossread.pipeline import Pipeline, default_pipeline, read_dictionaries
from crossread.records import Comparison, Document, Failure, Span
from crossread.report import to_document, to_html, to_json, to_markdown
from crossread.version import VERSION

__version__ = VERSION

__all__ = [
    "Comparison",
    "CrossreadError",
    "Document",
    "Failure",
    "NothingToCompareError",
    "Pipeline",
    "ReadError",
    "ResourceError",
    "Span",
    "UsageError",
    "__version__",
    "compare",
    "compare_by_story",
    "default_pipeline",
    "extract",
    "read",
    "read_dictionaries",
    "to_document",
    "to_html",
    "to_json",
    "to_markdown",
]
