"""How fast do cities sign, all at once? Two hundred, by their links, from 32 clients, against the served workspace."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from statistics import median, quantiles
from typing import Any
from urllib.parse import urlencode

import psutil

from benchmarks.cluster import cluster
from benchmarks.figures import Figure, MissingData, Result

CITIES, CLIENTS = 200, 32
WITHIN, GOAL_SECONDS, GOAL_MEDIAN = 8.0, 10.0, 200.0
PREPARE = "from benchmarks.signing import prepared; import sys; prepared(int(sys.argv[1]))"
COUNT = "from benchmarks.signing import counted; counted()"
SAYS = {
    "name": "Ines Barr",
    "office": "Mayor",
    "mandate": "council",
    "reference": "2026/114",
    "mandated": "2026-03-12",
    "authorised": "on",
}
_HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


def run() -> Result:
    """On SQLite, and on PostgreSQL where it is installed."""
    figures, details, notes = [], {}, []
    with tempfile.TemporaryDirectory() as home:
        details["SQLite"] = measured(Path(home), "")
    try:
        with cluster() as address, tempfile.TemporaryDirectory() as home:
            details["PostgreSQL"] = measured(Path(home), address)
    except MissingData as missing:
        notes.append(str(missing))
    for name, told in details.items():
        paced, burst = told["within"], told["at once"]
        beside = f"95th percentile {paced['p95']:.0f} ms"
        hard = f"median {burst['median']:.0f} ms, 95th percentile {burst['p95']:.0f} ms"
        figures += [
            Figure(f"{name}, signatures of {2 * CITIES} cities", told["standing"], goal=2 * CITIES),
            Figure(f"{name}, median of signing", paced["median"], "ms", goal=GOAL_MEDIAN, better="lower", peer=beside),
            Figure(f"{name}, all in the same moment", burst["seconds"], "s", GOAL_SECONDS, "lower", peer=hard),
            Figure(f"{name}, processor time of a signature", burst["processor"], "ms", better="lower"),
        ]
    notes.append(
        f"{CITIES} cities within {WITHIN:.0f} s by {CLIENTS} parallel clients, who have their pages open, and then "
        f"{CITIES} more, all in the same moment: there each of the {CLIENTS} waits for all the others, and its time is "
        "that of the queue. Server and worker as hanse up starts them, clients on the same machine; a time of signing "
        "is from sending to the whole answer"
    )
    return Result("signing", tuple(figures), rows=CITIES, notes=tuple(notes), details=details)


def measured(home: Path, database: str, cities: int = CITIES, clients: int = CLIENTS) -> dict[str, Any]:
    """What became of them: signatures acknowledged and stored, seconds of all, milliseconds of one; of cities that
    come within ten seconds, and of as many that all come in the same moment."""
    links = prepare(home, database, 2 * cities)
    told: dict[str, Any] = {}
    with Server(home, database) as server:
        for name, some, within in (("within", links[:cities], WITHIN), ("at once", links[cities:], 0.0)):
            crowd = Crowd(server.address, some)
            crowd.open(clients)
            before = server.spent
            seconds = crowd.sign(clients, within)
            processor = 1000 * (server.spent - before) / cities
            told[name] = _told(crowd, seconds) | {"processor": round(processor, 1)}
        stored = count(home, database)
    told |= {"standing": stored["standing"], "cities": stored["cities"]}
    return told


def _told(crowd: Crowd, seconds: float) -> dict[str, Any]:
    spent = sorted(crowd.spent)
    return {
        "acknowledged": len(crowd.acknowledged),
        "refused": crowd.refused[:5],
        "seconds": round(seconds, 2),
        "median": round(1000 * median(spent), 1),
        "p95": round(1000 * quantiles(spent, n=20)[-1], 1),
    }


def prepare(home: Path, database: str, cities: int) -> list[str]:
    """A workspace with a frozen statement, and the paths of the personal links of so many cities."""
    told: list[str] = json.loads(_python(home, database, PREPARE, str(cities)))
    return told


def count(home: Path, database: str) -> dict[str, Any]:
    """How many signatures stand, of how many cities, how many links are used, and by which of them; read past the
    server."""
    told: dict[str, Any] = json.loads(_python(home, database, COUNT))
    return told


def _python(home: Path, database: str, code: str, *said: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code, *said],
        env=_environment(home, database),
        capture_output=True,
        text=True,
        timeout=600,
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    return done.stdout


def _environment(home: Path, database: str) -> dict[str, str]:
    root = str(Path(__file__).parents[1])
    paths = os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH", "")]))
    own = {"HANSE_HOME": str(home), "HANSE_DATABASE_URL": database, "HANSE_ADDRESS": "", "HANSE_EMAIL_URL": ""}
    return {**os.environ, **own, "PYTHONPATH": paths, "DJANGO_SETTINGS_MODULE": "hanse.workspace.settings"}


class Server:
    """Server and worker, each in a process of its own."""

    def __init__(self, home: Path, database: str, *, worker: bool = True) -> None:
        with socket.create_server(("127.0.0.1", 0)) as probe:
            port = probe.getsockname()[1]
        self.address = f"127.0.0.1:{port}"
        orders = [["serve", "127.0.0.1", str(port)], *([["work"]] if worker else [])]
        said = {"env": _environment(home, database), "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.processes = [
            subprocess.Popen([sys.executable, "-m", "hanse.workspace", *each], **said)  # type: ignore[call-overload]
            for each in orders
        ]

    def __enter__(self) -> Server:
        host, port = self.address.split(":")
        for _ in range(600):
            try:
                socket.create_connection((host, int(port)), timeout=1).close()
                return self
            except OSError:
                time.sleep(0.1)
        self.__exit__()
        raise RuntimeError("the server did not start")

    @property
    def spent(self) -> float:
        """Seconds of the processor that the server has taken."""
        times = psutil.Process(self.processes[0].pid).cpu_times()
        return float(times.user + times.system)

    def kill(self) -> None:
        """All at once, as a power cut would."""
        for each in self.processes:
            each.kill()
        for each in self.processes:
            each.wait()

    def __exit__(self, *_: object) -> None:
        self.kill()


@dataclass
class Crowd:
    """Clients who sign. ``acknowledged`` are the links whose signature the server's answer confirmed."""

    address: str
    links: Sequence[str]
    acknowledged: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    """What came instead, each after its link: the heading of the page, or what broke."""
    spent: list[float] = field(default_factory=list)
    told: Callable[[int], None] | None = None
    pages: list[Page] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def open(self, clients: int) -> None:
        """The pages of all links, by so many clients."""
        with ThreadPoolExecutor(clients) as pool:
            self.pages = list(pool.map(partial(opened, self.address), self.links))

    def sign(self, clients: int, within: float = 0.0) -> float:
        """All pages, by so many clients at once: spread over some seconds, or as fast as they are answered; the seconds
        of all."""
        begun = time.perf_counter()

        def one(place: int) -> None:
            time.sleep(max(0.0, begun + within * place / len(self.pages) - time.perf_counter()))
            self._one(self.pages[place])

        with ThreadPoolExecutor(clients) as pool:
            list(pool.map(one, range(len(self.pages))))
        return time.perf_counter() - begun

    def refused_with(self, words: str) -> list[str]:
        """Those that were answered with a heading that has these words."""
        return [each for each in self.refused if words in each]

    def _one(self, page: Page) -> None:
        try:
            seconds, answer = page.sign(self.address)
        except (OSError, HTTPException) as error:
            with self.lock:
                self.refused.append(f"{page.link}: {error!r}")
            return
        with self.lock:
            self.spent.append(seconds)
            if "has signed" in answer:
                self.acknowledged.append(page.link)
            else:
                self.refused.append(f"{page.link}: {_HEADING.findall(answer)}")
            done = len(self.acknowledged)
        if self.told:
            self.told(done)


@dataclass(frozen=True)
class Page:
    """A personal link that is open in a browser, ready to be signed."""

    link: str
    cookie: str
    token: str

    def sign(self, address: str) -> tuple[float, str]:
        """Seconds from sending to the whole answer, and the page that answered."""
        body = urlencode({**SAYS, "csrfmiddlewaretoken": self.token})
        said = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": self.cookie}
        begun = time.perf_counter()
        answer = _asked(address, "POST", self.link, body, said)[0]
        return time.perf_counter() - begun, answer


def opened(address: str, link: str) -> Page:
    """Open a personal link."""
    page, cookie = _asked(address, "GET", link)
    token = _TOKEN.search(page)
    if token is None:
        raise RuntimeError(f"{link} shows no form")
    return Page(link, cookie, token.group(1))


def _asked(address: str, method: str, path: str, body: str | None = None, said: Any = None) -> tuple[str, str]:
    connection = HTTPConnection(address, timeout=60)
    try:
        connection.request(method, path, body, said or {})
        answer = connection.getresponse()
        return answer.read().decode(), str(answer.getheader("Set-Cookie") or "").split(";")[0]
    finally:
        connection.close()


def prepared(cities: int) -> None:
    """In a process of its own: make the workspace and print the links."""
    from hanse.workspace.serve import prepare as set_up

    set_up()
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    from hanse.places.countries import COUNTRIES
    from hanse.workspace.accounts.models import User
    from hanse.workspace.registry.models import Actor
    from hanse.workspace.statements import drafting
    from hanse.workspace.statements.freezing import freeze
    from hanse.workspace.statements.inviting import invite
    from hanse.workspace.statements.models import Statement

    officer = User.objects.create_user("officer@example.org", role="officer")
    statement = Statement.objects.create(title="Declaration of the Quiet Harbours", handling="public")
    draft = drafting.begin(statement, officer)
    for number in range(20):
        drafting.add(draft, "operative", {"en": f"Cities will share what they learn in matter {number}. " * 4}, officer)
    version = freeze(draft, officer)
    codes = sorted(COUNTRIES)
    links = []
    for number in range(cities):
        city = Actor.objects.create(
            name=f"Harbour {number}", kind="city", country=codes[number % len(codes)], handling="public"
        )
        links.append(f"/sign/{invite(version, city, f'mayor{number}@example.org', by=officer)}/")
    print(json.dumps(links))


def counted() -> None:
    """In a process of its own: print how many signatures stand, and of how many cities."""
    from hanse.workspace.serve import prepare as set_up

    set_up()
    from hanse.workspace.statements.models import Invitation, Signature

    standing = Signature.objects.standing().filter(until="")
    told = {
        "standing": standing.count(),
        "cities": standing.values("city").distinct().count(),
        "used": Invitation.objects.exclude(used=None).count(),
        "digests": list(standing.exclude(link=None).values_list("link__digest", flat=True)),
    }
    print(json.dumps(told))
