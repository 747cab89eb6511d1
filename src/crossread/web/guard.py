"""What every request passes: Host, who asks, from which page; and what every answer says of itself.

A page of another site can make a browser send requests here, and can let a name of its own lead here (DNS rebinding).
So the Host header must be ours; whoever asks must have shown the launch token or the password; what changes something
must come from our own page (Origin, Sec-Fetch-Site) and carry the CSRF token, unless no browser sends it by itself.
"""

import secrets
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from crossread.web.settings import Settings

COOKIE = "crossread"
CSRF_FIELD = "csrf"
CSRF_HEADER = "x-csrf-token"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
MOST_BYTES = 40_000_000  # of one request: articles are a thousandth of it, and a browser's upload must not fill memory

HEADERS: Mapping[str, str] = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",
}


class Guard:
    """Middleware: refuses what is not for us, and puts the security headers on every answer."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or hand on."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refused = self._refusal(Request(scope))
        await (refused or self._app)(scope, receive, with_headers)

    def _refusal(self, request: Request) -> Response | None:
        if request.headers.get("host", "").lower() not in self._settings.hosts:
            return PlainTextResponse("This is not the host that was asked for.", 421)
        if not self._from_us(request):
            return PlainTextResponse("This request comes from another site.", 403)
        if _too_long(request):
            return PlainTextResponse(f"More than {MOST_BYTES // 1_000_000} MB were sent.", 413)
        if request.url.path == "/favicon.ico":
            return Response(status_code=204)
        shown = request.query_params.get("token")
        if request.method == "GET" and shown is not None and _same(shown, self._settings.token):
            return self._welcome(request)
        return None if self._known(request) else self._who(request)

    def _from_us(self, request: Request) -> bool:
        if request.method in SAFE:
            return True
        origin = request.headers.get("origin")
        site = request.headers.get("sec-fetch-site")
        if origin == "null":  # what a browser sends of our own forms, too, since our pages tell no referrer
            return site == "same-origin"
        if origin is not None and urlsplit(origin).netloc.lower() != request.headers.get("host", "").lower():
            return False
        return site in {None, "same-origin", "none"}

    def _known(self, request: Request) -> bool:
        cookie = request.cookies.get(COOKIE)
        return (cookie is not None and _same(cookie, self._settings.token)) or authorized(request, self._settings)

    def _who(self, request: Request) -> Response:
        if self._settings.password:
            return PlainTextResponse("Who asks?", 401, {"www-authenticate": 'Basic realm="crossread", charset="UTF-8"'})
        return PlainTextResponse("Open the address that `crossread serve` printed: it carries the token.", 401)

    def _welcome(self, request: Request) -> Response:
        """Keep the token in a cookie, and take it out of the address."""
        answer = RedirectResponse(request.url.remove_query_params("token").path, 303)
        answer.set_cookie(COOKIE, self._settings.token, httponly=True, samesite="strict", path="/")
        return answer


def authorized(request: Request, settings: Settings) -> bool:
    """Tell whether the Authorization header has the token (Bearer) or the password (Basic)."""
    kind, _, value = request.headers.get("authorization", "").partition(" ")
    if kind.lower() == "bearer":
        return _same(value.strip(), settings.token)
    if kind.lower() == "basic" and settings.password:
        try:
            given = b64decode(value, validate=True).decode("utf-8").partition(":")[2]
        except (Base64Error, UnicodeDecodeError):
            return False
        return _same(given, settings.password)
    return False


def carries_token(request: Request, settings: Settings, field: str | None) -> bool:
    """Tell whether what changes something carries the CSRF token, or the launch token that no browser sends itself."""
    if request.headers.get("authorization", "").lower().startswith("bearer "):
        return authorized(request, settings)
    given = request.headers.get(CSRF_HEADER) or field
    return given is not None and _same(given, settings.csrf)


def _too_long(request: Request) -> bool:
    length = request.headers.get("content-length", "0")
    unknown = request.method not in SAFE and "content-length" not in request.headers
    return unknown or not length.isascii() or not length.isdigit() or int(length) > MOST_BYTES


def _same(given: str, wanted: str) -> bool:
    return secrets.compare_digest(given.encode("utf-8", "surrogatepass"), wanted.encode("utf-8"))
