"""A PostgreSQL server of our own for one run of the tests: in a temporary folder, on a socket there."""

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

_USERS = ("postgres", "nobody")  # the server refuses to run as root
_SECONDS = 30


def programs() -> Path | None:
    """Return the folder of the newest server that is installed."""
    known = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    found = known[-1] if known else shutil.which("initdb")
    return Path(found).resolve().parent if found else None


def need_server() -> Path:
    """Return the folder of the server's programs; skip where there is none, and fail where it has to be there."""
    found = programs()
    if found is None:
        reason = "PostgreSQL's server is not installed (Debian: apt-get install postgresql)"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return found


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """Run a server; yield the address of its database `postgres`."""
    account = _account()
    home = Path(tempfile.mkdtemp(prefix="crossread-pg-"))  # sockets need a short path, and another user the right to it
    if account:
        os.chown(home, account.pw_uid, account.pw_gid)
    who: dict[str, Any] = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []} if account else {}
    data = home / "data"
    try:
        made: list[str | Path] = [
            folder / "initdb",
            "-D",
            data,
            "-A",
            "trust",
            "-U",
            "crossread",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
        ]
        subprocess.run([*made, "--no-sync"], check=True, cwd=home, capture_output=True, **who)
        settings = ["listen_addresses=", f"unix_socket_directories={home}", "fsync=off", "full_page_writes=off"]
        options = [part for setting in settings for part in ("-c", setting)]
        with (home / "log").open("wb") as log:
            server = subprocess.Popen([folder / "postgres", "-D", data, *options], cwd=home, stderr=log, **who)
        try:
            _wait(folder, home, server)
            yield f"postgresql://crossread@/postgres?host={home}"
        finally:
            server.terminate()
            server.wait(_SECONDS)
    finally:
        shutil.rmtree(home)


def _account() -> pwd.struct_passwd | None:
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    return next(known[name] for name in _USERS if name in known)


def _wait(folder: Path, home: Path, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _SECONDS
    while subprocess.run([folder / "pg_isready", "-q", "-h", home], check=False).returncode:
        if server.poll() is not None or time.monotonic() > end:
            pytest.fail(f"PostgreSQL does not start: {(home / 'log').read_text('utf-8', 'replace')}")
        time.sleep(0.05)
