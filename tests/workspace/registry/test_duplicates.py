"""Which actors are proposed as one, and what becomes of a verdict?"""

from __future__ import annotations

from itertools import combinations

import pytest
from django.core.cache import cache
from rapidfuzz.process import cdist

from hanse.workspace.registry import duplicates
from hanse.workspace.registry.duplicates import Subject, keys_of, propose
from hanse.workspace.registry.judging import different, proposed, same, take_back
from hanse.workspace.registry.models import Actor, Judgement, Membership, Name

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def forgotten():
    cache.clear()


def actor(name: str, kind: str = "city", **said: object) -> Actor:
    return Actor.objects.create(name=name, kind=kind, **{"handling": "public", **said})


def names(user: object) -> list[tuple[str, str]]:
    called = dict(Actor.objects.values_list("pk", "name"))
    return [tuple(sorted((called[pair.one], called[pair.other]))) for pair in proposed(user)]


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ({"name": "İzmir", "country": "TUR"}, {"name": "Izmir", "country": "TUR"}, "called the same"),
        ({"name": "City of Port Vell"}, {"name": "Port Vell", "country": "ESP"}, "called the same"),
        ({"name": "Grande-Synthe", "country": "FRA"}, {"name": "Grand Synthe", "country": "FRA"}, "spelled nearly"),
        ({"name": "Dacca", "geonames_id": 1185241}, {"name": "Dhaka", "geonames_id": 1185241}, "GeoNames, 1185241"),
        (
            {"name": "The League", "kind": "network", "website": "https://www.league.example/"},
            {"name": "Bund", "kind": "network", "website": "http://league.example"},
            "the same website, league.example",
        ),
    ],
)
def test_a_pair_is_proposed_with_its_reason(one, other, reason, otto):
    actor(**one)
    actor(**other)
    (pair,) = proposed(otto)
    assert reason in pair.reasons[0]


def test_other_names_count_as_names(otto):
    first = actor("Smyrna", country="TUR")
    actor("Izmir", country="TUR")
    assert proposed(otto) == []
    Name.objects.create(actor=first, name="İzmir")
    assert names(otto) == [("Izmir", "Smyrna")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"name": "Springfield", "geonames_id": 1}, {"name": "Springfield", "geonames_id": 2}),
        ({"name": "Saint-Denis", "country": "FRA"}, {"name": "Saint-Denis", "country": "REU"}),
        ({"name": "Georgia", "kind": "state"}, {"name": "Georgia"}),
        ({"name": "Sector 1", "country": "ROU"}, {"name": "Sector 2", "country": "ROU"}),
        ({"name": "Rye", "latitude": 1.0, "longitude": 1.0}, {"name": "Rye", "latitude": 5.0, "longitude": 1.0}),
    ],
)  # fmt: skip
def test_two_that_only_sound_alike_are_not_proposed(one, other, otto):
    actor(**one)
    actor(**other)
    assert proposed(otto) == []


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Lyon 01", "Lyon 1er arrondissement", "the same district, by its number"),
        ("Grande-Synthe", "Grand Synthe", "spelled nearly the same"),
    ],
)
def test_two_places_of_geonames_that_lie_close_together_are_proposed_where_their_names_are_near(
    one, other, reason, otto
):
    actor(one, country="FRA", geonames_id=1, latitude=45.769, longitude=4.834)
    actor(other, country="FRA", geonames_id=2, latitude=45.772, longitude=4.83)
    actor(other, country="FRA", geonames_id=3, latitude=46.5, longitude=4.83)
    (pair,) = [each for each in proposed(otto) if "GeoNames has two places" in " ".join(each.reasons)]
    assert pair.reasons[0] == reason


def test_two_tiers_of_one_name_are_proposed_with_a_caution(otto):
    actor("Dhaka", country="BGD", tier="municipality")
    actor("Dhaka District", country="BGD", tier="district")
    (pair,) = proposed(otto)
    assert pair.reasons[-1].startswith("but one is a")


def test_a_verdict_is_kept_and_can_be_taken_back(otto):
    one, other = actor("Izmir", country="TUR"), actor("İzmir", country="TUR")
    Membership.objects.create(actor=other, network=actor("League", "network"))
    said = different(one, other, user=otto, why="One is the province.")
    assert proposed(otto) == []
    assert (said.one.pk, said.other.pk) == tuple(sorted((one.pk, other.pk)))
    take_back(said, user=otto)
    assert len(proposed(otto)) == 1
    same(other, one, user=otto)
    assert proposed(otto) == []
    assert Membership.objects.get().actor == one
    take_back(Judgement.objects.get(undone=None), user=otto)
    assert Membership.objects.get().actor == other
    assert len(proposed(otto)) == 1


def test_a_pair_that_nobody_proposed_waits_once_its_merge_is_taken_back(visit, otto):
    one, other = actor("Smyrna", country="TUR"), actor("Izmir", country="TUR")
    client = visit(otto)
    same(one, other, user=otto)
    page = client.post(f"/registry/duplicates/judgements/{Judgement.objects.get().pk}/undo/", follow=True)
    said = page.content.decode()
    assert "wait for a verdict again" in said
    assert "1 pair waits for a verdict" in said
    assert "a verdict on them was taken back" in said
    different(one, other, user=otto)
    assert proposed(otto) == []


def test_the_page_judges_merges_and_takes_back(visit, otto):
    one, other = actor("Izmir", country="TUR"), actor("İzmir", country="TUR")
    client = visit(otto)
    assert "called the same" in client.get("/registry/duplicates/").content.decode()
    said = {"one": one.pk, "other": other.pk, "verdict": one.pk, "why": "One city."}
    client.post("/registry/duplicates/judge/", said)
    assert client.get(other.get_absolute_url(), follow=True).redirect_chain[-1][0] == one.get_absolute_url()
    page = client.get("/registry/duplicates/").content.decode()
    assert "One city." in page
    client.post(f"/registry/duplicates/judgements/{Judgement.objects.get().pk}/undo/")
    assert client.get(other.get_absolute_url()).status_code == 200


def test_any_two_of_a_kind_can_be_merged_by_hand(visit, otto):
    one, other = actor("Izmir"), actor("Smyrna")
    client = visit(otto)
    assert "Nothing here is called" in client.post(f"/registry/merge/{one.pk}/", {"other": "Smurna"}).content.decode()
    said = {"other": "Smyrna", "stays": "this", "why": "Its old name."}
    client.post(f"/registry/merge/{one.pk}/", said)
    assert Actor.objects.get(pk=other.pk).merged_into is None
    client.post(f"/registry/merge/{one.pk}/", said | {"confirmed": "1"})
    assert Actor.objects.get(pk=other.pk).merged_into == one
    assert [each.name for each in one.names.all()] == ["Smyrna"]


def test_before_a_merge_both_are_shown_with_what_would_move_and_what_speaks_against_it(visit, otto):
    one = actor("Izmir", country="TUR", geonames_id=311046)
    other = actor("Smyrna", country="USA", geonames_id=4657077)
    for network in ("Ring", "League"):
        league = Actor.objects.create(name=network, kind="network", handling="public")
        Membership.objects.create(actor=other, network=league, handling="public")
    answer = visit(otto).post(f"/registry/merge/{one.pk}/", {"other": "Smyrna", "stays": "this", "why": "Why not"})
    page = " ".join(answer.content.decode().split())
    for said in (
        "differ in their country and their GeoNames id",
        "311046",
        "4657077",
        "Türkiye",
        "2 memberships",
        "Goes:",
    ):
        assert said in page
    assert 'name="why" value="Why not"' in page
    same = actor("İzmir", country="TUR")
    answer = (
        visit(otto)
        .post(f"/registry/merge/{one.pk}/", {"other": f"{same.name} [{same.pk}]", "stays": "this"})
        .content.decode()
    )
    assert "differ in" not in answer
    assert "Nothing that you see is tied to" in answer


def test_only_names_that_begin_or_end_alike_are_compared(monkeypatch):
    """Counted, not timed: four times the actors, in four times the countries, are four times the comparisons."""
    few, many = (_comparisons(number, monkeypatch) for number in (2_500, 10_000))
    assert 0 < many < 5 * few
    assert many < 10_000**2 / 2 / 100


def _comparisons(number: int, monkeypatch: pytest.MonkeyPatch) -> int:
    syllables = ("ba", "du", "ki", "lo", "me", "na", "po", "ri", "sa", "te", "vu", "zo")
    actors, compared = [], []
    for n in range(number):
        name = "".join(syllables[n // 12**place % 12] for place in range(5))
        actors.append(Subject(f"a{n}", "city", name, f"C{n % (number // 50)}", "", None, "", None, keys_of(name)))
    with monkeypatch.context() as counted:
        counted.setattr(duplicates.process, "cdist", _counting(cdist, compared))
        counted.setattr(duplicates, "combinations", lambda items, size: _told(combinations(items, size), compared))
        propose(actors)
    return sum(compared)


def _counting(scores, compared: list[int]):
    def count(names, others, **said):
        compared.append(len(names) * len(others))
        return scores(names, others, **said)

    return count


def _told(pairs, compared: list[int]):
    for pair in pairs:
        compared.append(1)
        yield pair
