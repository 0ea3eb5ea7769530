"""Who gets which mail, once?"""

from __future__ import annotations

from datetime import timedelta
from smtplib import SMTPResponseException, SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from hanse.workspace.accounts.rights import Role
from hanse.workspace.mail.models import Letter
from hanse.workspace.mail.sending import send_due
from hanse.workspace.processes import letters, reminding, work
from hanse.workspace.processes.models import Reminder, Watch
from hanse.workspace.processes.reminding import goes_out
from tests.workspace.processes.conftest import actor, in_days

pytestmark = pytest.mark.django_db


def remind(now=None):
    """What the worker does: write what is due, hand in what waits; how many letters were handed in."""
    reminding.remind(now)
    return send_due(now)


@pytest.fixture
def watch():
    return lambda person, days=3, **target: Watch.objects.create(person=person, days=days, **target)


@pytest.fixture
def inputs(due):
    """A deadline in three days and a bit, so that a reminder three days before is due."""
    return due("Inputs", days=2.9)


def test_a_reminder_goes_out_once(otto, forum, inputs, watch):
    watch(otto, deadline=inputs)
    assert remind() == 1
    assert remind() == 0
    [letter] = mail.outbox
    assert letter.to == [otto.email]
    assert "Inputs (FOB)" in letter.subject
    assert f"/deadlines/{inputs.pk}/" in letter.body


def test_nothing_goes_out_before_its_morning(otto, due, watch):
    deadline = due("Later", days=10)
    watch(otto, deadline=deadline, days=3)
    before = goes_out(deadline, 3)
    assert timezone.localtime(before).hour == 7
    assert remind(before - timedelta(minutes=1)) == 0
    assert remind(before) == 1


def test_one_mail_tells_of_all_that_is_due_that_day(otto, forum, due, watch):
    due("One", days=2)
    due("Two", days=2.5)
    watch(otto, process=forum.process)
    assert remind() == 1
    assert "2 deadlines, the first" in mail.outbox[0].subject
    assert [each.letter for each in Reminder.objects.all()] == [Letter.objects.get()] * 2


def test_watches_that_overlap_make_one_mail_and_no_farther_day_follows(otto, forum, inputs, watch):
    watch(otto, deadline=inputs, days=3)
    watch(otto, process=forum.process, days=7)
    assert remind() == 1
    watch(otto, process=forum.process, days=20)
    assert remind() == 0
    assert len(mail.outbox) == 1


def test_a_nearer_day_is_told_of_again(otto, due, watch):
    deadline = due("Soon", days=9.9)
    watch(otto, deadline=deadline, days=10)
    watch(otto, deadline=deadline, days=2)
    assert remind() == 1
    assert remind(timezone.now() + timedelta(days=4)) == 0
    assert remind(timezone.now() + timedelta(days=8.5)) == 1


def test_a_deadline_that_is_moved_is_told_of_again(otto, inputs, watch):
    watch(otto, deadline=inputs)
    assert remind() == 1
    inputs.when = in_days(20)
    inputs.save()
    assert remind() == 0
    assert remind(timezone.now() + timedelta(days=18)) == 1


@pytest.mark.parametrize("said", [{"passed": "met"}, {"days": -1}])
def test_what_is_settled_or_past_is_not_told_of(otto, forum, due, watch, said):
    watch(otto, process=forum.process)
    due("Settled", **said)
    assert remind() == 0


def test_a_city_is_told_of_its_sessions_and_of_what_its_networks_are_in(otto, rosa, table, due, watch):
    due("At large", days=2)
    due("Of the first", days=2, session=table.first)
    watch(otto, city=table.sand)
    watch(rosa, city=actor("Inland"))
    assert remind() == 1
    assert "At large" in mail.outbox[0].body
    assert "Of the first" in mail.outbox[0].body


def test_a_merged_city_goes_on_being_watched(otto, table, due, watch):
    due("At large", days=2)
    watch(otto, city=table.quay)
    table.quay.merged_into = table.sand
    table.quay.removed = timezone.now()
    table.quay.save()
    assert remind() == 1


def test_nobody_is_told_of_what_that_person_may_no_longer_see(rosa, forum, inputs, watch):
    inputs.handling = "restricted"
    inputs.save()
    watch(rosa, deadline=inputs)
    rosa.role = Role.RESEARCHER
    rosa.save()
    assert remind() == 0
    rosa.role = Role.REVIEWER
    rosa.is_active = False
    rosa.save()
    assert remind() == 0


def test_what_is_restricted_is_named_in_no_mail(otto, forum, inputs, watch):
    forum.process.handling = "restricted"
    forum.process.save()
    watch(otto, process=forum.process)
    assert remind() == 1
    text = f"{mail.outbox[0].subject} {mail.outbox[0].body}"
    assert "handled as restricted" in text
    assert not any(word in text for word in ("Inputs", "FOB", "Forum of the Bay"))


def test_a_worker_that_dies_while_writing_has_written_nothing_and_the_next_writes(otto, inputs, watch, monkeypatch):
    watch(otto, deadline=inputs)
    monkeypatch.setattr(letters, "post", _die)
    with pytest.raises(Died):
        remind()
    monkeypatch.undo()
    monkeypatch.setattr(Reminder.objects.__class__, "bulk_create", _die)
    with pytest.raises(Died):
        remind()
    monkeypatch.undo()
    assert not Letter.objects.exists()
    assert remind() == 1
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("sent_first", [True, False], ids=["after", "before"])
def test_a_worker_that_dies_at_handing_in_never_sends_twice(otto, inputs, watch, monkeypatch, visit, sent_first):
    watch(otto, deadline=inputs)
    send = EmailBackend.send_messages

    def dies(self, messages):
        if sent_first:
            send(self, messages)
        raise Died

    monkeypatch.setattr(EmailBackend, "send_messages", dies)
    with pytest.raises(Died):
        remind()
    monkeypatch.setattr(EmailBackend, "send_messages", send)
    assert remind() == 0
    assert len(mail.outbox) == sent_first
    assert "whether it went out is not known" in visit(otto).get("/reminders/").content.decode()


def test_a_mail_that_the_server_refuses_is_tried_again_later(otto, inputs, watch, monkeypatch):
    watch(otto, deadline=inputs)
    with monkeypatch.context() as patch:
        patch.setattr(EmailBackend, "send_messages", _raise(SMTPResponseException(451, b"later")))
        assert remind() == 0
    assert remind() == 0
    assert remind(timezone.now() + timedelta(hours=1, minutes=1)) == 1
    assert len(mail.outbox) == 1


def test_a_connection_lost_while_handing_in_is_not_tried_again(otto, inputs, watch, monkeypatch):
    watch(otto, deadline=inputs)
    with monkeypatch.context() as patch:
        patch.setattr(EmailBackend, "send_messages", _raise(SMTPServerDisconnected()))
        assert remind() == 0
    assert remind(timezone.now() + timedelta(hours=2)) == 0


def test_where_no_mail_goes_out_nothing_is_written(otto, inputs, watch, settings):
    watch(otto, deadline=inputs)
    settings.HANSE_REMINDS = False
    assert remind() == 0
    assert not Reminder.objects.exists()
    settings.HANSE_REMINDS = True
    assert remind() == 1


def test_a_server_that_is_away_gets_the_letter_once_it_is_back(otto, inputs, watch, monkeypatch):
    watch(otto, deadline=inputs)
    with monkeypatch.context() as patch:
        patch.setattr(EmailBackend, "open", _raise(ConnectionRefusedError()), raising=False)
        assert (remind(), remind()) == (0, 0)
    assert Letter.objects.get().state == "waiting"
    assert (remind(), remind()) == (1, 0)


def test_what_another_worker_told_of_is_left_out(otto, inputs, watch):
    watch(otto, deadline=inputs)
    now = timezone.now()
    assert reminding._tell(otto, now)
    assert not reminding._tell(otto, now)
    assert Letter.objects.count() == 1


def test_a_reminder_and_its_letter_are_written_together(otto, inputs, watch):
    watch(otto, deadline=inputs, days=3)
    watch(otto, process=inputs.process, days=7)
    reminding.remind()
    letter = Letter.objects.get()
    assert sorted(Reminder.objects.values_list("days", "letter")) == [(3, letter.pk), (7, letter.pk)]
    assert (letter.person, letter.address) == (otto, otto.email)


def test_the_same_mail_has_the_same_identity_and_says_how_to_stop(otto, inputs, watch, settings):
    settings.HANSE_ADDRESS = "https://hanse.example.org"
    watch(otto, deadline=inputs)
    remind()
    [letter] = mail.outbox
    said = letter.extra_headers
    assert said["Message-ID"].startswith(f"<{Reminder.objects.get().letter_id}@")
    assert said["List-Unsubscribe"].startswith("<https://hanse.example.org/reminders/stop/")
    assert said["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_a_link_in_the_mail_stops_it_but_looking_at_it_does_not(otto, forum, inputs, watch, visit):
    watch(otto, deadline=inputs)
    watch(otto, process=forum.process)
    remind()
    addresses = [word for word in mail.outbox[0].body.split() if "/reminders/stop/" in word]
    one, everything = (addresses[0].split("8000")[1], addresses[-1].split("8000")[1])
    assert visit(None).get(one).status_code == 200
    assert otto.watches.count() == 2
    assert visit(None).post(one, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert otto.watches.count() == 1
    visit(None).post(everything)
    assert not otto.watches.exists()
    assert visit(None).get(everything).status_code == 200
    assert visit(None).get("/reminders/stop/forged:x/").status_code == 404


def test_a_subject_of_several_lines_becomes_one(otto, due, watch):
    watch(otto, deadline=due("Line\r\nBcc: all@example.org", days=2))
    assert remind() == 1
    assert "\n" not in mail.outbox[0].subject
    assert mail.outbox[0].message()["Bcc"] is None


def test_people_choose_and_stop_on_the_pages(visit, otto, rhea, forum, inputs):
    browser = visit(otto)
    path = forum.process.get_absolute_url()
    answer = browser.post("/reminders/add/", {"process": forum.process.pk, "days": 5, "next": path})
    assert answer["Location"] == path
    browser.post("/reminders/add/", {"process": forum.process.pk, "days": 5})
    [held] = otto.watches.all()
    assert "You will get mail 5 days before" in browser.get(path).content.decode()
    assert visit(rhea).post(f"/reminders/{held.pk}/remove/").status_code == 404
    browser.post(f"/reminders/{held.pk}/remove/", {"next": "https://elsewhere.example.org/"})
    assert not otto.watches.exists()


@pytest.mark.parametrize("days", [0, 91, "", "soon"])
def test_a_reminder_too_late_or_too_early_is_refused(visit, otto, forum, days):
    visit(otto).post("/reminders/add/", {"process": forum.process.pk, "days": days})
    assert not otto.watches.exists()


@pytest.mark.parametrize("said", [{}, {"process": "nothing"}, {"process": "nothing", "city": "nothing"}])
def test_a_reminder_of_nothing_is_refused(visit, otto, forum, said):
    visit(otto).post("/reminders/add/", {**said, "days": 3})
    assert not otto.watches.exists()


def test_nobody_watches_what_that_person_may_not_see(visit, rhea, due):
    hidden = due("Quiet", handling="restricted")
    visit(rhea).post("/reminders/add/", {"deadline": hidden.pk, "days": 3})
    assert not rhea.watches.exists()


def test_the_worker_sends_them_between_its_jobs(otto, inputs, watch, monkeypatch):
    from hanse.workspace.jobs.upkeep import PIECES

    assert work.reminders in PIECES
    monkeypatch.setattr(work, "_looked", 0.0)
    watch(otto, deadline=inputs)
    assert work.reminders() is False
    assert Letter.objects.get().person == otto


def test_the_console_is_where_mail_goes_by_default(otto, inputs, watch, settings, capsys):
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    watch(otto, deadline=inputs)
    assert remind() == 1
    assert "Inputs (FOB)" in capsys.readouterr().out


class Died(BaseException):
    pass


def _die(*_: object, **said: object) -> None:
    raise Died


def _raise(error: Exception):
    def raises(*_: object) -> None:
        raise error

    return raises
