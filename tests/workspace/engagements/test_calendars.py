"""Engagements come from a calendar after a dry run, each once, without anybody's address; one's own go out again."""

from __future__ import annotations

import time

import icalendar
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hanse.errors import DamagedFile, EmptyFile
from hanse.workspace.engagements.calendar_in import read
from hanse.workspace.engagements.calendar_taken import weighed
from hanse.workspace.engagements.models import CalendarDraft, Engagement, EngagementParticipant
from tests.workspace.engagements.conftest import text

HEAD, END = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t//EN\r\n", "END:VCALENDAR\r\n"
ADDRESS = "/engagements/from-calendar/"


def event(*lines: str, uid: str = "one@x") -> str:
    return "\r\n".join(["BEGIN:VEVENT", f"UID:{uid}", *lines, "END:VEVENT", ""])


def calendar(*events: str) -> bytes:
    return (HEAD + "".join(events) + END).encode()


MEETING = event(
    "SUMMARY:Talks with jane.doe@example.com on the draft",
    "DTSTART;TZID=Europe/Berlin:20260501T233000",
    "DTEND;TZID=Europe/Berlin:20260502T003000",
    "LOCATION:Quito",
    "DESCRIPTION:Join by mailto:bob@example.net\\nor come",
    "ORGANIZER;CN=Guayaquil:mailto:office@guayaquil.example",
    "ATTENDEE;CN=Jane Doe:mailto:jane.doe@example.com",
    "ATTENDEE;CN=Room 3;CUTYPE=ROOM:mailto:room@example.com",
    "ATTENDEE;CN=Ecuador;PARTSTAT=DECLINED:mailto:ec@example.com",
    "RRULE:FREQ=WEEKLY;COUNT=3",
)


def upload(client, data: bytes, **said):
    given = {"file": SimpleUploadedFile("work.ics", data), "kind": "meeting", "handling": "internal", **said}
    return client.post(ADDRESS, given)


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        (["DTSTART;VALUE=DATE:20260501"], ("2026-05-01", "")),
        (["DTSTART;VALUE=DATE:20260501", "DTEND;VALUE=DATE:20260504"], ("2026-05-01", "2026-05-03")),
        (["DTSTART:20260501T120000Z", "DURATION:P2D"], ("2026-05-01", "2026-05-03")),
        (["DTSTART;TZID=Asia/Tokyo:20260501T003000", "DTEND;TZID=Asia/Tokyo:20260501T013000"], ("2026-05-01", "")),
        (["DTSTART:20260501T120000", "DTEND:20260502T000000"], ("2026-05-01", "")),
        (["DTSTART:20260501T120000", "DTEND:20260401T000000"], ("2026-05-01", "")),
        (["DTSTART;TZID=Made up:20260501T120000"], ("2026-05-01", "")),
    ],
)
def test_days_are_those_on_the_wall_where_it_takes_place(lines, days):
    (row,) = read(calendar(event(*lines)))
    assert (row.since, row.until, row.problem) == (*days, "")


def test_a_broken_event_spoils_no_other():
    good = event("SUMMARY:Good", "DTSTART:20260501T120000")
    cut = "BEGIN:VEVENT\r\nSUMMARY:Cut\r\n"
    odd = event("SUMMARY:Odd", "DTSTART:20261301T990000", "nonsense", uid="two")
    none = event("SUMMARY:No day", uid="three")
    off = event("SUMMARY:Off", "STATUS:CANCELLED", "DTSTART:20260501T120000", uid="four")
    rows = read(calendar(cut, good, odd, none, off))
    assert [(each.title, bool(each.problem)) for each in rows] == [
        ("", True),
        ("Good", False),
        ("Odd", True),
        ("No day", True),
        ("Off", True),
    ]
    assert [each.line for each in rows][:2] == [4, 6]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", b"\xff\xfe\x00"])
def test_what_is_no_calendar_is_refused_with_a_sentence(data):
    with pytest.raises((DamagedFile, EmptyFile)) as refused:
        read(data)
    assert refused.value.sentence.endswith(".")


@pytest.mark.django_db
def test_nothing_is_written_before_somebody_says_so_and_then_each_once(visit, otto, actors):
    client = visit(otto)
    dry = client.get(upload(client, calendar(MEETING))["Location"])
    assert Engagement.objects.count() == 0
    page = text(dry)
    told = ("1 new event", "Guayaquil", "1 other, not kept", "weekly, 3 times", "2 e-mail addresses were left out")
    assert [each for each in told if each not in page] == []
    client.post(dry.request["PATH_INFO"] + "take/")
    made = Engagement.objects.get()
    assert made.title == "Talks with (address left out) on the draft"
    assert (made.since, made.until) == ("2026-05-01", "2026-05-02")
    assert [each.actor_id for each in made.participants.all()] == ["guayaquil"]
    again = client.get(upload(client, calendar(MEETING))["Location"])
    assert "Nothing of it is new" in text(again)
    assert "1 here already" in text(again)


@pytest.mark.django_db
def test_no_address_of_an_attendee_is_kept_anywhere(visit, otto, actors):
    client = visit(otto)
    held = upload(client, calendar(MEETING))["Location"]
    kept = str(CalendarDraft.objects.values_list("rows", "name").get())
    client.post(held + "take/")
    kept += str(list(Engagement.objects.values())) + str(list(Engagement.history.values()))
    assert not [each for each in ("jane", "Jane", "bob@", "office@", "one@x") if each in kept]


@pytest.mark.django_db
def test_who_works_here_stands_for_the_city_that_he_or_she_speaks_for(visit, otto, tala):
    client = visit(otto)
    data = calendar(event("SUMMARY:Call", "DTSTART:20260501T120000", "ATTENDEE;CN=T.:mailto:Tala@Example.org"))
    client.post(upload(client, data)["Location"] + "take/")
    assert EngagementParticipant.objects.get().actor == tala.speaks_for.get().city


@pytest.mark.django_db
def test_private_events_are_left_out_unless_somebody_takes_them(visit, otto):
    client = visit(otto)
    data = calendar(event("SUMMARY:Dentist", "CLASS:PRIVATE", "DTSTART:20260501T120000"))
    address = upload(client, data)["Location"]
    assert 'value="4" checked' in text(client.get(address))
    client.post(address + "take/", {"leave": ["4"]})
    assert Engagement.objects.count() == 0


@pytest.mark.django_db
def test_what_was_removed_is_not_brought_again(visit, otto):
    client = visit(otto)
    data = calendar(event("SUMMARY:Call", "DTSTART:20260501T120000"))
    client.post(upload(client, data)["Location"] + "take/")
    Engagement.objects.get().remove()
    assert "removed here, and not brought again" in text(client.get(upload(client, data)["Location"]))


@pytest.mark.django_db
def test_what_another_keeps_restricted_is_not_betrayed_by_bringing_the_same(visit, otto, tala):
    data = calendar(event("SUMMARY:Call", "DTSTART:20260501T120000"))
    office, city = visit(otto), visit(tala)
    office.post(upload(office, data, handling="restricted")["Location"] + "take/")
    assert "1 new event" in text(city.get(upload(city, data)["Location"]))


@pytest.mark.django_db
def test_a_draft_is_its_owner_s_and_taken_once(visit, otto, olga, rhea):
    client = visit(otto)
    address = upload(client, calendar(MEETING))["Location"]
    for person in (olga, rhea, None):
        assert visit(person).get(address).status_code != 200
        assert visit(person).post(address + "take/").status_code in (302, 404)
    assert Engagement.objects.count() == 0
    client.post(address + "take/")
    assert client.post(address + "take/").status_code == 404
    assert Engagement.objects.count() == 1


def many(number: int) -> bytes:
    lines = ("SUMMARY:Meeting", "DTSTART:20260501T120000", "ATTENDEE;CN=Guayaquil:mailto:a@b.example")
    return calendar(*(event(*lines, uid=f"{each}@x") for each in range(number)))


@pytest.mark.django_db
def test_five_thousand_events_are_shown_in_a_dry_run(visit, otto, actors):
    client, began = visit(otto), time.process_time()
    page = text(client.get(upload(client, many(5000))["Location"]))
    assert "5,000 new events" in page
    assert "4,600 more are not shown and would be noted" in page
    assert time.process_time() - began < 30


@pytest.mark.django_db
def test_many_events_are_taken_in_with_their_people_and_history_and_recognised(visit, otto, actors):
    client, data = visit(otto), many(700)
    client.post(upload(client, data)["Location"] + "take/")
    assert Engagement.objects.count() == EngagementParticipant.objects.count() == Engagement.history.count() == 700
    assert {each["state"] for each in weighed(read(data), otto)} == {"known"}


@pytest.mark.django_db
def test_a_broken_file_is_refused_in_the_form(visit, otto):
    answer = upload(visit(otto), b"\x00\x01nonsense")
    assert answer.status_code == 422
    assert "No line of it begins a calendar" in text(answer)


@pytest.mark.django_db
def test_one_s_own_go_out_as_a_calendar_and_are_recognised_when_they_come_back(visit, otto, actors, engaged):
    made = engaged("Talks; on, all", actors["ecuador"], author=otto, until="2026-05-03", place="Quito")
    engaged("Hidden", author=otto, handling="restricted")
    engaged("Of others")
    client = visit(otto)
    body = client.get("/engagements/mine.ics").content
    (held,) = icalendar.Calendar.from_ical(body).walk("VEVENT")
    assert (str(held["SUMMARY"]), held["DTSTART"].dt.isoformat(), held["DTEND"].dt.isoformat()) == (
        "Talks; on, all",
        "2026-05-01",
        "2026-05-04",
    )
    assert str(held["UID"]) == f"engagement-{made.pk}@hanse"
    assert "1 here already" in text(client.get(upload(client, body)["Location"]))
