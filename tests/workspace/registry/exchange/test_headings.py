"""Which column does a heading mean?"""

from __future__ import annotations

import pytest

from hanse.workspace.registry.exchange.headings import proposed, recognised
from hanse.workspace.registry.kinds import KINDS


@pytest.mark.parametrize(
    ("headings", "meant"),
    [
        (["Member city", "Country", "Joined", "Status"], ["actor", "@actor.country", "since", "grade"]),
        (["Ville", "Pays", "Date d'adhésion"], ["actor", "@actor.country", "since"]),
        (["Ville membre", "Pays", "Réseau"], ["actor", "@actor.country", "network"]),
        (["Stadt", "Land", "Beitrittsjahr", "Bemerkungen"], ["actor", "@actor.country", "since", "note"]),
        (["CIUDAD", "PAÍS", "Fecha de ingreso", "Red"], ["actor", "@actor.country", "since", "network"]),
        (["Şehir", "Ülke"], ["actor", "@actor.country"]),
        (["Город", "Страна", "Год"], ["actor", "@actor.country", "since"]),
        (["城市", "国家"], ["actor", "@actor.country"]),
        (["GeoNames ID", "City", "Left"], ["@actor.geonames_id", "actor", "until"]),
        (["No.", "Population"], [None, None]),
        (["id", "handling", "note", "actor", "network"], ["id", "handling", "note", "actor", "network"]),
    ],
)
def test_headings_in_several_languages_are_proposed(headings, meant):
    found = proposed(KINDS["memberships"], headings)
    assert [found.get(place) for place in range(len(headings))] == meant


def test_a_column_of_ours_is_proposed_once():
    assert list(proposed(KINDS["cities"], ["City", "Name", "Town"]).values()) == ["name"]


def test_a_title_is_no_heading():
    assert not recognised("Members of the League of Ports, 2018")
    assert recognised("Membre")
