"""What a word does in its sentence."""

from dataclasses import dataclass
from typing import Literal

from crossread.extract.verbs import Form

Part = Literal[
    "verb", "aux", "noun", "pronoun", "det", "prep", "conj", "sub", "adv", "neg", "punct", "to", "poss", "rel"
]


@dataclass(frozen=True, slots=True)
class Tag:
    """`part`: what the word does; `lemma` and `form` are filled in for verbs and auxiliaries.

    `finite`: the verb makes a clause of its own; `passive`: its subject undergoes.
    """

    part: Part
    lemma: str = ""
    form: Form | None = None
    finite: bool = False
    passive: bool = False
