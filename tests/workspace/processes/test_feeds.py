"""What do calendar programs get, and is it iCalendar?"""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from icalendar import Calendar

from hanse.workspace.accounts.rights import Role
from hanse.workspace.processes.models import FeedKey, Session
from tests.workspace.processes.conftest import PUBLIC, in_days, moment

LINE = re.compile(r"([A-Z0-9-]+)(?:;[A-Z-]+=(?:\"[^\"]*\"|[^\";:,]*))*:([^\x00-\x08\x0a-\x1f\x7f]*)")
pytestmark = pytest.mark.django_db


def events(body: bytes) -> dict[str, object]:
    return {str(each["summary"]): each for each in Calendar.from_ical(body).walk("VEVENT")}


def plainly(body: bytes) -> list[tuple[str, str]]:
    """A second reading of RFC 5545, by its rules of lines alone: names and values; fails where the rules are broken."""
    assert body.endswith(b"\r\n")
    assert body.count(b"\r") == body.count(b"\n") == body.count(b"\r\n")
    raw = body.split(b"\r\n")[:-1]
    assert all(len(line) <= 75 for line in raw), max(raw, key=len)
    lines: list[bytes] = []
    for line in raw:
        if line.startswith(b" "):
            lines[-1] += line[1:]
        else:
            lines.append(line)
    open_: list[str] = []
    found = []
    for line in (each.decode() for each in lines):
        matched = LINE.fullmatch(line)
        assert matched, line
        name, value = matched.groups()
        if name == "BEGIN":
            open_.append(value)
        elif name == "END":
            assert open_.pop() == value
        found.append((name, value))
    assert not open_
    return found


def test_sessions_are_whole_days_with_their_last_day_in(visit, otto, forum):
    answer = visit(otto).get("/calendar.ics")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    held = events(answer.content)
    first = held["First meeting"]
    assert (first.start, first.end) == (date(2018, 12, 5), date(2018, 12, 8))
    assert first["location"] == "Port Vell, Morocco"
    assert first["status"] == "CONFIRMED"


def test_a_session_without_a_day_is_left_out_and_the_page_says_so(visit, otto, forum):
    assert set(events(visit(otto).get("/calendar.ics").content)) == {"First meeting", "Third meeting"}
    page = visit(otto).get("/calendar/").content.decode()
    assert "2 sessions are not in it, for no day is documented" in page
    assert "Second meeting</a>, January 2020" in page


def test_a_doubtful_date_is_tentative_and_an_undocumented_end_is_said(visit, otto, forum):
    Session.objects.create(process=forum.process, title="Doubtful", since="2019-05-03?", **PUBLIC)
    event = events(visit(otto).get("/calendar.ics").content)["Doubtful"]
    assert (event.start, event.end) == (date(2019, 5, 3), date(2019, 5, 4))
    assert event["status"] == "TENTATIVE"
    assert "Its last day is not documented." in event["description"]


def test_a_deadline_has_its_minute_and_its_alarms(visit, otto, forum, due):
    when = in_days(9).replace(microsecond=0, second=0)
    due("Inputs", when=when)
    due("Under silence", when=when, kind="silence")
    held = events(visit(otto).get("/calendar.ics").content)
    event = held["Due: Inputs (FOB)"]
    assert event.start == when
    assert [each["trigger"].dt for each in event.walk("VALARM")] == [timedelta(days=-3), timedelta(days=-1)]
    assert [each["trigger"].dt for each in held["Silence ends: Under silence (FOB)"].walk("VALARM")] == [
        timedelta(days=-1),
        timedelta(hours=-2),
    ]


def test_what_is_settled_or_past_rings_no_more_and_says_what_came_of_it(visit, otto, forum, due):
    broken = {"kind": "silence", "passed": "broken", "by": "Utopia", "broken": moment("2018-12-02 17:40")}
    due("Revision 2", when=moment("2018-12-03 10:00"), **broken)
    event = events(visit(otto).get("/calendar.ics").content)["Silence broken: Revision 2 (FOB)"]
    assert not event.walk("VALARM")
    assert "Silence broken, by Utopia." in event["description"]


def test_identities_stay_and_stamps_and_numbers_follow_the_history(visit, otto, forum):
    before = events(visit(otto).get("/calendar.ics").content)["First meeting"]
    forum.first.chair = "Ms Chair"
    forum.first.save()
    after = events(visit(otto).get("/calendar.ics").content)["First meeting"]
    assert before["uid"] == after["uid"] == f"session-{forum.first.pk}@hanse"
    assert (before["sequence"], after["sequence"]) == (0, 1)
    assert after["dtstamp"].dt == forum.first.history.first().history_date.replace(microsecond=0)
    assert "METHOD" not in Calendar.from_ical(visit(otto).get("/calendar.ics").content)


def test_odd_words_are_escaped_folded_and_read_back_the_same(visit, otto, forum, due):
    odd = "Réunion; des “villes”, \\ n:o 2 " + "東京都港区 " * 20 + "ümläut"
    chair = "A\r\nBEGIN:VEVENT\x07"
    Session.objects.create(process=forum.process, title=odd, since="2019-05-03", chair=chair, **PUBLIC)
    body = visit(otto).get("/calendar.ics").content
    assert odd in events(body)
    assert len(events(body)) == 3
    names = [name for name, _ in plainly(body)]
    assert dict(plainly(body))["X-PUBLISHED-TTL"] == "PT4H"
    assert names.count("SUMMARY") == 3
    assert names.count("UID") == len(Calendar.from_ical(body).walk("VEVENT"))


def test_a_feed_that_did_not_change_is_not_sent_again(visit, otto, forum):
    browser = visit(otto)
    tag = browser.get("/calendar.ics")["ETag"]
    assert browser.get("/calendar.ics", HTTP_IF_NONE_MATCH=tag).status_code == 304
    forum.first.remove()
    assert browser.get("/calendar.ics", HTTP_IF_NONE_MATCH=tag).status_code == 200


def test_the_public_has_what_is_public_where_the_workspace_is_open(visit, forum, due, settings):
    due("Inside", handling="internal")
    assert visit(None).get("/calendar.ics").status_code in {302, 404}
    settings.HANSE_OPEN_TO_PUBLIC = True
    assert set(events(visit(None).get("/calendar.ics").content)) == {"First meeting", "Third meeting"}


def test_a_feed_of_a_process_and_of_a_city_hold_what_is_theirs(visit, otto, table, due):
    due("Inputs")
    other = type(table.process).objects.create(title="Elsewhere", **PUBLIC)
    Session.objects.create(process=other, title="Elsewhere 1", since="2019-05-03", **PUBLIC)
    browser = visit(otto)
    of_process = events(browser.get(f"/processes/{table.process.pk}/calendar.ics").content)
    assert "Elsewhere 1" not in of_process
    assert "Due: Inputs (FOB)" in of_process
    assert set(events(browser.get(f"/cities/{table.vell.pk}/calendar.ics").content)) == {
        "First meeting",
        "Due: Inputs (FOB)",
    }
    assert browser.get(f"/cities/{table.utopia.pk}/calendar.ics").status_code == 404
    assert browser.get("/processes/nothing/calendar.ics").status_code == 404


def test_a_secret_address_gives_what_its_person_may_see_but_nothing_restricted(visit, otto, forum, due):
    due("Quiet", handling="restricted")
    due("Inside", handling="internal")
    address = f"/feeds/{FeedKey.renew(otto)}/calendar.ics"
    assert set(events(visit(None).get(address).content)) == {"First meeting", "Third meeting", "Due: Inside (FOB)"}
    assert "Due: Quiet (FOB)" in events(visit(otto).get("/calendar.ics").content)
    forum.process.handling = "restricted"
    forum.process.save()
    assert events(visit(None).get(address).content) == {}


def test_a_renewed_address_ends_the_old_and_an_account_that_ends_ends_both(visit, otto, forum):
    browser = visit(otto)
    page = browser.post("/calendar/address/").content.decode()
    old = re.search(r"/feeds/[\w-]+/calendar.ics", page)[0]
    assert visit(None).get(old).status_code == 200
    assert old not in browser.get("/calendar/address/").content.decode()
    new = re.search(r"/feeds/[\w-]+/calendar.ics", browser.post("/calendar/address/").content.decode())[0]
    assert visit(None).get(old).status_code == 404
    assert visit(None).get(new).status_code == 200
    otto.is_active = False
    otto.save()
    assert visit(None).get(new).status_code == 404


def test_a_secret_address_follows_the_role_that_its_person_has_now(visit, rosa, forum, due):
    due("Inside", handling="internal")
    address = f"/feeds/{FeedKey.renew(rosa)}/processes/{forum.process.pk}/calendar.ics"
    assert "Due: Inside (FOB)" in events(visit(None).get(address).content)
    rosa.role = Role.PUBLIC
    rosa.save()
    assert "Due: Inside (FOB)" not in events(visit(None).get(address).content)


def test_a_day_that_is_no_date_is_refused_with_a_sentence(visit, otto, forum):
    answer = visit(otto).get("/calendar.ics?as_of=yesterday")
    assert answer.status_code == 400
    assert answer.content.decode() == "“yesterday” is no date; write 2010, 2010-05 or 2010-05-31."


@pytest.mark.parametrize(("language", "told"), [("ru", "дек. 2018"), ("zh", "2018年12月"), ("", "December 2018")])
def test_a_secret_address_speaks_the_language_of_its_person_whatever_the_program_asks_for(
    visit, otto, forum, language, told
):
    otto.language = language
    otto.save()
    address = f"/feeds/{FeedKey.renew(otto)}/calendar.ics"
    held = events(visit(None).get(address, headers={"accept-language": "es"}).content)
    assert told in str(held["First meeting"]["DESCRIPTION"])
