"""Words to word pieces, one word at a time, remembered.

A word's pieces do not depend on its neighbours, so each distinct word is cut once.
"""

from pathlib import Path
from typing import Final

from tokenizers import Tokenizer

REMEMBERED_WORDS: Final = 200_000  # about 30 MB at most; news vocabularies stay far below
MOST_PIECES_A_WORD: Final = 12  # longer ones are addresses, rules of dashes and the like


class WordPieces:
    """Cuts words into the encoder's pieces.

    Args:
        path: the encoder's ``tokenizer.json``.
    """

    def __init__(self, path: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._known: dict[str, tuple[int, ...]] = {}
        self.start = self._id("[CLS]")
        self.separator = self._id("[SEP]")
        self.unknown = self._id("[UNK]")

    def _id(self, token: str) -> int:
        number = self._tokenizer.token_to_id(token)
        if number is None:
            raise ValueError(f"the tokenizer has no {token}")
        return int(number)

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
