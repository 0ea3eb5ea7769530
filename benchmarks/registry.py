"""How fast is a full registry? Its pages and its API at the server, for an officer, a researcher and the public."""

from __future__ import annotations

import os
import random
import tempfile
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import Any

from benchmarks.figures import Figure, Result
from benchmarks.fresh import fresh
from benchmarks.full_registry import CITIES, INSTRUMENTS, MEMBERSHIPS, NETWORKS, SESSIONS, called, countries, fill

VISITS = 20
"""Pages of each sort that each reader opens; lists, of which there are few, as often."""
GOAL = 200
"""Milliseconds at the server, 95th percentile."""
READERS = ("officer", "researcher", "public")
KEEPERS = {"duplicates"}
"""What only those open who keep the registry."""


def run() -> Result:
    with tempfile.TemporaryDirectory() as home:
        told = fresh("benchmarks.registry:measured", environment={"HANSE_HOME": home}).told
    figures = []
    for sort, spent in told["sorts"].items():
        slow = max(spent, key=lambda reader: spent[reader]["p95"])
        own = spent[slow]
        beside = (
            f"{slow}; median {own['median']:.0f} ms, first {own['first']:.0f} ms; processor {own['processor']:.0f} ms, "
            f"95th percentile {own['processor_p95']:.0f} ms"
        )
        name = f"{sort}, 95th percentile"
        figures.append(Figure(name, spent[slow]["p95"], "ms", goal=GOAL, better="lower", peer=beside))
    return Result(
        "registry",
        tuple(figures),
        rows=MEMBERSHIPS,
        notes=(
            f"{CITIES:,} cities, {NETWORKS} networks, {MEMBERSHIPS:,} memberships with a source each, SQLite; every "
            f"sort opened {VISITS} times, at different records, by each of {', '.join(READERS)}, without the network "
            "in between; the slowest of them is told, with the first page that they opened beside it, and with the "
            "time that the processor was at work, which is the page's own where other programs run beside it",
        ),
        details=told,
    )


def measured() -> dict[str, Any]:
    """In a process of its own: milliseconds of every sort of page, by reader."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "hanse.workspace.settings"
    os.environ["HANSE_OPEN_TO_PUBLIC"] = "true"
    import django

    django.setup()
    from django.core.management import call_command

    from hanse.workspace.serve import settle

    call_command("migrate", verbosity=0, interactive=False)
    start = perf_counter()
    fill(random.Random(11))
    filled = perf_counter() - start
    settle()
    return {"filled_in_seconds": round(filled, 1), "sorts": by_reader()}


def by_reader() -> dict[str, dict[str, dict[str, float]]]:
    """What each sort of page takes each reader, of the registry that is there."""
    from django.contrib.auth.models import AnonymousUser
    from django.test import Client

    from hanse.workspace.accounts.models import User

    told: dict[str, dict[str, dict[str, float]]] = {}
    for name in READERS:
        client = Client(SERVER_NAME="localhost")
        reader: Any = AnonymousUser()
        if name != "public":
            reader, _ = User.objects.get_or_create(email=f"{name}@example.org", defaults={"role": name})
            client.force_login(reader)
        for sort, paths in sorts(random.Random(7), reader).items():
            if name == "officer" or sort not in KEEPERS:
                told.setdefault(sort, {})[name] = timed(client, paths)
    return told


def timed(client: Any, paths: list[str]) -> dict[str, float]:
    """Milliseconds of pages opened one after the other; the first apart."""
    took, worked = [], []
    for path in paths:
        start, at_work = perf_counter(), process_time()
        answer = client.get(path)
        took.append(1000 * (perf_counter() - start))
        worked.append(1000 * (process_time() - at_work))
        if answer.status_code != 200:
            raise RuntimeError(f"{path}: {answer.status_code}")
    later = took[1:]
    return {
        "p95": round(quantiles(later, n=20)[-1], 1),
        "median": round(median(later), 1),
        "processor": round(median(worked[1:]), 1),
        "processor_p95": round(quantiles(worked[1:], n=20)[-1], 1),
        "first": round(took[0], 1),
        "most": round(max(later), 1),
    }


def sorts(dice: random.Random, reader: Any) -> dict[str, list[str]]:
    """The addresses of each sort, of records that the reader sees."""
    from hanse.workspace.registry.models import Actor, Membership

    cities = _some(Actor.objects.filter(kind="city"), "cities", reader, dice)
    memberships = _some(Membership.objects, "memberships", reader, dice)
    small = [f"/networks/network-{NETWORKS - 1 - each}/" for each in range(VISITS)]
    large = [f"/networks/network-{each % 3}/" for each in range(VISITS)]
    states = [f"/states/{code.lower()}/" for code in ["DEU", "KEN", *dice.sample(countries(), VISITS - 2)]]
    years = [1995 + each % 30 for each in range(VISITS)]
    words = [called(dice)[:5].lower() for _ in range(VISITS)]
    instruments = [f"/instruments/instrument-{dice.randrange(INSTRUMENTS)}/" for _ in range(VISITS)]

    def often(path: str, count: int = VISITS) -> list[str]:
        return [path] * count

    return {
        "front page": often("/"),
        "registry": often("/registry/"),
        "registry, as of a year": [f"/registry/?as_of={year}" for year in years],
        "duplicates": often("/registry/duplicates/"),
        "cities": [f"/cities/?page={1 + each * 9}" for each in range(VISITS)],
        "cities, searched": [f"/cities/?q={word}" for word in words],
        "cities, as of a year": [f"/cities/?as_of={year}" for year in years],
        "networks": [f"/networks/?page={1 + each % 4}" for each in range(VISITS)],
        "states": [f"/states/?page={1 + each % 3}" for each in range(VISITS)],
        "memberships": often("/memberships/"),
        "memberships, as of a year": [f"/memberships/?as_of={year}" for year in years],
        "memberships, searched": [f"/memberships/?q={word}" for word in words],
        "memberships, page 500 and on": [f"/memberships/?page={500 + each * 50}" for each in range(VISITS)],
        "memberships, filtered": [f"/memberships/?network=network-{each}&grade=founder" for each in range(VISITS)],
        "attestations": [f"/attestations/?page={1 + each * 5}" for each in range(VISITS)],
        "city": cities,
        "city, as of a year": [f"{path}?as_of={year}" for path, year in zip(cities, years, strict=True)],
        "network of 5,000": large,
        "network of 5,000, as of a year": [f"{path}?as_of={year}" for path, year in zip(large, years, strict=True)],
        "network, small": small,
        "state": states,
        "membership": memberships,
        "instrument with 200 acts": instruments,
        "ratification gap": often("/instruments/ratification-gap/"),
        "calendar": often("/calendar/"),
        "process": often("/processes/forum/"),
        "process, as of a year": [f"/processes/forum/?as_of={year}" for year in years],
        "figure of a process, its records": [
            f"/processes/forum/figures/speakers/others/?page={1 + k % 9}" for k in years
        ],
        "network of 5,000, those that left": [f"{path}?ended=1" for path in large],
        "session, 500 had access": often("/sessions/session-0/"),
        "session": [f"/sessions/session-{dice.randrange(1, SESSIONS)}/" for _ in range(VISITS)],
        "suggestions": [f"/registry/suggest/actor/?q={word[:3]}" for word in words],
        **_calls(years, words, memberships),
    }


def _calls(years: list[int], words: list[str], memberships: list[str]) -> dict[str, list[str]]:
    """Addresses of the API."""
    api = "/api/v1"
    each = range(VISITS)
    return {
        "API: cities": [f"{api}/cities?as_of={year}" for year in years],
        "API: cities, searched": [f"{api}/cities?q={word}" for word in words],
        "API: memberships": [f"{api}/memberships"] * VISITS,
        "API: memberships, filtered": [f"{api}/memberships?network=network-{k}&grade=founder" for k in each],
        "API: memberships, as of a year": [f"{api}/memberships?as_of={year}" for year in years],
        "API: memberships, 1,000 a page": [f"{api}/memberships?page_size=1000&network=network-{k % 3}" for k in each],
        "API: attestations": [f"{api}/attestations"] * VISITS,
        "API: attestations of a source": [f"{api}/attestations?source=source-{k}" for k in each],
        "API: record with its sources": [f"{api}{path.rstrip('/')}" for path in memberships],
    }


def _some(records: Any, plural: str, reader: Any, dice: random.Random) -> list[str]:
    """Pages of some records that a reader sees."""
    seen = list(records.visible_to(reader).order_by("pk").values_list("pk", flat=True))
    return [f"/{plural}/{key}/" for key in dice.sample(seen, VISITS)]
