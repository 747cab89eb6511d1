"""Serves the workbench."""

import socket
from collections.abc import Callable

import uvicorn

from crossread.errors import UsageError
from crossread.store import Store
from crossread.web.app import create_app
from crossread.web.settings import Settings


def serve(store: Store, settings: Settings, ready: Callable[[str], None]) -> None:
    """Serve until interrupted; `ready` is told the address to open.

    Raises UsageError if the settings would let others in unasked, or if the port is taken.
    """
    app = create_app(store, settings)
    listening = _bound(settings)
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,  # addresses hold the token and what was searched for
        server_header=False,
        proxy_headers=False,
    )
    ready(settings.address)
    with listening:
        uvicorn.Server(config).run(sockets=[listening])


def _bound(settings: Settings) -> socket.socket:
    """Return a socket that is bound to the address. Raises UsageError if it cannot be had."""
    host = settings.host.strip("[]")
    try:
        return socket.create_server(
            (host, settings.port), family=socket.AF_INET6 if ":" in host else socket.AF_INET, backlog=128
        )
    except OSError as error:
        raise UsageError(
            f"{settings.host} port {settings.port} cannot be listened on ({error.strerror or error}): choose --port"
        ) from error
