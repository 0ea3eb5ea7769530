"""How fast is the page of impact with a hundred thousand records? Counted anew each time, nothing kept."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.figures import Figure, Result

RECORDS, TIMES, GOAL = 100_000, 7, 300.0
PAGES = {
    "page of impact": "/impact/",
    "page of an indicator": "/impact/indicators/pledges/",
    "first page of what it counts": "/impact/indicators/pledges/counted/",
}
COUNTRIES = ("SEN", "MAR", "FRA", "BRA", "KEN", "USA", "IND", "PHL")
_RUN = "from benchmarks.counters import told; import sys; told(sys.argv[1], int(sys.argv[2]))"


def run() -> Result:
    """The median of some visits after the first, by processor time of the process that answers."""
    found = measured(RECORDS)
    figures = [
        Figure(f"{name}, {found['records']:,} records", found["milliseconds"][name], "ms", GOAL, "lower")
        for name in PAGES
    ]
    notes = (
        "processor time of one visit of the public, embedded database, in the process that answers; the first visit, "
        f"which loads the pages, is not in it. {found['questions']} questions to the database for the page of impact, "
        "as many for few records as for many",
    )
    return Result("counters", tuple(figures), rows=found["records"], notes=notes, details=found)


def measured(records: int) -> dict[str, Any]:
    """In a process of its own, with a data directory of its own."""
    with tempfile.TemporaryDirectory() as home:
        command = [sys.executable, "-c", _RUN, home, str(records)]
        done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=Path(__file__).parent.parent)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def told(home: str, records: int) -> None:
    """Print what was measured in a new workspace with so many records, as JSON."""
    from hanse.workspace.serve import prepare

    prepare(home)
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection, reset_queries
    from django.test import Client

    call_command("migrate", verbosity=0)
    settings.HANSE_OPEN_TO_PUBLIC, settings.ALLOWED_HOSTS = True, ["*"]
    held, client = fill(records), Client()
    spent = {name: [_visit(client, path) for _ in range(TIMES + 1)][1:] for name, path in PAGES.items()}
    settings.DEBUG = True
    reset_queries()
    client.get(PAGES["page of impact"])
    milliseconds = {name: round(median(each), 1) for name, each in spent.items()}
    print(json.dumps({"records": held, "milliseconds": milliseconds, "questions": len(connection.queries)}))


def _visit(client: Any, path: str) -> float:
    begun = time.process_time()
    answer = client.get(path)
    assert answer.status_code == 200, f"{path}: {answer.status_code}"
    return 1000 * (time.process_time() - begun)


def fill(records: int) -> int:
    """So many public records of the kinds that indicators count; how many there are then."""
    from hanse.workspace.engagements.models import Engagement, Submission
    from hanse.workspace.pledges.models import Pledge
    from hanse.workspace.processes.models import Access, Item, Process, Session
    from hanse.workspace.registry.models import Actor, Funding

    public = {"handling": "public"}
    a_twentieth = records // 20

    def many(model: Any, number: int, make: Any) -> list[Any]:
        made = [model(**make(each), folded=f"{each:07d}", **public) for each in range(number)]
        return list(model.objects.bulk_create(made, batch_size=500))

    cities = many(Actor, a_twentieth, lambda n: {"name": f"City {n}", "kind": "city", "country": COUNTRIES[n % 8]})
    of = list(islice(cycle(cities), 7 * a_twentieth))
    year = [date(2015 + n % 12, 1 + n % 9, 1 + n % 28) for n in range(7 * a_twentieth + 200)]
    pledge = {"state": "published"}
    many(
        Pledge,
        7 * a_twentieth,
        lambda n: {**pledge, "city": of[n], "pledged": year[n].isoformat(), "toward": f"gcm {1 + n % 23}"},
    )
    many(
        Engagement,
        4 * a_twentieth,
        lambda n: {"title": "Talk", "since": year[n].isoformat(), "first": year[n], "last": year[n]},
    )
    many(Submission, 2 * a_twentieth, lambda n: {"by": of[n], "addressee": of[0], "date": year[n].isoformat()[:7]})
    processes = many(Process, 20, lambda n: {"title": f"Process {n}"})
    sessions = many(
        Session,
        200,
        lambda n: {"process": processes[n % 20], "first": year[n], "last": year[n], "whole_programme": True},
    )
    items = many(Item, a_twentieth, lambda n: {"session": sessions[n % 200], "title": f"Item {n}"})
    places = list(islice(cycle(items), 4 * a_twentieth))
    many(
        Access,
        4 * a_twentieth,
        lambda n: {"actor": of[n], "session": places[n].session, "item": places[n], "function": "speaker"},
    )
    given = {"currency": "EUR", "received": 100}
    many(Funding, a_twentieth, lambda n: {**given, "donor": of[0], "recipient": of[n], "first": year[n]})
    return sum(each.objects.count() for each in (Actor, Pledge, Engagement, Submission, Item, Access, Funding, Session))
