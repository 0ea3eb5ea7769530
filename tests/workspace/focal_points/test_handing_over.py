"""One focal point hands over to the next: the city and what is open go over, what was done stays."""

from __future__ import annotations

import pytest
from django.core import mail
from django.utils.translation import ngettext_lazy

from hanse.workspace.accounts.models import User
from hanse.workspace.focal_points.handing_over import MOVES, Move
from hanse.workspace.focal_points.models import FocalPoint, cities_of
from hanse.workspace.mail.sending import send_due
from hanse.workspace.processes.models.reminders import Watch
from hanse.workspace.registry.merging import merge
from hanse.workspace.registry.models import Actor
from hanse.workspace.registry.parting import unmerge


@pytest.fixture
def drafts(monkeypatch):
    """A room that hands over drafts: what it was asked to."""
    asked = []

    def hand(city, leaving, successor):
        asked.append((city.name, leaving.name, successor.name))
        return 3

    for what in list(MOVES):
        monkeypatch.delitem(MOVES, what)
    monkeypatch.setitem(MOVES, "drafts", Move(hand, ngettext_lazy("%(n)d draft", "%(n)d drafts", "n")))
    return asked


def said(held, **more):
    return {"cities": [each.pk for each in held], "why": "Left in May.", "leaves": "on", **more}


def test_the_city_and_what_is_open_go_to_the_successor(visit, ada, tala, milo, drafts, settings):
    settings.HANSE_REMINDS = True
    held = tala.speaks_for.get()
    browser = visit(tala)
    assert browser.get("/documents/").status_code == 200
    answer = visit(ada).post(f"/people/{tala.pk}/hand-over/", said([held], successor=milo.pk), follow=True)
    assert "Handed over: Tunis; 3 drafts." in answer.content.decode()
    assert drafts == [("Tunis", "Tala", "Milo")]
    assert {city.name for city in cities_of(milo)} == {"Tunis", "Montréal"}
    held.refresh_from_db()
    assert (held.why, held.successor.person) == ("Left in May.", milo)
    tala.refresh_from_db()
    assert not tala.is_active
    assert browser.get("/documents/").status_code == 302
    assert held.history.count() == 2, "who it was before is kept"
    send_due()
    assert {letter.to[0] for letter in mail.outbox} == {tala.email, milo.email}
    assert "3 drafts" in next(each.body for each in mail.outbox if each.to == [milo.email])


def test_somebody_new_is_invited_by_it(visit, ada, tala, drafts):
    held = tala.speaks_for.get()
    answer = visit(ada).post(
        f"/people/{tala.pk}/hand-over/", said([held], email="nour@example.org", name="Nour", leaves="")
    )
    assert "/people/welcome/" in answer.content.decode()
    nour = User.objects.get(email="nour@example.org")
    assert [city.name for city in cities_of(nour)] == ["Tunis"]
    assert User.objects.get(pk=tala.pk).is_active
    assert FocalPoint.objects.filter(person=nour, ended=None).count() == 1


def test_nobody_may_follow_yet(visit, ada, tala, drafts):
    visit(ada).post(f"/people/{tala.pk}/hand-over/", said([tala.speaks_for.get()]))
    assert not cities_of(User.objects.get(pk=tala.pk)).exists()
    assert drafts == []


def test_a_hand_over_is_whole_or_not_at_all(visit, ada, tala, milo, drafts, monkeypatch):
    def fails(*_):
        raise ZeroDivisionError

    monkeypatch.setitem(MOVES, "more", Move(fails, ""))
    browser = visit(ada)
    browser.raise_request_exception = False
    assert (
        browser.post(f"/people/{tala.pk}/hand-over/", said([tala.speaks_for.get()], successor=milo.pk)).status_code
        == 500
    )
    assert [city.name for city in cities_of(tala)] == ["Tunis"]
    assert [city.name for city in cities_of(milo)] == ["Montréal"]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"why": ""}, "Fill this in"),
        ({"cities": []}, "Choose at least one"),
        ({"email": "milo@example.org"}, "is here already"),
    ],
)
def test_what_cannot_be_is_said(visit, ada, tala, milo, more, told):
    answer = visit(ada).post(f"/people/{tala.pk}/hand-over/", said([tala.speaks_for.get()]) | more)
    assert told in answer.content.decode()
    assert cities_of(tala).exists()


def test_a_successor_is_one_person(visit, ada, tala, milo):
    more = {"successor": milo.pk, "email": "nour@example.org"}
    answer = visit(ada).post(f"/people/{tala.pk}/hand-over/", said([tala.speaks_for.get()], **more))
    assert "Name one successor" in answer.content.decode()


def test_two_cities_that_become_one_keep_their_focal_points(otto, tala, milo):
    gone, kept = tala.speaks_for.get().city, milo.speaks_for.get().city
    FocalPoint.objects.create(person=milo, city=gone)
    done = merge(gone, kept, user=otto, why="One city")
    assert [city.pk for city in cities_of(tala)] == [kept.pk]
    assert [city.pk for city in cities_of(milo)] == [kept.pk]
    assert tala.speaks_for.get().history.first().history_user == otto, "the move is in the history"
    unmerge(done, user=otto)
    assert [city.name for city in cities_of(tala)] == ["Tunis"]
    assert Actor.objects.get(pk=gone.pk).focal_points.filter(person=tala).exists()


def test_reminders_of_the_city_go_along(visit, ada, tala, milo):
    city = tala.speaks_for.get().city
    for person, days in ((tala, 3), (tala, 10), (milo, 3)):
        Watch.objects.create(person=person, city=city, days=days)
    Watch.objects.create(person=tala, city=milo.speaks_for.get().city, days=5)
    answer = visit(ada).post(
        f"/people/{tala.pk}/hand-over/", said(tala.speaks_for.all(), successor=milo.pk), follow=True
    )
    assert "Handed over: Tunis; 1 reminder." in answer.content.decode()
    assert sorted(milo.watches.values_list("city", "days")) == [(city.pk, 3), (city.pk, 10)]
    assert tala.watches.count() == 1, "what is about another city stays"
