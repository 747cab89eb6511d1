"""Which gold mentions the coreference score counts: names and definite descriptions."""

from typing import Final

from crossread.learn.reader.columns import span_head, treebank
from crossread.learn.reader.conllu import UdDocument

_DEFINITE: Final = frozenset(
    ["the", "this", "that", "these", "those", "his", "her", "its", "their", "my", "our", "your"]
)


class NamedOrDefinite:
    """Tells mentions of one document apart by its gold tags.

    A mention counts if a proper noun heads it, or if it is no pronoun and starts with a definite article, a
    demonstrative or a possessive pronoun.
    """

    def __init__(self, document: UdDocument) -> None:
        columns = treebank(document, document.id)
        self._words = [word.lower() for word in columns.words]
        self._upos = columns.syntax.upos
        self._heads = columns.syntax.heads

    def holds(self, start: int, end: int) -> bool:
        """Whether the mention over these words counts."""
        head = span_head(self._heads, start, end)
        if self._upos[head] == "PROPN":
            return True
        return self._upos[head] not in {"PRON", "DET"} and self._words[start] in _DEFINITE
