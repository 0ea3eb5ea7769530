"""Are episodes of the North and of the South told in the same fields, by both sides, and counted without tilt?"""

from __future__ import annotations

import pytest

from hanse.workspace.registry.instruments.episodes import tally
from hanse.workspace.registry.models import Actor, Episode, Name
from tests.workspace.registry.test_instruments_pages import did, reported, state, text, words

pytestmark = pytest.mark.django_db


def episode(title: str, by: Actor, against: Actor, lever: str, since: str = "2020-02-28", **said: object) -> Episode:
    said = {"handling": "public", **said}
    return Episode.objects.create(title=title, by=by, against=against, lever=lever, since=since, **said)


@pytest.fixture
def pressed() -> Episode:
    union = Actor.objects.create(id="eu", name="European Union", kind="regional", scope="Europe", handling="public")
    turkey = state("tur", "Türkiye")
    Name.objects.create(actor=turkey, name="Turkey", handling="public")
    return episode("A border opens", turkey, union, "opening borders", demand="Money.", outcome="It closed again.")


def test_each_side_tells_it_under_its_id_or_any_of_its_names_and_others_below(pressed, visit, otto):
    state("grc", "Greece")
    reported(pressed, "account by tur", "Promises were not kept.")
    reported(pressed, "account by Turkey", "The doors are open.")
    reported(pressed, "account by European Union", "The border is closed.")
    reported(pressed, "account by grc", "A threat to its border.")
    reported(pressed, "account by some observers", "Both are right.")
    page = words(visit(otto).get(pressed.get_absolute_url()))
    turkey, union, greece = (
        page.index(each) for each in ("Türkiye pressed", "European Union was pressed", "Greece A threat")
    )
    assert turkey < page.index("Promises were not kept.") < union
    assert turkey < page.index("The doors are open.") < union
    assert union < page.index("The border is closed.") < greece
    assert "Some observers Both are right." in page


def test_a_side_that_nobody_has_heard_is_named(pressed, visit, otto, rhea):
    page = words(visit(otto).get(pressed.get_absolute_url()))
    assert page.count("No account from this side is documented yet.") == 2
    assert "account by tur" in page
    assert "account by tur" not in words(visit(rhea).get(pressed.get_absolute_url()))


def test_the_count_names_regions_with_none_and_both_those_who_pressed_and_were_pressed(pressed):
    episode("Fewer visas", state("fra"), state("mar"), "visas", "2021-09-28")
    found = tally(list(Episode.objects.select_related("by", "against")))
    assert found.regions == ("Africa", "Americas", "Asia", "Europe", "Oceania")
    assert dict(found.rows) == {"Opening borders to departure": (0, 0, 1, 0, 0), "Visas": (0, 0, 0, 1, 0)}
    assert (found.by, found.pressed) == ((0, 0, 1, 1, 0), (1, 0, 0, 1, 0))


def test_the_list_has_the_same_columns_for_all_and_goes_back_in_time(pressed, visit, otto):
    episode("Fewer visas", state("fra", "France"), state("mar", "Morocco"), "visas", "2021-09-28", demand="Passes.")
    page = words(visit(otto).get("/episodes/"))
    assert "Who pressed France Whom Morocco Lever Visas Demand Passes." in page
    assert "Who pressed Türkiye Whom European Union Lever Opening borders to departure Demand Money." in page
    then = words(visit(otto).get("/episodes/?as_of=2020"))
    assert "1 episode begun by 31 December 2020" in then
    assert "Fewer visas" not in then


def test_a_restricted_episode_is_neither_listed_nor_counted(pressed, visit, rhea):
    episode("In secret", state("fra"), state("mar"), "aid", "2021", handling="restricted")
    page = words(visit(rhea).get("/episodes/"))
    assert "In secret" not in page
    assert "1 episode" in page
    assert "Aid none" not in page


def test_readmission_agreements_stand_in_a_matrix_by_the_day(visit, otto):
    union = Actor.objects.create(id="eu", name="European Union", kind="regional", handling="public")
    spain, morocco = state("esp", "Spain"), state("mar", "Morocco")
    for actor, adopted, since, force in (
        (state("alb", "Albania"), "2005-04-14", "2006-05-01", "binding"),
        (state("afg", "Afghanistan"), "2016-10-02", "", "non-binding"),
    ):
        made = text(
            f"With {actor}", "agreement", force, "bilateral", adopted=adopted, in_force=since, theme="readmission"
        )
        for party in (actor, union):
            did(party, "signed", made, adopted)
    made = text(
        "Two states", "agreement", "binding", "bilateral", adopted="1992-02-13", ended="2010", theme="Readmission"
    )
    for party in (spain, morocco):
        did(party, "signed", made, "1992-02-13")
    page = words(visit(otto).get("/instruments/readmission/?as_of=2005"))
    assert "2 agreements on 31 December 2005" in page
    assert "Albania ■ 2005, not yet in force: With Albania" in page
    today = words(visit(otto).get("/instruments/readmission/"))
    assert "2 agreements" in today
    assert "Two states" not in today
    assert "Afghanistan □ 2016, not binding: With Afghanistan" in today
    assert "1 agreement " in words(visit(otto).get("/instruments/readmission/?party=alb"))


def test_the_missing_side_leads_to_a_form_that_is_filled_in(pressed, visit, otto):
    page = visit(otto).get(pressed.get_absolute_url()).content.decode()
    assert f'href="/episodes/{pressed.pk}/sources/add/?field=account+by+tur"' in page
    form = visit(otto).get(f"/episodes/{pressed.pk}/sources/add/?field=account+by+tur").content.decode()
    assert 'value="account by tur"' in form
