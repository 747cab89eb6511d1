"""Made-up articles as the reader would hand them on, their names and days marked by who wrote them.

So grouping is measured by itself, on a hundred thousand articles, without the hours that reading them takes.
"""

import re
from typing import cast

from benchmarks.made.corpus import Made

from crossread.records import AnnotatedDocument, CodedDocument, Document, Mention, MentionKind, Time, Words


def document_of(made: Made) -> Document:
    """Return the article as it would be read."""
    return Document(made.id, made.text, made.outlet, title=made.title, published=made.published)


def coded_of(made: Made) -> CodedDocument:
    """Return the article with its names, its day and its sentences marked."""
    document = document_of(made)
    kind_of = dict(made.names)
    mentions = tuple(
        Mention(document.span(found.start(), found.end()), cast("MentionKind", kind_of[found.group()]))
        for found in re.finditer("|".join(re.escape(name) for name in kind_of), made.text)
    )
    times = tuple(
        Time(document.span(found.start(), found.end()), made.day, "date", made.published, "day")
        for found in re.finditer(r"\b\w+day\b", made.text)
        if found.group().istitle()
    )
    sentences = tuple((found.start(), found.end()) for found in re.finditer(r"\S[^\n]*", made.text))
    annotated = AnnotatedDocument(document, sentences, Words((), (), (), ()), mentions, (), times, (), "made")
    return CodedDocument(annotated, (), (), (), ())
