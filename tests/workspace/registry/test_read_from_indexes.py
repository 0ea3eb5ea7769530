"""Are long lists found through indexes? Hundreds of thousands of records are not read to show a hundred."""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.db.models import Count

from hanse.workspace.registry.fields import found
from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.registry.models import Actor, Attestation, Membership

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="asks SQLite how it would read"),
]
DAY = date(2010, 5, 31)


@pytest.fixture(params=["otto", "rhea", "public"])
def reader(request, settings):
    settings.HANSE_OPEN_TO_PUBLIC = True
    return AnonymousUser() if request.param == "public" else request.getfixturevalue(request.param)


def plan(records) -> str:
    return records.explain()


def test_the_list_of_memberships_is_put_in_order_by_an_index_alone(reader):
    listed = KINDS["memberships"].known(Membership.objects.visible_to(reader), DAY).values("pk")
    assert "COVERING INDEX membership_listed" in plan(listed[:100])
    assert "TEMP B-TREE" not in plan(listed[:100])


def test_the_list_of_attestations_is_put_in_order_by_an_index_alone(reader):
    listed = Attestation.objects.visible_to(reader).order_by("field", "pk").values("pk")
    assert "COVERING INDEX attestation_listed" in plan(listed[:100])
    assert "TEMP B-TREE" not in plan(listed[:100])


def test_the_members_of_a_network_are_counted_in_an_index_alone(reader):
    standing = KINDS["memberships"].known(Membership.objects.visible_to(reader).filter(network="uclg"), DAY)
    for asked in (
        standing.order_by().values_list("grade").annotate(n=Count("pk")),
        standing.order_by().values_list("first", "last").annotate(n=Count("pk")),
        standing.order_by().values_list("actor__country").annotate(n=Count("pk")),
    ):
        assert "COVERING INDEX membership_of_network (network_id=?)" in plan(asked)


def test_cities_are_counted_by_country_in_an_index_alone(reader):
    cities = KINDS["cities"].known(KINDS["cities"].records().visible_to(reader), DAY)
    assert "COVERING INDEX actor_by_country" in plan(cities.order_by().values_list("country").annotate(n=Count("pk")))


def test_a_tie_is_searched_by_what_it_ties(reader):
    asked = found(Membership.objects.visible_to(reader), "port", reader).order_by("first", "pk").values("pk")
    assert "membership_listed" in plan(asked[:100]) or "MULTI-INDEX OR" in plan(asked[:100])


def test_the_parts_of_an_actor_are_found_by_what_they_are_part_of(reader):
    assert "parent_id=?" in plan(Actor.objects.visible_to(reader).filter(parent="uclg"))
