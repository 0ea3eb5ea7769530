"""By what do lists sort and search? By names without case, marks and script, however a record is written."""

from __future__ import annotations

import pytest

from hanse.workspace.registry.models import Actor, Name

pytestmark = pytest.mark.django_db


def test_lists_sort_as_people_read_whatever_the_marks():
    for name in ("Zurich", "Évora", "aarhus", "Łódź", "Évian"):
        Actor.objects.create(name=name, kind="city")
    assert [each.name for each in Actor.objects.all()] == ["aarhus", "Évian", "Évora", "Łódź", "Zurich"]


def test_a_name_is_folded_however_it_is_written():
    Actor.objects.bulk_create([Actor(id="a", name="İzmir", kind="city", acronym="İBB")])
    made = Actor.objects.get()
    assert made.folded == "izmir\nibb"
    made.name = "Σμύρνη"
    Actor.objects.bulk_update([made], ["name"])
    assert Actor.objects.get().folded.startswith("smyrn")
    assert made.history.model.objects.count() == 0
    made.save()
    assert made.history.get().folded == made.folded


def test_other_names_are_folded_too():
    actor = Actor.objects.create(name="Dhaka", kind="city")
    assert Name.objects.create(actor=actor, name="ঢাকা").folded.isascii()
