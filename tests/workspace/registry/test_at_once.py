"""Two officers at once: nobody overwrites unknowingly, and a pair is merged once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress

import pytest
from django.test import Client

from hanse.workspace.accounts.models import User
from hanse.workspace.registry.forms import RecordForm
from hanse.workspace.registry.models import Actor, Judgement, Membership, Merge
from tests.workspace.test_concurrency import together

pytestmark = pytest.mark.django_db(transaction=True)


def signed_in(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def test_of_two_forms_saved_at_the_same_moment_the_second_is_told_of_the_first(otto, ada, monkeypatch):
    city = Actor.objects.create(name="Port Vell", kind="city", handling="public")
    seen = str(city.history.get().history_id)
    both = threading.Barrier(2)
    checked = RecordForm.clean

    def clean(form: RecordForm) -> object:
        said = checked(form)
        with suppress(threading.BrokenBarrierError):  # unless one waits, both are checked before either saves
            both.wait(timeout=1)
        return said

    monkeypatch.setattr(RecordForm, "clean", clean)
    answers = []

    def save(person: User, note: str) -> Callable[[], None]:
        client, said = signed_in(person), {"name": "Port Vell", "handling": "public", "note": note, "seen": seen}
        return lambda: answers.append(client.post(f"/cities/{city.pk}/edit/", said).status_code)

    assert together(save(otto, "Otto's"), save(ada, "Ada's")) == []
    assert sorted(answers) == [200, 302]
    assert city.history.count() == 2


def test_a_pair_that_two_people_merge_at_the_same_moment_is_merged_once(otto, ada):
    one, other = (Actor.objects.create(name=name, kind="city", handling="public") for name in ("Dhaka", "Dacca"))
    league = Actor.objects.create(name="League", kind="network", handling="public")
    Membership.objects.create(actor=other, network=league)

    def judge(person: User, stays: Actor) -> Callable[[], None]:
        client, said = signed_in(person), {"one": one.pk, "other": other.pk, "verdict": stays.pk}
        return lambda: client.post("/registry/duplicates/judge/", said)

    assert together(judge(otto, one), judge(ada, other)) == []
    assert Merge.objects.filter(undone=None).count() == Judgement.objects.filter(undone=None).count() == 1
    assert Actor.objects.standing().filter(kind="city").count() == 1
    assert Membership.objects.visible_to(otto).count() == 1
