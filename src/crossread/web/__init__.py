"""The workbench: the report's pages, live over a store, and the JSON API."""

from crossread.web.app import create_app
from crossread.web.serving import serve
from crossread.web.settings import Settings

__all__ = ["Settings", "create_app", "serve"]
