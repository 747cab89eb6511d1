"""The options that give dictionaries of actors, agents and verbs."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Final

import typer

from crossread.extract.dictionaries import Dictionaries
from crossread.pipeline import read_dictionaries

ActorsOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--actors",
        metavar="FILE",
        help="Who is who: a dictionary of actors in PETRARCH's format. May be given several times, as the next two.",
    ),
]
AgentsOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--agents", metavar="FILE", help="What nouns (police, ministers) tell of actors: a dictionary of agents."
    ),
]
VerbsOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--verbs",
        metavar="FILE",
        help="What verbs do, in CAMEO's codes: a dictionary of verbs. If given, it alone tells what is an event.",
    ),
]

_SHOWN: Final = 5  # lines that could not be understood, of those told to a person


def given_dictionaries(
    actors: Sequence[Path] | None, agents: Sequence[Path] | None, verbs: Sequence[Path] | None
) -> Dictionaries:
    """Return the dictionaries of the files; tell on standard error which lines could not be understood."""
    dictionaries = read_dictionaries(actors or (), agents or (), verbs or ())
    faults = dictionaries.faults
    for line in faults[:_SHOWN]:
        typer.echo(f"crossread: left out of the dictionaries, as it cannot be understood: {line}", err=True)
    if len(faults) > _SHOWN:
        typer.echo(f"crossread: and {len(faults) - _SHOWN} lines more", err=True)
    return dictionaries
