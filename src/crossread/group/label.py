"""A story's label, in the words of its articles."""

from collections import Counter
from collections.abc import Sequence

from crossread.linking import fold, stem
from crossread.records import CodedDocument
from crossread.resources import read_terms

LABEL_CHARACTERS = 90  # a line of a terminal, with room for a number


def label(documents: Sequence[CodedDocument]) -> str:
    """Return the most central title, else the most central first sentence, cut at a word."""
    titles = [title for document in documents if (title := (document.annotated.document.title or "").strip())]
    return _cut(_central(titles or [_first_sentence(document) for document in documents]))


def _first_sentence(document: CodedDocument) -> str:
    text = document.annotated.document.text
    return next((text[start:end] for start, end in document.annotated.sentences), text)


def _central(candidates: Sequence[str]) -> str:
    counts = Counter(key for candidate in candidates for key in _keys(candidate))

    def support(candidate: str) -> tuple[float, str]:
        keys = _keys(candidate)
        return (-sum(counts[key] - 1 for key in keys) / max(1, len(keys)), candidate)

    return min(candidates, key=support, default="")


def _keys(text: str) -> frozenset[str]:
    grammar = read_terms("lexicons/en/grammar_words.txt")
    return frozenset(stem(word) for word in fold(text).split() if word not in grammar)


def _cut(text: str) -> str:
    line = " ".join(text.split())
    if len(line) <= LABEL_CHARACTERS:
        return line
    return line[:LABEL_CHARACTERS].rsplit(" ", 1)[0] + " …"
