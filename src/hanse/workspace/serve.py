"""How does the workspace start? ``up``: migrate, load the example, run server and worker, stop both cleanly."""

from __future__ import annotations

import gc
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from hanse.workspace.configuration import LISTENS_AT

if TYPE_CHECKING:
    from hanse.workspace.registry.seeding import Seeded

WAIT = 15.0
"""Seconds that server and worker have to stop."""
LARGEST_REQUEST = 4 * 1024**3


def up(host: str = "127.0.0.1", port: int = 8000, data: str | Path | None = None, example: bool = False) -> int:
    """Run the workspace until Ctrl-C or SIGTERM; the exit code.

    ``data`` is the data directory (else HANSE_HOME, else ./var); ``example`` loads the fictional campaign once.
    """
    prepare(data)
    port = port or _free_port(host)
    if not _free(host, port):
        print(f"Something else listens on {host}:{port}; stop it, or choose another port.", file=sys.stderr)
        return 2
    migrate()
    if example:
        _say("Loading the starting facts and the example, where they are not there yet (minutes, the first time) ...")
        load_example()
    _say("Starting server and worker ...")
    address = os.environ[LISTENS_AT] = address_of(host, port)
    children = [_child("serve", host, str(port)), _child("work")]
    with _until_signalled(children) as told_to_stop:
        if _answers(host, port, children):
            _greet(address)
        while all(child.poll() is None for child in children) and not told_to_stop.wait(0.3):
            pass
        if told_to_stop.is_set():
            return 0
    print("The server or the worker ended by itself; what stands above says why.", file=sys.stderr)
    return 1


def address_of(host: str, port: int) -> str:
    """Where on this machine is found what listens on a host and port: of all its addresses, the one that it is to
    itself."""
    found = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    return f"http://[{found}]:{port}" if ":" in found else f"http://{found}:{port}"


def prepare(data: str | Path | None = None) -> None:
    """Set Django up on a data directory, which is made where there is none."""
    if data is not None:
        os.environ["HANSE_HOME"] = str(Path(data).expanduser().resolve())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hanse.workspace.settings")
    from hanse.workspace import configuration

    configuration.home().mkdir(mode=0o700, parents=True, exist_ok=True)
    import django

    django.setup()


def migrate() -> None:
    """Bring the database to what this version needs; where there is something to do, say so on stderr first."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        new = not executor.loader.applied_migrations
        _say("Making the database ..." if new else "Bringing the database to this version ...")
    call_command("migrate", verbosity=0, interactive=False)


def _say(what: str) -> None:
    """To whoever waits at the terminal; stdout has the address alone."""
    print(what, file=sys.stderr, flush=True)


def load_example() -> None:
    """The registry's starting facts and the fictional campaign, where they are not there yet."""
    from hanse.workspace.campaigns.example import load
    from hanse.workspace.registry.seeding import seed as load_facts

    load_facts()
    load()


def seed(data: str | Path | None = None) -> Seeded:
    """Load the registry's starting facts into the workspace in ``data`` (else HANSE_HOME, else ./var).

    Raises HanseError where a sheet of them is broken; then nothing is loaded.
    """
    prepare(data)
    from hanse.workspace.registry.seeding import seed as load_facts

    migrate()
    return load_facts()


def serve(host: str, port: int) -> None:
    """Answer requests: waitress, in this process."""
    import waitress
    from django.conf import settings

    from hanse.workspace.wsgi import application

    signal.signal(signal.SIGTERM, _leave)
    settle()
    waitress.serve(
        application,
        host=host,
        port=port,
        threads=8,
        url_scheme=urlsplit(settings.HANSE_ADDRESS).scheme or "http",
        max_request_body_size=LARGEST_REQUEST,
        ident="Hanse",
        **_told_by_proxy(settings.HANSE_ADDRESS),
    )


SELDOM = (20_000, 20, 20)
"""Objects made before the collector of garbage looks for circles among them; a large page makes far more."""


def settle() -> None:
    """Load what every request needs before the first one comes, and take it out of the sight of the collector of
    garbage, which else looks through all of it again, and again and again, in the midst of large pages."""
    from django.urls import get_resolver

    get_resolver().url_patterns  # noqa: B018
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)


def _told_by_proxy(address: str) -> dict[str, Any]:
    """Whose word on a visitor's address is taken: with https, that of the proxy in front of us on this machine.

    Else all people would have the proxy's address, and somebody's wrong passwords would shut everybody out.
    """
    if urlsplit(address).scheme != "https":
        return {}
    return {"trusted_proxy": "127.0.0.1", "trusted_proxy_count": 1, "trusted_proxy_headers": {"x-forwarded-for"}}


def _leave(*_: Any) -> None:
    raise SystemExit(0)


def _free_port(host: str) -> int:
    with socket.create_server((host, 0)) as probe:
        return probe.getsockname()[1]


def _free(host: str, port: int) -> bool:
    try:
        socket.create_server((host, port)).close()
    except OSError:
        return False
    return True


def _child(*arguments: str) -> subprocess.Popen[bytes]:
    """A process of its own group, so that Ctrl-C reaches it through us alone, in order."""
    command = [sys.executable, "-m", "hanse.workspace", "--with-parent", *arguments]
    return subprocess.Popen(command, start_new_session=True, stdin=subprocess.PIPE)


def end_with_parent() -> None:
    """Stop this process when the one that started it is gone: the pipe that is our standard input closes then."""

    def watch() -> None:
        while os.read(0, 1024):  # not sys.stdin, whose lock would be held when the interpreter ends
            pass
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, daemon=True, name="parent").start()


class _until_signalled:
    """SIGINT and SIGTERM set an event; on leaving, the children are told to stop, waited for, and at last killed."""

    def __init__(self, children: list[subprocess.Popen[bytes]]) -> None:
        self.children = children
        self.event = threading.Event()
        self.before: dict[int, Any] = {}

    def __enter__(self) -> threading.Event:
        for number in (signal.SIGINT, signal.SIGTERM):
            self.before[number] = signal.signal(number, lambda *_: self.event.set())
        return self.event

    def __exit__(self, *_: object) -> None:
        for child in self.children:
            if child.poll() is None:
                child.terminate()
        end = time.monotonic() + WAIT
        for child in self.children:
            try:
                child.wait(max(end - time.monotonic(), 0.1))
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
        for number, handler in self.before.items():
            signal.signal(number, handler)


def _answers(host: str, port: int, children: list[subprocess.Popen[bytes]]) -> bool:
    """Wait until the server takes connections; False where a child died first."""
    for _ in range(300):
        if any(child.poll() is not None for child in children):
            return False
        try:
            socket.create_connection((host if host != "0.0.0.0" else "127.0.0.1", port), timeout=0.2).close()
            return True
        except OSError:
            time.sleep(0.1)
    return False


def _greet(address: str) -> None:
    """Print where the workspace is, and the one-time link while no administrator can sign in."""
    from django.conf import settings

    from hanse.workspace.accounts.models import first_administrator

    _, token = first_administrator()
    base = settings.HANSE_ADDRESS or address
    print(f"Hanse is at {base}/  (Ctrl-C stops it)", flush=True)
    if token:
        hours = int(settings.HANSE_LINK_HOURS)
        print(
            f"First administrator, come in here (once, within {hours} hours): {base}/people/welcome/{token}/",
            flush=True,
        )
