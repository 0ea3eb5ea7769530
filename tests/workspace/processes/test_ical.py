"""Are events written as RFC 5545 asks? A library reads back what was written."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from hanse.workspace.processes.ical import before, component, moment, text, whole_day

WORDS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\r\x85\u2028\u2029"), max_size=300)


def written(*properties: tuple[str, str]) -> bytes:
    event = component("VEVENT", [("UID", "1@hanse"), ("DTSTAMP", "20200101T000000Z"), *properties])
    return component("VCALENDAR", [("VERSION", "2.0"), ("PRODID", "-//x//EN")], [event]).encode()


def read(body: bytes) -> Event:
    return Calendar.from_ical(body).walk("VEVENT")[0]


@given(WORDS)
def test_any_text_is_read_back_without_its_control_characters(words):
    said = "".join(" " if (each < " " and each not in "\n\t") or each == "\x7f" else each for each in words)
    body = written(("SUMMARY", text(words)))
    assert str(read(body)["summary"]) == said
    assert max(map(len, body.split(b"\r\n"))) <= 75


def test_no_letter_is_parted_between_two_lines():
    body = written(("SUMMARY", text("ü" * 200 + "," * 100)))
    for line in body.split(b"\r\n"):
        line.decode()
        assert not line.endswith(b"\\")
    assert str(read(body)["summary"]) == "ü" * 200 + "," * 100


def test_days_moments_and_spans_are_what_a_library_makes_of_them():
    start = datetime(2018, 7, 11, 18, 30, tzinfo=UTC)
    event = read(written(("DTSTART", moment(start)), ("DTEND", moment(start + timedelta(hours=1)))))
    assert event.start == start
    days = read(written(("DTSTART;VALUE=DATE", whole_day(date(2018, 12, 5))), ("DTEND;VALUE=DATE", "20181208")))
    assert (days.start, days.end) == (date(2018, 12, 5), date(2018, 12, 8))
    assert (before(timedelta(days=3)), before(timedelta(hours=2))) == ("-P3D", "-PT2H")
