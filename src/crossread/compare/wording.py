"""The words that stand for a point: a clause that can be understood without its sentence, and always the text's own."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from typing import Final

from crossread.compare.passages import words_of
from crossread.linking import fold
from crossread.records import AnnotatedDocument, ResolvedStory, Statement
from crossread.resources import read_table

MOST_WORDS: Final = 34  # of a clause taken with what stands before it: beyond, a reader loses the thread
FEWEST_WORDS: Final = 4  # that may be left when a clause loses the word that hangs it on another

_HANGING: Final = frozenset({"after", "although", "and", "as", "before", "but", "that", "though", "when", "while"})
_BOUND: Final = frozenset({"if", "since", "unless", "until", "where"})  # conjunctions that change what is told
_DATELINE: Final = re.compile(r"[A-Z]{3,}[^\n]{0,60}?\s[-\u2013\u2014]{1,2}\s+")  # "TARSK, Norra (Reuters) - "


def _words_of_class(*names: str) -> frozenset[str]:
    return frozenset(row["word"] for row in read_table("lexicons/en/word_classes.tsv") if row["class"] in names)


class Wording:
    """Words the statements of one story."""

    def __init__(self, resolved: ResolvedStory) -> None:
        self._annotated: Mapping[str, AnnotatedDocument] = {
            coded.annotated.document.id: coded.annotated for coded in resolved.story.documents
        }
        self._relative = _BOUND | _words_of_class("relative") - {"that"}
        self._helping = _words_of_class("be", "do", "have", "modal")
        self._starts = {doc: [start for start, _ in one.sentences] for doc, one in self._annotated.items()}

    def label(self, statement: Statement) -> str:
        """Return the statement's words; from the start of its sentence where they lack who does it.

        A clause loses a dateline, and the word that hangs it on another ("after", "that") if enough is left.
        """
        words = told(statement)
        if self._lacks_subject(statement):
            words = self._from_the_start(statement) or words
        opens = self._annotated[statement.doc].document.text.startswith(words)
        if opens and (dateline := _DATELINE.match(words)):
            words = words[dateline.end() :] or words
        first, _, rest = words.partition(" ")
        if fold(first) in _HANGING and len(rest.split()) >= FEWEST_WORDS:
            return rest.lstrip()
        return words

    def complete(self, statement: Statement) -> bool:
        """Tell whether the statement's words are a clause that stands by itself, or all but its conjunction."""
        first = fold(told(statement).partition(" ")[0])
        return first not in self._relative and not self._lacks_subject(statement)

    def _from_the_start(self, statement: Statement) -> str | None:
        """Return the sentence up to the statement's end, None where that is long, or no clean run of words."""
        if len(statement.evidence) != 1:
            return None
        span, annotated = statement.evidence[0], self._annotated[statement.doc]
        place = bisect_right(self._starts[statement.doc], span.start) - 1
        if place < 0:
            return None
        words = annotated.document.text[annotated.sentences[place][0] : span.end]
        return words if len(words.split()) <= MOST_WORDS and "\n" not in words else None

    def _lacks_subject(self, statement: Statement) -> bool:
        """Tell whether the words begin with the verb: in lower case, and without a word of their subject."""
        if statement.subject is None:
            return False
        words = words_of(told(statement), 0, len(told(statement)))
        if not words or not told(statement)[:1].islower():
            return False
        if words[0].grammar and words[0].text not in self._helping:
            return False
        subject = {word.key for word in words_of(statement.subject, 0, len(statement.subject))}
        return not subject & {word.key for word in words}


def told(statement: Statement) -> str:
    """Return the words of a statement's evidence."""
    return " ".join(span.text for span in statement.evidence)
