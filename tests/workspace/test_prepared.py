"""What is asked of the database once and again brings what the queryset would, and what stands there now."""

from __future__ import annotations

import threading

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hanse.workspace.prepared import Prepared
from hanse.workspace.registry.models import Actor, Clearance

pytestmark = pytest.mark.django_db


def cities(number: int) -> list[Actor]:
    return [Actor.objects.create(name=f"Harbour {each}", kind="city", country="KEN") for each in range(number)]


def test_it_brings_the_records_of_its_queryset_with_those_that_are_joined():
    first, second = cities(2)
    for each in (first, second):
        Clearance.objects.create(city=each, authority="Council", what=f"to sign, {each}")
    asked = Prepared(lambda city: Clearance.objects.select_related("city").filter(city=city).order_by())
    with CaptureQueriesContext(connection) as seen:
        found = [asked.first(city=each.pk) for each in (first, second)]
        names = [each.city.name for each in found]
    assert names == ["Harbour 0", "Harbour 1"]
    assert len(seen) == 2
    assert found[0].made == Clearance.objects.get(city=first).made
    assert not found[0]._state.adding


def test_it_tells_what_stands_there_now_and_none_of_what_is_not_there():
    (city,) = cities(1)
    asked = Prepared(lambda key: Actor.objects.filter(pk=key, removed=None).order_by())
    assert asked.first(key=city.pk).name == "Harbour 0"
    Actor.objects.filter(pk=city.pk).update(name="Haven")
    assert asked.first(key=city.pk).name == "Haven"
    assert asked.all(key="nobody") == []
    assert asked.first(key="nobody") is None


def test_a_value_is_never_read_as_sql():
    (city,) = cities(1)
    asked = Prepared(lambda key: Actor.objects.filter(pk=key).order_by())
    assert asked.all(key=f"{city.pk}' OR '1'='1") == []


@pytest.mark.parametrize("lookup", ["name__icontains", "latitude", "name__in"])
def test_a_lookup_that_makes_another_value_of_what_is_asked_is_refused(lookup):
    asked = Prepared(lambda name: Actor.objects.filter(**{lookup: name}).order_by())
    with pytest.raises((ValueError, TypeError)):
        asked.all(name="1")


def test_what_is_left_out_is_fetched_when_it_is_asked_for():
    (city,) = cities(1)
    asked = Prepared(lambda key: Actor.objects.only("name").filter(pk=key).order_by())
    assert asked.first(key=city.pk).country == "KEN"


def test_each_thread_makes_its_own():
    asked = Prepared(lambda key: Actor.objects.filter(pk=key).order_by())
    made = []

    def make() -> None:
        made.append(asked._compiled(("key",)))

    for _ in range(2):
        thread = threading.Thread(target=make)
        thread.start()
        thread.join()
    assert made[0] is not made[1]
    assert made[0].sql == made[1].sql
