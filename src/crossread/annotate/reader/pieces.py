"""Words to word pieces, one word at a time, remembered.

A word's pieces do not depend on its neighbours, so each distinct word is cut once.
"""

from pathlib import Path
from typing import Final

from crossread.resources.networks import open_pieces, piece_number

REMEMBERED_WORDS: Final = 200_000  # about 30 MB at most; news vocabularies stay far below
MOST_PIECES_A_WORD: Final = 12  # longer ones are addresses, rules of dashes and the like


class WordPieces:
    """Cuts words into the encoder's pieces.

    Args:
        path: the encoder's ``tokenizer.json``.
    """

    def __init__(self, path: Path) -> None:
        self._tokenizer = open_pieces(path)
        self._known: dict[str, tuple[int, ...]] = {}
        self.start = piece_number(self._tokenizer, "[CLS]")
        self.separator = piece_number(self._tokenizer, "[SEP]")
        self.unknown = piece_number(self._tokenizer, "[UNK]")

    def is_whole_word(self, word: str) -> bool:
        """Whether the vocabulary holds a lower-case word in one piece."""
        return self._tokenizer.token_to_id(word) is not None

    def of(self, word: str) -> tuple[int, ...]:
        """The pieces of one word, never empty."""
        known = self._known.get(word)
        if known is None:
            ids = self._tokenizer.encode(word, add_special_tokens=False).ids
            known = tuple(ids[:MOST_PIECES_A_WORD]) or (self.unknown,)
            if len(self._known) >= REMEMBERED_WORDS:
                self._known.clear()
            self._known[word] = known
        return known
