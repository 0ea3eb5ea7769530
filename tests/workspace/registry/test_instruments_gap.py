"""Is the ratification gap counted by the rule that is shown?"""

from __future__ import annotations

from datetime import date

import pytest

from hanse.workspace.registry.instruments.gap import gap, states_counted, with_strangers
from hanse.workspace.registry.instruments.origin import (
    DESTINATION,
    FROM_THERE,
    LIVE_THERE,
    ORIGIN,
    RULES,
    UNKNOWN,
    by_development,
    by_stock,
)
from hanse.workspace.registry.instruments.participation import Participants
from hanse.workspace.registry.models import Claim, Source
from tests.workspace.registry.test_instruments_pages import did, reported, state, text, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> dict[str, object]:
    made = {code: state(code) for code in ("deu", "jpn", "usa", "aus", "mex", "phl", "sau")}
    for each in made.values():
        reported(each, "united nations", "member state")
    return made


def test_the_development_groups_are_those_of_the_united_nations(world, otto):
    sides = by_development(world.values(), otto)
    assert {code for code, side in sides.items() if side == DESTINATION} == {"deu", "jpn", "usa", "aus"}
    assert by_development([state("zzz")], otto) == {"zzz": UNKNOWN}


def test_the_rule_of_stock_takes_the_latest_year_that_has_both_sides(world, otto):
    for code, on, there, away in (
        ("sau", "2020", 13_000_000, 300_000),
        ("mex", "2020", 1_200_000, 11_000_000),
        ("deu", "2015", 1, 2),
        ("deu", "2020", 15_000_000, 3_800_000),
        ("phl", "2020", 5, 5),
    ):
        reported(world[code], LIVE_THERE, str(there), on)
        reported(world[code], FROM_THERE, str(away), on)
    reported(world["deu"], LIVE_THERE, "0", "2024")
    sides = by_stock(world.values(), otto)
    assert {code: sides[code] for code in ("sau", "mex", "deu", "phl", "usa")} == {
        "sau": DESTINATION,
        "mex": ORIGIN,
        "deu": DESTINATION,
        "phl": UNKNOWN,
        "usa": UNKNOWN,
    }


def test_shares_and_gap_follow_from_the_states_that_are_listed(world, otto):
    treaty = text("Convention", "convention", "binding", adopted="1990-12-18")
    did(world["mex"], "ratified", treaty, "1999-03-08")
    did(world["phl"], "acceded", treaty, "1995-07-05")
    did(world["deu"], "signed", treaty, "1991-01-01")
    taken = Participants(treaty, otto, date(2000, 1, 1))
    states = with_strangers(states_counted(otto), taken)
    found = gap(RULES[0], taken, states, by_development(states, otto))
    destination, origin = found.groups
    assert (len(destination.parties), len(destination.signed), destination.states) == (0, 1, 4)
    assert (len(origin.parties), len(origin.signed), origin.states) == (2, 0, 3)
    assert found.points == pytest.approx(100 * (2 / 3 - 0))
    before = Participants(treaty, otto, date(1996, 1, 1))
    assert gap(RULES[0], before, states, by_development(states, otto)).points == pytest.approx(100 / 3)


def test_a_party_that_is_no_state_of_the_united_nations_is_counted_with_that_treaty_alone(world, otto):
    treaty = text("Convention", "convention", "binding")
    did(state("cok", "Cook Islands"), "acceded", treaty, "2000")
    taken = Participants(treaty, otto, date(2025, 1, 1))
    assert "cok" not in {each.pk for each in states_counted(otto)}
    assert "cok" in {each.pk for each in with_strangers(states_counted(otto), taken)}


def test_the_page_shows_both_rules_and_the_claim_with_what_contradicts_it(world, visit, otto):
    treaty = text("Convention on Workers", "convention", "binding", adopted="1990-12-18")
    did(world["mex"], "ratified", treaty, "1999-03-08")
    Claim.objects.create(
        wording="No state of the North joined.",
        subject=treaty,
        quote="no immigration country has signed",
        source=Source.objects.create(title="A book", handling="public"),
        doubt="It depends on the rule.",
        handling="public",
    )
    page = words(visit(otto).get("/instruments/ratification-gap/"))
    for rule in RULES:
        assert str(rule.definition) in page
    assert "By development group: states of origin are parties more often than those of destination, by 33" in page
    assert "Against it: It depends on the rule." in page
    assert "No treaty “nonsense” has parties here" in words(
        visit(otto).get("/instruments/ratification-gap/?treaty=nonsense")
    )
    assert 'class="empty"' in visit(otto).get("/instruments/ratification-gap/?as_of=1998").content.decode()
