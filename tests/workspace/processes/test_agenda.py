"""What comes next, what was, and how did it stand on a day?"""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from hanse.workspace.processes.agenda import agenda, in_words
from hanse.workspace.processes.due import due as due_for
from hanse.workspace.processes.models import Access, Deadline, Process, Session
from hanse.workspace.processes.sight import Sight
from hanse.workspace.registry.models import Membership
from tests.workspace.processes.conftest import PUBLIC, in_days, moment

pytestmark = pytest.mark.django_db


def titles(entries) -> list[str]:
    return [str(each.record) for each in entries]


def test_what_comes_is_soonest_first_and_what_was_latest_first(otto, forum):
    found = agenda(Sight(otto), timezone.localdate())
    assert titles(found.upcoming) == ["Third meeting"]
    assert titles(found.past) == ["Second meeting", "First meeting"]
    assert [str(each) for each in found.undated] == ["Meeting of friends"]
    assert [str(each) for each in found.no_day] == ["Second meeting", "Meeting of friends"]
    assert [year for year, _ in found.by_year()] == [2020, 2018]


def test_a_past_day_has_its_own_coming_and_past(otto, forum):
    found = agenda(Sight(otto), date(2018, 12, 6))
    assert titles(found.upcoming) == ["First meeting", "Second meeting", "Third meeting"]
    found = agenda(Sight(otto), date(2020, 1, 15))
    assert titles(found.upcoming)[0] == "Second meeting"


def test_a_meeting_whose_end_is_not_documented_does_not_go_on_for_ever(forum):
    held = Session.objects.create(process=forum.process, title="One", since="2011", **PUBLIC)
    assert held.last == date(2011, 12, 31)
    assert held in Session.objects.ended(date(2012, 1, 1))
    assert held in Session.objects.on(date(2012, 1, 1)), "it has taken place"


def test_a_silence_that_was_broken_was_open_the_day_before(otto, forum, due):
    said = {"kind": "silence", "passed": "broken", "by": "Utopia", "broken": moment("2018-12-02 17:40")}
    due("Revision 2", when=moment("2018-12-03 10:00"), **said)

    def stood(day: date) -> str:
        return agenda(Sight(otto), day, kind="silence").entries[0].in_words

    assert stood(date(2018, 12, 1)) == ""
    assert stood(date(2018, 12, 2)) == "silence broken"
    assert stood(timezone.localdate()) == "silence broken"


def test_what_was_met_early_is_met_today(otto, forum, due):
    due("Inputs", days=5, passed="met")
    assert agenda(Sight(otto), timezone.localdate(), kind="deadline").upcoming[0].in_words == "met"


def test_a_deadline_that_passed_unnoted_is_said_to_be_so(otto, forum, due):
    due("Inputs", days=-5)
    assert agenda(Sight(otto), timezone.localdate(), kind="deadline").past[0].in_words == "past, nothing noted"


@pytest.mark.parametrize(
    ("kind", "found"),
    [("", 4), ("session", 3), ("deadline", 1), ("input", 1), ("silence", 0)],
)
def test_the_calendar_is_narrowed_by_kind(otto, forum, due, kind, found):
    due("Inputs")
    assert len(agenda(Sight(otto), timezone.localdate(), kind=kind).entries) == found


def test_what_is_restricted_leaves_no_trace(visit, rhea, otto, forum, due):
    due("Quiet", handling="restricted")
    hidden = Process.objects.create(title="Hidden talks", handling="restricted")
    Session.objects.create(process=hidden, title="Hidden meeting", since="2019-05-03", **PUBLIC)
    for path in ("/calendar/", "/processes/", "/sessions/", forum.process.get_absolute_url()):
        told = visit(rhea).get(path).content.decode()
        assert not any(word in told for word in ("Quiet", "Hidden"))
    assert visit(rhea).get(f"/calendar/?process={hidden.pk}").context["agenda"].entries == []
    assert "Quiet" in visit(otto).get("/calendar/").content.decode()


def test_access_to_a_session_of_a_hidden_process_is_hidden_too(rhea, table):
    assert Access.objects.visible_to(rhea).count() == 6
    table.process.handling = "restricted"
    table.process.save()
    assert not Access.objects.visible_to(rhea).exists()


def test_a_city_has_before_it_what_it_has_access_to_and_what_its_networks_are_in(otto, table, due):
    due("Inputs", days=9)
    due("Of the first", days=8, session=table.first)
    Access.objects.create(actor=table.quay, session=table.coming, decision="asked", **PUBLIC)
    today = timezone.localdate()
    of_quay = {str(each.record): each.why for each in due_for(table.quay, otto, today)}
    assert of_quay == {
        "Of the first": "has access; who granted it is not documented",
        "Inputs": "has a session of this process",
        "Third meeting": "asked for access",
    }
    of_sand = {str(each.record): each.why for each in due_for(table.sand, otto, today)}
    assert of_sand["Third meeting"] == "through LOP"


def test_networks_of_a_city_are_those_of_the_day(otto, table):
    Membership.objects.update(first=date(2019, 1, 1))
    assert due_for(table.sand, otto, date(2018, 1, 1)) == []
    assert due_for(table.sand, otto, date(2019, 2, 1))


def test_refused_access_alone_puts_nothing_before_a_city(otto, table):
    Membership.objects.all().delete()
    assert due_for(table.sand, otto, date(2018, 1, 1)) == []


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        ("2020-01-20", "2020-01-24", "20 to 24 January 2020"),
        ("2020-01-30", "2020-02-02", "30 January to 2 February 2020"),
        ("2019-12-30", "2020-01-02", "30 December 2019 to 2 January 2020"),
        ("2020-01-20", "2020-01-20", "20 January 2020"),
        ("2020-01-20", "", "20 January 2020"),
        ("2020-01", "", "January 2020"),
        ("2020-01-18", "2020-01", "from 18 January 2020"),
        ("2020-01", "2020-02", "January 2020 to February 2020"),
        ("2011~", "", "about 2011"),
        ("2011-05-03?", "", "3 May 2011 (uncertain)"),
        ("201X", "", "the 2010s"),
        ("", "2010", "until 2010"),
        ("", "", "date not documented"),
    ],
)
def test_dates_are_told_as_far_as_they_are_documented(since, until, words):
    assert in_words(since, until) == words


def test_a_day_without_an_hour_is_meant_to_its_end(visit, otto, forum):
    deadline = Deadline(process=forum.process, what="Inputs", when="2030-05-03", **PUBLIC)
    deadline.full_clean()
    deadline.save()
    deadline.refresh_from_db()
    assert timezone.localtime(deadline.when).isoformat()[:16] == "2030-05-03T23:59"
    assert "the end of 3 May 2030" in visit(otto).get(deadline.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("said", "about"),
    [
        ({"passed": "broken"}, "Only a silence procedure"),
        ({"kind": "silence", "passed": "held", "broken": in_days(1)}, "Only a silence that was broken"),
        ({"kind": "silence", "opens": in_days(9)}, "opens after it ends"),
    ],
)
def test_a_deadline_that_contradicts_itself_is_refused(forum, said, about):
    with pytest.raises(ValidationError, match=about):
        Deadline(process=forum.process, what="It", when=in_days(3), **said).full_clean()
