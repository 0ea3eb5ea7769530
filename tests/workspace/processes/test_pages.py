"""What do the pages of processes, sessions and the calendar show, and to whom?"""

from __future__ import annotations

import pytest

from tests.workspace.looks import LOOKS, look_at
from tests.workspace.processes.conftest import moment

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/calendar/", "/processes/", "/sessions/"])
def test_an_empty_workspace_teaches(visit, otto, path):
    page = visit(otto).get(path).content.decode()
    assert 'class="empty"' in page


def test_the_pages_answer(visit, otto, table, due):
    deadline = due("Inputs")
    for path in (
        "/calendar/",
        "/processes/",
        "/sessions/",
        *(each.get_absolute_url() for each in (table.process, table.first, table.month, table.undated, deadline)),
    ):
        assert visit(otto).get(path).status_code == 200, path
    assert "(UTC)" in visit(otto).get(deadline.get_absolute_url()).content.decode()


def test_before_a_session_nobody_had_access_to_it_yet(visit, otto, table):
    path = table.first.get_absolute_url()
    before = visit(otto).get(f"{path}?as_of=2018-12-04").content.decode()
    assert "this session had not begun" in before
    assert "granted by" not in before
    assert "granted by" in visit(otto).get(f"{path}?as_of=2018-12-05").content.decode()


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("look", LOOKS, ids=[f"{scheme}-{width}" for scheme, width in LOOKS])
def test_every_page_is_accessible_and_keeps_to_the_policy(see, look, table, due, otto, settings):
    due("Written inputs to the summary", days=12, by="cities")
    due("Accreditation of stakeholders", days=30, kind="accreditation", session=table.coming, handling="restricted")
    said = {"opens": moment("2018-11-30 10:00"), "when": moment("2018-12-03 10:00"), "kind": "silence"}
    due("Summary, second revision", **said, passed="broken", by="Utopia", broken=moment("2018-12-02 17:40"))
    last = due("Summary, third revision", kind="silence", opens=moment("2018-12-04 10:00"), when=moment("2018-12-05"))
    for name, path in {
        "calendar": "/calendar/",
        "calendar-past": f"/calendar/?as_of=2018-12-02&city={table.sand.pk}",
        "processes": "/processes/",
        "process": table.process.get_absolute_url(),
        "session": table.first.get_absolute_url(),
        "session-route": f"{table.first.get_absolute_url()}?by=route",
        "session-bare": table.month.get_absolute_url(),
        "deadline": last.get_absolute_url(),
        "record-access": f"{table.first.get_absolute_url()}access/",
        "reminders": "/reminders/",
        "address": "/calendar/address/",
    }.items():
        see(path, otto, look, name)
    page = see(f"{table.first.get_absolute_url()}access/", otto, look)
    page.fill("#id_names", "High Quay\nHigh Quai\nXyzzyville")
    with page.expect_navigation():
        page.click("text=Check the names")
    look_at(page, [], name=f"record-doubts-{look[0]}-{look[1]}")
