"""Who speaks for which city now?"""

from __future__ import annotations

from hanse.workspace.accounts.rights import Role
from hanse.workspace.focal_points.models import FocalPoint, cities_of, speaks_for


def test_a_focal_point_speaks_for_its_own_city_alone(tala, milo, otto):
    tunis = tala.speaks_for.get().city
    assert list(cities_of(tala)) == [tunis]
    assert speaks_for(tala, tunis)
    assert not speaks_for(milo, tunis)
    assert not speaks_for(otto, tunis)


def test_nobody_speaks_after_the_end_nor_in_another_role(tala, milo):
    held = FocalPoint.objects.get(person=tala)
    tunis = held.city
    held.end(why="Left the administration.")
    assert not speaks_for(tala, tunis)
    milo.role = Role.RESEARCHER
    milo.save()
    assert not cities_of(milo).exists()
