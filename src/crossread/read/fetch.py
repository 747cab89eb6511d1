"""Fetches an address, for those who ask for it: from public machines only, within limits, and nothing else is sent.

An address may come from anybody, and must not make this machine ask its own network. So the name is looked up once, all
its addresses must be public, and the connection goes to the very address that was judged; each redirect is judged anew.
Proxies of the environment are not used, since they would look the name up again.
"""

import ssl
import time
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPResponse
from socket import SHUT_RDWR, create_connection, socket
from threading import Timer
from urllib.parse import quote, urljoin, urlsplit

from crossread.errors import ReadError
from crossread.read.addresses import Address, public_addresses
from crossread.version import VERSION

_PORTS = {"http": 80, "https": 443}
_REDIRECTS = (301, 302, 303, 307, 308)
_CHUNK = 1 << 16  # bytes
_LEAST_SECONDS = 0.001  # a limit of zero would mean none
_INFLATED = 47  # zlib: gzip or zlib, by its header
_SAFE = "/%:@!$&'()*+,;=~?-._[]"  # what stands in an address as it is


@dataclass(frozen=True, slots=True)
class Limits:
    """What one fetch may take.

    `size`: bytes of the body, inflated. `seconds`: for all of it, redirects included. `ports`: those that may be asked.
    """

    size: int = 10_000_000  # the longest pages have a tenth; a feed of full texts rarely more than two millions
    seconds: float = 30.0
    redirects: int = 5
    ports: frozenset[int] | None = frozenset(_PORTS.values())


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: `url` is the last one after redirects, `content_type` as the server said it."""

    url: str
    content_type: str | None
    data: bytes


Lookup = Callable[[str, int], tuple[Address, ...]]
"""Returns the addresses of a host, all fit to be asked; raises ReadError if there are none or one is not."""


def fetch(url: str, limits: Limits | None = None, lookup: Lookup = public_addresses) -> Fetched:
    """Return what an http(s) address gives.

    Raises ReadError, with the reason, if it is no public address, exceeds the limits or answers with an error.
    """
    limits = limits or Limits()
    until = time.monotonic() + limits.seconds
    for _ in range(limits.redirects + 1):
        answer = _Request(url, limits, lookup).send(until)
        if isinstance(answer, Fetched):
            return answer
        if url.startswith("https:") and not answer.startswith("https:"):
            raise ReadError("it leads from an encrypted to an unencrypted address, which is not followed")
        url = answer
    raise ReadError(f"it leads on more than {limits.redirects} times")


class _Request:
    """One request to one address, whose every part was checked."""

    def __init__(self, url: str, limits: Limits, lookup: Lookup) -> None:
        try:
            parts = urlsplit(url)
            scheme, host, port = parts.scheme.lower(), parts.hostname, parts.port
        except ValueError as error:
            raise ReadError(f"it is no address that can be fetched ({error})") from error
        if scheme not in _PORTS or not host:
            raise ReadError("only http:// and https:// addresses are fetched")
        if parts.username is not None or parts.password is not None:
            raise ReadError("it carries a user's name, which is not sent")
        self._url = url
        self._limits = limits
        self._port = port or _PORTS[scheme]
        if limits.ports is not None and self._port not in limits.ports:
            raise ReadError(f"its port {self._port} is not fetched from")
        try:
            self._host = host.encode("idna").decode("ascii")
        except UnicodeError as error:
            raise ReadError(f"{host!r} is no name of a host") from error
        self._addresses = lookup(self._host, self._port)
        self._path = quote((parts.path or "/") + (f"?{parts.query}" if parts.query else ""), safe=_SAFE)
        self._secure = scheme == "https"

    def send(self, until: float) -> Fetched | str:
        """Return the body, or the address that this one leads to; give up at `until`, of the monotonic clock."""
        seconds = max(until - time.monotonic(), _LEAST_SECONDS)
        connection = _Pinned(self._host, self._port, self._addresses, seconds, secure=self._secure)
        # a server that sends a byte now and then never lets a read time out: past the limit the connection is cut
        watchdog = Timer(seconds, connection.cut)
        watchdog.daemon = True
        watchdog.start()
        try:
            connection.request("GET", self._path, headers=_HEADERS)
            answer = self._answer(connection.getresponse())
            if connection.was_cut:  # which ends a body of unstated length as its server would
                raise TimeoutError
            return answer
        except (OSError, HTTPException) as error:
            if connection.was_cut or isinstance(error, TimeoutError):
                raise ReadError(f"it took longer than {self._limits.seconds:g} seconds") from error
            raise ReadError(f"it cannot be fetched ({error or type(error).__name__})") from error
        finally:
            watchdog.cancel()
            connection.close()

    def _answer(self, response: HTTPResponse) -> Fetched | str:
        if response.status in _REDIRECTS:
            location = response.getheader("Location")
            if not location:
                raise ReadError("it leads on without saying where")
            return urljoin(self._url, location)
        if response.status != HTTPStatus.OK:
            raise ReadError(f"the server answers {response.status} {response.reason}".rstrip())
        data = self._body(response)
        return Fetched(self._url, response.getheader("Content-Type"), data)

    def _body(self, response: HTTPResponse) -> bytes:
        data = bytearray()
        while chunk := response.read(_CHUNK):
            data += chunk
            self._check(len(data))
        if response.getheader("Content-Encoding", "identity").lower() in ("gzip", "x-gzip", "deflate"):
            data = bytearray(self._inflated(bytes(data)))
        return bytes(data)

    def _inflated(self, data: bytes) -> bytes:
        try:
            inflated = zlib.decompressobj(_INFLATED).decompress(data, self._limits.size + 1)
        except zlib.error as error:
            raise ReadError("what came is packed in a way that cannot be read") from error
        self._check(len(inflated))
        return inflated

    def _check(self, size: int) -> None:
        if size > self._limits.size:
            raise ReadError(f"it is larger than {self._limits.size:,} bytes")


_HEADERS = {
    "User-Agent": f"crossread/{VERSION}",
    "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml, */*;q=0.5",
    "Accept-Encoding": "identity",
    "Connection": "close",
}


class _Pinned(HTTPConnection):
    """A connection to the known addresses of a host, whatever its name leads to by now."""

    def __init__(self, host: str, port: int, addresses: Sequence[Address], seconds: float, *, secure: bool) -> None:
        super().__init__(host, port, timeout=seconds)
        self.default_port = _PORTS["https" if secure else "http"]  # which the header Host leaves out
        self._addresses = addresses
        self._secure = secure
        self._open: socket | None = None
        self.was_cut = False

    def connect(self) -> None:
        """Connect to the first address that answers; the certificate must be the host's."""
        self.sock = self._open = self._connected()
        if self._secure:
            self.sock = self._open = ssl.create_default_context().wrap_socket(self._open, server_hostname=self.host)

    def _connected(self) -> socket:
        *others, last = self._addresses
        for address in others:
            try:
                return create_connection((str(address), self.port), self.timeout)
            except OSError:
                continue  # such as an IPv6 address where there is no IPv6
        return create_connection((str(last), self.port), self.timeout)

    def cut(self) -> None:
        """End it from another thread: whoever reads from it is told."""
        self.was_cut = True
        if self._open is not None:
            try:
                self._open.shutdown(SHUT_RDWR)
            except OSError:
                return  # it has ended by itself
