"""How a workbench is served, and what is refused before it starts."""

import secrets
from dataclasses import dataclass, field
from ipaddress import ip_address

from crossread.errors import UsageError
from crossread.pipeline import DEFAULT_ANNOTATOR

LOOPBACK = "127.0.0.1"
PORT = 8017


@dataclass(frozen=True, slots=True)
class Settings:
    """What `crossread serve` was told.

    `token`: opens the workbench for whoever was shown it. `password`: opens it by HTTP Basic authentication, too.
    `names`: the host names under which it may be asked, beside the address that it listens on. `fetch`: whether
    addresses may be fetched. `person`: whose judgements those made here are.
    """

    store: str
    host: str = LOOPBACK
    port: int = PORT
    names: tuple[str, ...] = ()
    password: str | None = None
    fetch: bool = False
    annotator: str = DEFAULT_ANNOTATOR
    person: str = "reader"
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)
    csrf: str = field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)

    def check(self) -> None:
        """Raise UsageError if others could reach the workbench and nothing would ask who they are."""
        if is_loopback(self.host):
            return
        if not self.password:
            raise UsageError(
                f"{self.host} can be reached by others: set CROSSREAD_PASSWORD, which they are then asked for, "
                f"or serve on {LOOPBACK}"
            )
        if not self.names:
            raise UsageError(f"say under which name {self.host} is reached: --name news.example.org")

    @property
    def hosts(self) -> frozenset[str]:
        """The values of the Host header that are answered."""
        names = {*self.names, self.host} | ({LOOPBACK, "localhost", "[::1]"} if is_loopback(self.host) else set())
        return frozenset(names | {f"{name}:{self.port}" for name in names})

    @property
    def address(self) -> str:
        """Where a person opens the workbench; with the token, where it listens on this machine alone."""
        name = self.names[0] if self.names else self.host
        address = f"http://{name}:{self.port}/"
        return address if self.password else f"{address}?token={self.token}"


def is_loopback(host: str) -> bool:
    """Tell whether only this machine can reach the address."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
