"""Does the site answer while 500 documents come in? Server and worker as they are served, requests all the while."""

from __future__ import annotations

import os
import re
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import Any

from benchmarks.data import HERE
from benchmarks.figures import Figure, Result
from benchmarks.fresh import fresh
from benchmarks.pdf import small_files

DOCUMENTS, BEFORE = 500, 40
PAGES = ("/documents/", "/documents/search/?q=seasonal+workers", "/campaigns/")
LONGEST = 300.0
"""Seconds after which the import counts as failed."""
BLOCKED = 1000
"""Milliseconds from which a request counts as blocked."""


def run() -> Result:
    with tempfile.TemporaryDirectory() as home:
        environment = {"HANSE_HOME": home}
        cookie = fresh("benchmarks.documents:prepared", environment=environment).told["session"]
        files = small_files(Path(home, "incoming"), DOCUMENTS)
        port = _free_port()
        with _running("serve", "127.0.0.1", str(port), environment=environment):
            site = Site(port, cookie)
            site.wait()
            before = [site.get(PAGES[k % len(PAGES)]) for k in range(BEFORE)]
            start = perf_counter()
            site.upload(files)
            uploaded = perf_counter() - start
            with _running("work", environment=environment):
                start = perf_counter()
                during = list(_until_done(site, Path(home, "hanse.sqlite3")))
                seconds = perf_counter() - start
        with closing(sqlite3.connect(Path(home, "hanse.sqlite3"))) as store:
            (held,) = store.execute("select count(*) from documents_document").fetchone()
    return Result(
        "import",
        (
            Figure(f"{DOCUMENTS} documents, all stored", held, "documents", goal=DOCUMENTS),
            Figure("imported", DOCUMENTS / seconds, "documents/s"),
            Figure("request while importing, median", median(during), "ms"),
            Figure("request while importing, 95th percentile", quantiles(during, n=20)[-1], "ms"),
            Figure("request while importing, longest", max(during), "ms", goal=BLOCKED, better="lower"),
            Figure("the same request before, median", median(before), "ms"),
            Figure(f"upload of {DOCUMENTS} files", uploaded, "s"),
        ),
        rows=DOCUMENTS,
        notes=(f"{len(during)} requests over HTTP, signed in, in turn to {', '.join(PAGES)}",),
        details={"seconds": round(seconds, 1)},
    )


def prepared() -> dict[str, Any]:
    """A new workspace with an officer who is signed in; her session."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "hanse.workspace.settings"
    import django

    django.setup()
    from django.core.management import call_command
    from django.test import Client

    from hanse.workspace.accounts.models import User

    call_command("migrate", verbosity=0, interactive=False)
    client = Client()
    client.force_login(User.objects.create_user("officer@example.org", role="officer"))
    return {"session": client.cookies["sessionid"].value}


def _until_done(site: Site, store: Path) -> Iterator[float]:
    """Milliseconds of one request after another until the job has ended."""
    end, turn = time.monotonic() + LONGEST, 0
    while time.monotonic() < end:
        yield site.get(PAGES[turn % len(PAGES)])
        turn += 1
        time.sleep(0.05)
        with closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True, timeout=30)) as held:
            states = {state for (state,) in held.execute("select state from jobs_job")}
        if not states & {"queued", "running"}:
            return
    raise TimeoutError(f"the import took more than {LONGEST:.0f} s")


@dataclass(frozen=True)
class Site:
    """A workspace that is served, as a signed-in visitor has it."""

    port: int
    session: str

    def get(self, path: str) -> float:
        """Milliseconds until the whole page was there."""
        start = perf_counter()
        self._ask("GET", path)
        return round(1000 * (perf_counter() - start), 1)

    def upload(self, files: list[Path]) -> None:
        """Send files by the upload form, in one request."""
        page, cookies = self._ask("GET", "/documents/upload/")
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.decode())
        csrf = re.search(r"csrftoken=(\w+)", cookies)
        if not token or not csrf:
            raise RuntimeError("the upload form has no token")
        fields = {"csrfmiddlewaretoken": token[1], "handling": "internal"}
        edge = "an-edge-that-no-file-has"
        parts = [
            f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
            for name, value in fields.items()
        ]
        for file in files:
            head = f'--{edge}\r\nContent-Disposition: form-data; name="files"; filename="{file.name}"\r\n\r\n'
            parts.append(head.encode() + file.read_bytes() + b"\r\n")
        body = b"".join(parts) + f"--{edge}--\r\n".encode()
        self._ask("POST", "/documents/upload/", body, f"multipart/form-data; boundary={edge}", csrf[1])

    def _ask(self, method: str, path: str, body: bytes = b"", kind: str = "", csrf: str = "") -> tuple[bytes, str]:
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=120)) as connection:
            cookie = f"sessionid={self.session}" + (f"; csrftoken={csrf}" if csrf else "")
            headers = {"Cookie": cookie} | ({"Content-Type": kind} if kind else {})
            connection.request(method, path, body or None, headers)
            answer = connection.getresponse()
            content = answer.read()
            if answer.status not in (200, 302):
                raise RuntimeError(f"{method} {path}: {answer.status}")
            return content, answer.headers.get("Set-Cookie", "")

    def wait(self) -> None:
        """Until the server takes requests."""
        for _ in range(300):
            try:
                self._ask("GET", "/documents/")
                return
            except OSError:
                time.sleep(0.1)
        raise TimeoutError("the server did not start")


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def _running(*arguments: str, environment: dict[str, str]) -> Iterator[None]:
    """A process of the workspace, ended on leaving."""
    command = [sys.executable, "-m", "hanse.workspace", *arguments]
    process = subprocess.Popen(command, cwd=HERE, env={**os.environ, **environment}, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
