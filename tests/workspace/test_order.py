"""Do lists stand in the same order on every database? What lacks a value comes before the rest, or after it."""

from __future__ import annotations

import pytest
from django.db.models import F
from django.db.models.functions import Lower

from hanse.workspace.registry.models import Actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def cities():
    for name, since in (("Accra", "2001"), ("Bergen", ""), ("Cairo", "1999")):
        Actor.objects.create(id=name.lower(), name=name, kind="city", since=since)
    Actor.objects.filter(pk="accra").update(parent="cairo")
    Actor.objects.filter(pk="bergen").update(parent="accra")


@pytest.mark.parametrize(
    ("by", "names"),
    [
        ("first", ["Bergen", "Cairo", "Accra"]),
        ("-first", ["Accra", "Cairo", "Bergen"]),
        (F("first").desc(nulls_first=True), ["Bergen", "Accra", "Cairo"]),
        (F("first").asc(nulls_last=True), ["Cairo", "Accra", "Bergen"]),
        ("parent__name", ["Cairo", "Bergen", "Accra"]),
        ("-parent__name", ["Accra", "Bergen", "Cairo"]),
        (Lower("parent__name").desc(), ["Accra", "Bergen", "Cairo"]),
    ],
)
def test_what_lacks_a_value_stands_first_or_in_a_falling_order_last(cities, by, names):
    ordered = Actor.objects.order_by(by, "pk").values_list("name", flat=True)
    assert list(ordered) == names
    assert list(ordered.reverse()) == names[::-1]
