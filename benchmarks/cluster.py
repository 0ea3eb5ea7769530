"""Where is a PostgreSQL to measure on? A cluster of our own in a folder of its own, gone when it is no more needed."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.figures import MissingData

LACKING = "PostgreSQL's server is not on this machine"
_PLACES = "/usr/lib/postgresql/*/bin"
_DURABLE = ("fsync=on", "full_page_writes=on", "synchronous_commit=on")
"""As a served installation has them: what was acknowledged is on the disk."""


def binaries() -> Path | None:
    """The folder that holds ``initdb`` and ``postgres``; None where there is none."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    held = sorted(Path("/").glob(_PLACES.lstrip("/")), key=lambda each: each.parent.name)
    return next((each for each in reversed(held) if (each / "initdb").exists()), None)


@contextmanager
def cluster() -> Iterator[str]:
    """A running cluster; the address of its first database, without a password, on this machine's loopback alone.

    Raises MissingData where PostgreSQL's server is not installed.
    """
    place = binaries()
    if place is None:
        raise MissingData(LACKING)
    with tempfile.TemporaryDirectory(prefix="hanse-postgres-") as folder:
        home = Path(folder) / "data"
        home.mkdir()
        _own(Path(folder))
        _run(place / "initdb", "-D", home, "-U", "hanse", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        port = _free_port()
        said = " ".join(f"-c {each}" for each in _DURABLE)
        options = f"-p {port} -c listen_addresses=127.0.0.1 -k {folder} {said}"
        _run(place / "pg_ctl", "-D", home, "-l", Path(folder) / "log", "-w", "-t", "60", "-o", options, "start")
        try:
            yield f"postgresql://hanse@127.0.0.1:{port}/postgres"
        finally:
            _run(place / "pg_ctl", "-D", home, "-m", "immediate", "-w", "stop")


def _run(*command: object) -> None:
    """As the user ``postgres`` where we are root: PostgreSQL refuses to run as root."""
    words = [str(each) for each in command]
    if os.geteuid() == 0:
        words = ["runuser", "-u", "postgres", "--", *words]
    done = subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, timeout=120, cwd="/")
    if done.returncode:
        raise MissingData(f"PostgreSQL did not start: {done.stderr.strip()[-300:]}")


def _own(folder: Path) -> None:
    if os.geteuid() == 0:
        told = pwd.getpwnam("postgres")
        for each in (folder, folder / "data"):
            os.chown(each, told.pw_uid, told.pw_gid)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
    return port
