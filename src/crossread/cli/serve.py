"""`crossread serve`."""

import getpass
import os
import webbrowser
from importlib.util import find_spec
from typing import Annotated

import typer

from crossread.cli.annotators import AnnotatorOption
from crossread.cli.exits import COMPARED
from crossread.cli.stores import StoreOption, opened
from crossread.errors import UsageError
from crossread.pipeline import DEFAULT_ANNOTATOR

_NEEDED = ("fastapi", "uvicorn", "python_multipart")
_DEFAULT_PORT = 8017


def serve(
    store: StoreOption = None,
    host: Annotated[str, typer.Option(help="Address to listen on. Others than this machine need a password.")] = (
        "127.0.0.1"
    ),
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = _DEFAULT_PORT,
    name: Annotated[
        list[str] | None, typer.Option(metavar="HOST", help="A further host name under which it is reached.")
    ] = None,
    fetch: Annotated[
        bool, typer.Option("--fetch", help="Let articles be added by address, which is then fetched.")
    ] = False,
    open_browser: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
    annotator: AnnotatorOption = DEFAULT_ANNOTATOR,
) -> None:
    """Serve the workbench: the stories of a store in the browser, to search, compare, judge and export.

    Listens on this machine alone, and opens only with the token in the address that is printed. To let others in, set
    CROSSREAD_PASSWORD, and put a server with TLS before it. Needs the extra `web` (docs/workbench.md).

    For example:

    crossread serve --store news.db

    crossread serve --store news.db --port 9000 --fetch --open
    """
    missing = [module for module in _NEEDED if find_spec(module) is None]
    if missing:
        raise UsageError("serve needs more packages: pip install 'crossread[web]'")
    from crossread.web import Settings
    from crossread.web import serve as serve_workbench

    settings = Settings(
        store=store or "",
        host=host,
        port=port,
        names=tuple(name or ()),
        password=os.environ.get("CROSSREAD_PASSWORD") or None,
        fetch=fetch,
        annotator=annotator,
        person=getpass.getuser(),
    )
    settings.check()

    def ready(address: str) -> None:
        typer.echo(f"crossread: open {address} (stop with Ctrl+C)", err=True)
        if open_browser:
            webbrowser.open(address)

    serve_workbench(opened(store, create=True), settings, ready)
    raise typer.Exit(COMPARED)
