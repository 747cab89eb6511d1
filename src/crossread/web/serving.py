"""Serves the workbench."""

from collections.abc import Callable

import uvicorn

from crossread.store import Store
from crossread.web.app import create_app
from crossread.web.settings import Settings


def serve(store: Store, settings: Settings, ready: Callable[[str], None]) -> None:
    """Serve until interrupted; `ready` is told the address to open.

    Raises UsageError if the settings would let others in unasked.
    """
    app = create_app(store, settings)
    config = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        log_level="warning",
        access_log=False,  # addresses hold the token and what was searched for
        server_header=False,
        proxy_headers=False,
    )
    ready(settings.address)
    uvicorn.Server(config).run()
