"""What a user knows of names: rows of a table of their own."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class KnownName:
    """Somebody or something in the user's knowledge base: its `id` there, its name, and what else it is called."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
