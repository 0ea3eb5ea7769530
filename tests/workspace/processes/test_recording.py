"""Does a pasted list become the right records, and nothing else?"""

from __future__ import annotations

import pytest

from hanse.workspace.processes.models import Access
from hanse.workspace.processes.naming import LEAVE_OUT, Names
from hanse.workspace.registry.models import Attestation, Name
from tests.workspace.processes.conftest import PUBLIC, actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def cities(forum):
    """Two of one name, one with another name, one with marks."""
    found = {
        "paris": actor("Paris", country="FRA"),
        "texas": actor("Paris", country="USA"),
        "dhaka": actor("Dhaka", country="BGD"),
        "izmir": actor("İzmir Büyükşehir Belediyesi", country="TUR"),
        "quito": actor("Quito", country="ECU"),
    }
    Name.objects.create(actor=found["dhaka"], name="Dacca", **PUBLIC)
    Name.objects.create(actor=found["izmir"], name="İzmir", **PUBLIC)
    return found


def form(names: str, **said: str) -> dict[str, str]:
    return {"names": names, "handling": "public", "confidence": "high", **said}


def test_names_are_read_whatever_their_case_marks_and_bullets(otto, cities):
    lines = Names(otto).read("1. DACCA\n\n• Izmir\n- quito\n")
    assert [each.actor for each in lines] == [cities["dhaka"], cities["izmir"], cities["quito"]]


def test_a_name_that_two_have_is_offered_and_a_country_decides(otto, cities):
    alone, told, bracketed = Names(otto).read("Paris\nParis, France\nParis (United States)")
    assert alone.actor is None
    assert set(alone.offered) == {cities["paris"], cities["texas"]}
    assert (told.actor, bracketed.actor) == (cities["paris"], cities["texas"])


def test_a_name_that_nobody_here_has_is_that_of_the_city_in_its_place(otto, cities):
    cities["quito"].geonames_id = 3652462
    cities["quito"].save()
    [line] = Names(otto).read("Ciudad de Quito, Ecuador")
    assert line.actor == cities["quito"]


def test_a_misspelling_is_offered_never_taken(otto, cities):
    [line] = Names(otto).read("Qiuto")
    assert line.actor is None
    assert line.offered[0] == cities["quito"]


def test_a_country_that_contradicts_is_not_overruled(otto, cities):
    [line] = Names(otto).read("Quito, France")
    assert (line.actor, line.offered) == (None, (cities["quito"],))


def test_a_name_that_other_places_share_is_asked_about_though_one_alone_is_here(otto, cities):
    springfield = actor("Springfield", country="USA", geonames_id=4250542)
    [line] = Names(otto).read("Springfield")
    assert (line.actor, line.offered) == (None, (springfield,))
    [line] = Names(otto).read(f"Springfield [{springfield.pk}]")
    assert line.actor == springfield


def test_a_title_before_a_name_means_its_city_or_nobody(otto, cities):
    office, nowhere = Names(otto).read("Mayor of Quito\nMayor of Nowhere")
    assert office.actor == cities["quito"]
    assert (nowhere.actor, nowhere.offered) == (None, ())


def test_nothing_like_it_is_an_honest_nothing(otto, cities):
    [line] = Names(otto).read("Xyzzyville")
    assert (line.actor, line.offered) == (None, ())


def test_hidden_actors_are_not_offered(rhea, cities):
    cities["quito"].handling = "restricted"
    cities["quito"].save()
    assert not any(each.actor or each.offered for each in Names(rhea).read("Quito"))


def test_nothing_is_written_while_a_line_is_in_doubt(visit, otto, forum, cities):
    path = f"{forum.first.get_absolute_url()}access/"
    page = visit(otto).post(path, form("Dhaka\nParis\nXyzzyville", record="1")).content.decode()
    assert "Nothing was recorded." in page
    assert "1 clear, 2 in doubt" in page
    assert not Access.objects.exists()


def test_settled_lines_are_recorded_with_their_evidence(visit, otto, forum, cities):
    path = f"{forum.first.get_absolute_url()}access/"
    said = {"route": "own accreditation", "setting": "plenary", "function": "speaker", "decision": "granted"}
    more = {
        "decided_by": "Secretariat of the Bay",
        "new_title": "List of participants",
        "quote": "Dhaka",
    }
    settled = {"why": "list", "line-1": cities["texas"].pk, "line-2": LEAVE_OUT, "record": "1"}
    answer = visit(otto).post(path, form("Dhaka\nParis\nXyzzyville\nDacca", **said, **more, **settled), follow=True)
    assert "2 recorded, 1 left out." in answer.content.decode()
    assert {each.actor for each in Access.objects.all()} == {cities["dhaka"], cities["texas"]}
    one = Access.objects.get(actor=cities["dhaka"])
    assert (one.route, one.function, one.decided_by, one.handling) == (
        "own accreditation",
        "speaker",
        forum.secretariat,
        "public",
    )
    assert one.history.get().history_change_reason == "list"
    assert Attestation.objects.filter(quote="Dhaka", source__title="List of participants").count() == 2


def test_the_same_list_again_changes_nothing(visit, otto, forum, cities):
    path = f"{forum.first.get_absolute_url()}access/"
    source = {"new_title": "List"}
    visit(otto).post(path, form("Dhaka\nQuito", setting="plenary", record="1", **source))
    held = Attestation.objects.first().source
    again = form("Quito\nDhaka", setting="plenary", record="1", source=f"List [{held.pk}]")
    answer = visit(otto).post(path, again, follow=True)
    assert "0 recorded, 2 had been there." in answer.content.decode()
    assert (Access.objects.count(), Attestation.objects.count()) == (2, 2)


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ({"delegation": "Utopia"}, "Only who comes by a national delegation"),
        ({"quote": "words"}, "Name the source of that passage."),
        ({"decided_by": "Nobody at all"}, "Nothing here is called"),
    ],
)
def test_what_contradicts_itself_is_refused_with_a_sentence(visit, otto, forum, cities, said, problem):
    actor("Utopia", "state")
    page = visit(otto).post(f"{forum.first.get_absolute_url()}access/", form("Quito", record="1", **said))
    assert problem in page.content.decode()
    assert not Access.objects.exists()


def test_only_keepers_of_the_registry_record(visit, rosa, rhea, forum):
    for person in (rosa, rhea):
        assert visit(person).get(f"{forum.first.get_absolute_url()}access/").status_code == 404


def test_a_long_list_is_read_quickly(otto, cities, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        assert len(Names(otto).read("\n".join(["Quito", "Dacca", "Quitto"] * 200))) == 600
