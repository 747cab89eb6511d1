"""Fetching: a real server on this machine, which the tests' own lookup alone takes for a public one."""

import gzip
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from threading import Thread

import pytest

from crossread.errors import ReadError
from crossread.read.addresses import Address, is_public, public_addresses
from crossread.read.fetch import Fetched, Limits, fetch

BODY = b"<p>The ferry sank.</p>"
SMALL = Limits(size=2000, seconds=1.0, redirects=2, ports=None)


class Pages(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.0"

    def do_GET(self) -> None:
        pages = {
            "/page?q=a%20b": lambda: self.give(BODY),
            "/moved": lambda: self.lead("/page?q=a%20b"),
            "/inward": lambda: self.lead("http://inner.test/secret"),
            "/to-file": lambda: self.lead("file:///etc/passwd"),
            "/round": lambda: self.lead("/round"),
            "/large": lambda: self.give(b"x" * 5000),
            "/packed": lambda: self.give(gzip.compress(BODY), "gzip"),
            "/bomb": lambda: self.give(gzip.compress(b"x" * 100_000), "gzip"),
            "/broken": lambda: self.give(b"no gzip", "gzip"),
            "/slow": self.drip,
        }
        pages.get(self.path, lambda: self.send_error(404))()

    def give(self, body: bytes, encoding: str | None = None) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        if encoding:
            self.send_header("Content-Encoding", encoding)
        self.end_headers()
        self.wfile.write(body)

    def lead(self, where: str) -> None:
        self.send_response(302)
        self.send_header("Location", where)
        self.end_headers()

    def drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(100):
                self.wfile.write(b"x")
                time.sleep(0.1)
        except OSError:
            return

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def lookup(host: str, _: int) -> tuple[Address, ...]:
    if host == "outlet.test":
        return (ip_address("127.0.0.1"),)
    raise ReadError(f"{host} is not public")


def get(path: str, port: int, limits: Limits = SMALL) -> Fetched:
    return fetch(f"http://outlet.test:{port}{path}", limits, lookup)


@pytest.mark.parametrize("path", ["/page?q=a%20b", "/page?q=a b", "/moved"])
def test_a_page_is_fetched(path: str, port: int) -> None:
    fetched = get(path, port)
    assert fetched.data == BODY
    assert fetched.url.startswith(f"http://outlet.test:{port}/page?q=a")
    assert fetched.content_type == "text/html"


def test_a_packed_page_is_unpacked(port: int) -> None:
    assert get("/packed", port).data == BODY


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/inward", "inner.test is not public"),
        ("/to-file", "only http"),
        ("/round", "more than 2 times"),
        ("/large", "larger than 2,000 bytes"),
        ("/bomb", "larger than 2,000 bytes"),
        ("/broken", "packed"),
        ("/slow", "longer than 1 second"),
        ("/nothing", "404"),
    ],
)
def test_what_may_not_be_fetched_is_told(path: str, why: str, port: int) -> None:
    began = time.monotonic()
    with pytest.raises(ReadError, match=why):
        get(path, port)
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("ftp://outlet.test/", "only http"),
        ("/etc/passwd", "only http"),
        ("http://ada:secret@outlet.test/", "user's name"),
        ("http://outlet.test:22/", "port 22"),
        ("http://outlet.test:99999/", "no address"),
        ("http://[::1/", "no address"),
        ("http://" + "a" * 100 + ".test/", "no name of a host"),
        ("http://inner.test/", "not public"),
    ],
)
def test_what_is_no_address_to_fetch_is_refused_before_any_request(url: str, why: str) -> None:
    with pytest.raises(ReadError, match=why):
        fetch(url, None, lookup)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "::1", "169.254.169.254", "10.0.0.8", "2130706433", "0x7f000001", "0.0.0.0"],  # noqa: S104
)
def test_machines_that_are_not_public_are_refused(host: str) -> None:
    with pytest.raises(ReadError, match="not public"):
        public_addresses(host, 80)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("fe80::1", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("::ffff:93.184.216.34", True),
        ("64:ff9b::10.0.0.1", False),
        ("2002:0a00:0001::", False),
    ],
)
def test_which_addresses_are_public(address: str, *, public: bool) -> None:
    assert is_public(ip_address(address)) is public
