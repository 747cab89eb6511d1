"""The command `crossread` and its exit codes."""

import os
import sys
from typing import Annotated, NoReturn

import typer

from crossread.cli.add import add
from crossread.cli.annotate import annotate
from crossread.cli.compare import compare
from crossread.cli.exits import FAILED
from crossread.cli.extract import extract
from crossread.cli.judge import judge
from crossread.cli.run import run
from crossread.cli.search import search
from crossread.cli.serve import serve
from crossread.cli.show import show
from crossread.cli.stories import stories
from crossread.cli.watch import watch
from crossread.engine import collect_seldom
from crossread.errors import CrossreadError
from crossread.version import VERSION

EPILOG = (
    "Exit codes: 0 done; 1 done, but some articles failed (the output says which and why); "
    "2 nothing to compare, or wrong use."
)

app = typer.Typer(
    name="crossread",
    help="Read several articles about one event side by side: what they agree on, where they differ, what one alone "
    "tells, who says so, word for word. Works offline; sends nothing anywhere.",
    epilog=EPILOG,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(epilog=EPILOG)(compare)
app.command(epilog=EPILOG)(annotate)
app.command(epilog=EPILOG)(extract)
app.command(epilog=EPILOG)(add)
app.command(epilog=EPILOG)(run)
app.command(epilog=EPILOG)(watch)
app.command(epilog=EPILOG)(stories)
app.command(epilog=EPILOG)(search)
app.command(epilog=EPILOG)(judge)
app.command(epilog=EPILOG)(serve)
app.command(epilog=EPILOG)(show)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"crossread {VERSION}")
        raise typer.Exit


@app.callback()
def crossread(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Hold the options that stand before the command."""


def main() -> NoReturn:
    """Run the command line; errors of crossread are told in one line, never as a traceback."""
    collect_seldom()
    try:
        app()
    except CrossreadError as error:
        typer.echo(f"crossread: {error}", err=True)
    except BrokenPipeError:
        # whoever read our output has left (`| head`): stop quietly, and keep Python from writing to it at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(FAILED)
