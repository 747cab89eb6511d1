"""Somebody who speaks or acts, and how noun phrases are asked whom they stand for."""

from collections.abc import Callable
from dataclasses import dataclass

from crossread.extract.cast import Cast
from crossread.extract.chunks import Chunk
from crossread.records import Mention, Span


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks or acts: `name` as full as the article has it, `span` the words here, `mention` of a name."""

    name: str
    span: Span
    mention: Mention | None = None


Refer = Callable[[Chunk, Voice | None], Voice | None]
"""Returns whom a noun phrase stands for, given who spoke last."""


def person_voice(cast: Cast, word: int, span: Span, last: Voice | None = None) -> Voice | None:
    """Return the voice, told by `span`, of whom the pronoun or possessive stands for; `last` is who spoke last."""
    person = cast.person_for(word, last.mention if last is not None else None)
    if person is not None and person.form != "name":
        return Voice(cast.full_name(person), span)
    return Voice(cast.full_name(person), span, person) if person is not None else None
