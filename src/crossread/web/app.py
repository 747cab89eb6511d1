"""The workbench as an ASGI application."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response

from crossread.errors import CrossreadError, NothingToCompareError, UnknownIdError, UsageError
from crossread.store import Store
from crossread.version import VERSION
from crossread.web import api, pages
from crossread.web.desk import Desk
from crossread.web.guard import Guard
from crossread.web.render import assets, page
from crossread.web.settings import Settings

_STATUS: dict[type[CrossreadError], HTTPStatus] = {
    UnknownIdError: HTTPStatus.NOT_FOUND,
    UsageError: HTTPStatus.BAD_REQUEST,
    NothingToCompareError: HTTPStatus.BAD_REQUEST,
}
_FOR_EVER = "private, max-age=31536000, immutable"  # the name changes with the text


def create_app(store: Store, settings: Settings) -> FastAPI:
    """Return the workbench over a store, which it closes at its end.

    Raises UsageError if the settings would let others in unasked.
    """
    settings.check()
    desk = Desk(store, settings)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        desk.close()

    app = FastAPI(
        title="crossread",
        version=VERSION,
        summary="Stories of a store, compared: the same documents as the command line.",
        openapi_url="/api/openapi.json",
        docs_url=None,  # the pages that FastAPI brings load scripts from elsewhere
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.desk = desk
    app.add_middleware(Guard, settings=settings)
    app.include_router(api.routes)
    app.include_router(pages.routes)
    app.add_api_route("/assets/{name}", _asset, include_in_schema=False)
    app.add_exception_handler(CrossreadError, _told)
    return app


def _asset(name: str) -> Response:
    if name not in assets():
        return PlainTextResponse("There is no such file.", HTTPStatus.NOT_FOUND)
    text, media_type = assets()[name]
    return Response(text, media_type=media_type, headers={"cache-control": _FOR_EVER})


def _told(request: Request, error: Exception) -> Response:
    """Tell what is wrong, as a page or as JSON."""
    kinds = (status for kind, status in _STATUS.items() if isinstance(error, kind))
    status = next(kinds, HTTPStatus.INTERNAL_SERVER_ERROR)
    if request.url.path.startswith("/api/"):
        return JSONResponse({"detail": str(error)}, status)
    return HTMLResponse(page("problem.html.j2", title="That cannot be done", problem=str(error)), status)
