"""Pledges in the official layouts, on other sites, and from a sheet of past ones."""

from __future__ import annotations

import csv
import io

import pytest
from openpyxl import load_workbook

from hanse.workspace.pledges.models import Pledge, State
from hanse.workspace.registry.exchange.taking import take_in
from hanse.workspace.registry.kinds import KINDS
from tests.workspace.pledges.conftest import text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def open_to_all(settings):
    settings.HANSE_OPEN_TO_PUBLIC = True


def sheet(response: object) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


def test_the_layout_of_the_compact_for_migration_has_the_answers_by_what_they_stand_for(visit, pledge_of, tala, call):
    answers = {
        "q-amount_amount": "200000",
        "q-amount_currency": "EUR",
        "q-indicators": "Families housed",
        "q-kind": ["Policy", "Financial"],
    }
    pledge_of(tala, answers=answers, since="2026", until="2027-12", partners="Red Crescent", reference="P-17")
    (row,) = sheet(visit(None).get("/pledges/layouts/gcm.csv"))
    assert row["Pledge ID"] == "P-17"
    assert row["Pledging State or actor"] == "Tunis"
    assert row["Country"] == "Tunisia"
    assert row["Form of pledge"] == "Pledge in partnership"
    assert row["GCM objectives"] == "15. Basic services"
    assert row["Type of pledge"] == "Financial; Policy" or row["Type of pledge"] == "Policy; Financial"
    assert (row["Amount"], row["Currency"]) == ("200000.00", "EUR")
    assert row["Indicators and follow-up"] == "Families housed"
    assert (row["Timeline: start"], row["Timeline: end"]) == ("2026", "2027-12")


def test_a_layout_holds_only_pledges_toward_its_instrument(visit, pledge_of, tala):
    pledge_of(tala)
    assert sheet(visit(None).get("/pledges/layouts/gcr.csv")) == []


def test_formulas_leave_the_house_as_text(visit, pledge_of, tala):
    pledge_of(tala, title="=HYPERLINK(1)", description="+1+1")
    (row,) = sheet(visit(None).get("/pledges/layouts/gcm.csv"))
    assert (row["Title of pledge"], row["Description of pledge"]) == ("'=HYPERLINK(1)", "'+1+1")
    book = load_workbook(io.BytesIO(visit(None).get("/pledges/layouts/gcm.xlsx").content))
    cells = [cell for line in book.active.iter_rows(min_row=2) for cell in line if cell.value]
    assert all(cell.data_type == "s" for cell in cells)


def test_the_layouts_hold_what_the_list_is_filtered_to(visit, pledge_of, tala, milo):
    pledge_of(tala)
    pledge_of(milo)
    (row,) = sheet(visit(None).get("/pledges/layouts/gcm.csv?country=CAN"))
    assert row["Pledging State or actor"] == "Montréal"


def test_no_such_layout_is_not_there(visit, pledge_of, tala):
    assert visit(None).get("/pledges/layouts/sdg.csv").status_code == 404
    assert visit(None).get("/pledges/layouts/gcm.pdf").status_code == 404


def test_the_list_may_be_framed_anywhere_and_sets_no_cookie_and_nothing_else_may(visit, pledge_of, tala):
    pledge_of(tala)
    framed = visit(None).get("/pledges/embed/")
    assert "frame-ancestors *" in framed["Content-Security-Policy"]
    assert "X-Frame-Options" not in framed
    assert not framed.cookies
    assert "Keys for newcomers" in text(framed)
    for path in ("/pledges/", "/practices/"):
        other = visit(None).get(path)
        assert "frame-ancestors 'none'" in other["Content-Security-Policy"]
        assert other["X-Frame-Options"] == "DENY"


def test_the_framed_list_is_the_publics_whoever_looks(visit, pledge_of, tala, otto):
    pledge_of(tala, handling="internal")
    pledge_of(tala, State.FILED)
    assert "Keys for newcomers" not in text(visit(otto).get("/pledges/embed/"))


def test_a_closed_workspace_shows_no_list_elsewhere(settings, visit, otto):
    settings.HANSE_OPEN_TO_PUBLIC = False
    assert visit(otto).get("/pledges/embed/").status_code == 404


def test_past_pledges_come_in_from_a_sheet_and_are_published_like_any_other(visit, compact, otto, tala):
    rows = [
        {
            "title": "Homes first",
            "city": "Tunis",
            "cycle": "2022",
            "toward": "Objective GCM 7, 15",
            "pledged": "2022-05",
            "status": "In progress",
            "reported": "2024",
            "handling": "public",
        },
        {"title": "Nowhere", "city": "Atlantis", "cycle": "2022"},
        {"title": "Odd", "city": "Tunis", "cycle": "2022", "toward": "GCM 99"},
    ]
    kind = KINDS["pledges"]
    dry = take_in(kind, rows, user=otto, dry=True)
    assert not Pledge.objects.exists()
    taken = take_in(kind, rows, user=otto)
    assert [len(dry.added), len(taken.added), len(taken.refused)] == [1, 1, 2]
    assert {(each.row, each.column) for each in taken.refused} == {(3, "city"), (4, "toward")}
    pledge = Pledge.objects.get()
    assert (pledge.state, pledge.toward, pledge.status) == (State.ACCEPTED, "gcm 7, gcm 15", "in progress")
    assert visit(None).get(f"/pledges/{pledge.pk}/").status_code == 404
    visit(otto).post(f"/pledges/{pledge.pk}/step/", {"do": "publish", "handling": "public"})
    page = text(visit(None).get(f"/pledges/{pledge.pk}/"))
    assert "Homes first" in page
    assert "No report for over a year" in page
    assert len(take_in(kind, rows[:1], user=otto).unchanged) == 1


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("objective=gcm+15", True),
        ("objective=gcm+1", False),
        ("instrument=gcm", True),
        ("region=Africa", True),
        ("country=TUN", True),
        ("status=planning", True),
        ("light=new", True),
        ("light=red", False),
        ("cycle=2026", True),
        ("q=families", True),
        ("q=tunis", True),
        ("q=nothing", False),
        ("as_of=2010", False),
    ],
)
def test_the_list_is_filtered(visit, pledge_of, tala, milo, asked, shown):
    pledge_of(tala)
    pledge_of(milo, title="Another", description="x", toward="gcm 1", reported="2023-01-01", cycle="2020")
    page = text(visit(None).get(f"/pledges/?{asked}"))
    assert ("Keys for newcomers" in page) is shown
