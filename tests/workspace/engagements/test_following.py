"""What somebody took on is reminded of once, goes to a successor, and is found beside its actor."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core import mail
from django.utils import timezone

from hanse.workspace.accounts.rights import Role
from hanse.workspace.engagements import dealings
from hanse.workspace.engagements.models import CalendarDraft, Engagement, FollowUp
from hanse.workspace.engagements.reminding import now_and_then, remind
from hanse.workspace.focal_points.handing_over import hand_over
from hanse.workspace.mail.sending import send_due

pytestmark = pytest.mark.django_db
DAY = date(2026, 6, 10)


@pytest.mark.parametrize(
    ("day", "subject"),
    [
        (DAY - timedelta(days=4), None),
        (DAY - timedelta(days=3), "Due soon: “Call”"),
        (DAY, "Due soon: “Call”"),
        (DAY + timedelta(days=1), "Overdue: “Call”"),
    ],
)
def test_the_owner_gets_one_letter_before_and_one_after(engaged, otto, day, subject):
    FollowUp.objects.create(engagement=engaged("Talks"), what="Call", owner=otto, due=DAY.isoformat())
    remind(day)
    remind(day)
    send_due()
    assert [(each.subject, each.to) for each in mail.outbox] == ([(subject, ["otto@example.org"])] if subject else [])


def test_a_letter_does_not_carry_what_is_restricted(engaged, otto):
    made = engaged("Zzyxomma", handling="restricted")
    FollowUp.objects.create(engagement=made, what="Zzyxomma", owner=otto, due=DAY.isoformat(), handling="restricted")
    remind(DAY)
    send_due()
    assert "Zzyxomma" not in mail.outbox[0].subject + mail.outbox[0].body
    assert "A follow-up is due on 10 June 2026." in mail.outbox[0].body


def test_nobody_is_reminded_of_what_is_done_or_of_what_they_may_not_see(engaged, otto, rhea):
    FollowUp.objects.create(engagement=engaged(), what="Done", owner=otto, due=DAY.isoformat(), done="2026-06-01")
    hidden = engaged("Hidden", handling="restricted")
    FollowUp.objects.create(engagement=hidden, what="Unseen", owner=rhea, due=DAY.isoformat())
    assert remind(DAY) == 0


def test_the_worker_looks_now_and_then_and_throws_old_dry_runs_away(otto):
    old = CalendarDraft.objects.create(owner=otto, name="old.ics", kind="visit", handling="internal")
    CalendarDraft.objects.filter(pk=old.pk).update(made=timezone.now() - timedelta(days=2))
    assert now_and_then() is False
    assert not CalendarDraft.objects.exists()


def test_a_successor_takes_over_what_is_open_and_sees_what_the_city_restricted(engaged, ada, tala, milo, cem):
    held = tala.speaks_for.get()
    made = engaged("Talks", held.city, city=held.city, author=tala, handling="restricted")
    from hanse.workspace.engagements.writing import name_author

    name_author(made, tala)
    todo = FollowUp.objects.create(engagement=made, what="Call", owner=tala)
    done = FollowUp.objects.create(engagement=made, what="Called", owner=tala, done="2026-05-05")
    other = FollowUp.objects.create(engagement=engaged("Elsewhere"), what="Write", owner=tala)
    assert cem.role == Role.CITY
    over = hand_over([held], cem, by=ada, why="left", leaves=False)
    assert over.moved == (("open follow-ups", 1),)
    assert [FollowUp.objects.get(pk=each.pk).owner for each in (todo, done, other)] == [cem, tala, tala]
    assert made in Engagement.objects.visible_to(cem)


def test_dealings_with_an_actor_are_told_as_somebody_may_see_them(engaged, actors, otto, rhea):
    made = engaged("Past talks", actors["ecuador"])
    FollowUp.objects.create(engagement=made, what="Call", due="2026-06-01")
    engaged("Talks to come", actors["ecuador"], since="2999")
    engaged("Hidden talks", actors["ecuador"], handling="restricted")
    told = dealings.of(actors["ecuador"], rhea)
    assert [str(each.engagement) for each in told.past] == ["Past talks"]
    assert [str(each.engagement) for each in told.ahead] == ["Talks to come"]
    assert [str(each) for each in told.open] == ["Call"]
    assert len(dealings.of(actors["ecuador"], otto).past) == 2
    assert not dealings.of(actors["uclg"], otto)
