"""How does a sheet come in through the pages: columns, dry run, doubtful names, and back again?"""

from __future__ import annotations

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hanse.workspace.registry.models import (
    Actor,
    Attestation,
    Columns,
    Import,
    Membership,
    Name,
    NameJudgement,
    Source,
)

pytestmark = pytest.mark.django_db
SHEET = (
    "Member city;Pays;Joined;Status\n"
    "Dhaka;Bangladesh;12.3.2010;Member\n"
    "Dacca;BGD;since 2011;\n"
    "Saint-Denis;;2012;founder\n"
    "Barcelonna;Spain;2013;\n"
    "Nowhereville-on-Sea;France;2014;\n"
    "Strasbourg;FR;soon;\n"
    "Rabat;Marokko;March 2015;\n"
)


@pytest.fixture
def league():
    return Actor.objects.create(id="league", name="League of Ports", kind="network", handling="public")


@pytest.fixture
def bring(visit, otto, work_off, league):
    """Bring a sheet of members in as far as its dry run; its Import."""

    def bring_(text, name="members.csv", fixed=None, **said):
        data = text if isinstance(text, bytes) else text.encode()
        client = visit(otto)
        answer = client.post("/registry/import/", {"file": SimpleUploadedFile(name, data), "kind": "memberships"})
        assert answer.status_code == 302, answer.content.decode()
        page = client.get(answer.url)
        form = {f"column-{each['place']}": each["as"] for each in page.context["columns"]}
        form |= {
            "all-handling": "public",
            "all-network": "League of Ports [league]",
            "take": "1",
            **(fixed or {}),
            **said,
        }
        answer = client.post(answer.url, form)
        assert answer.status_code == 302, answer.context["problem"]
        work_off()
        return Import.objects.latest("made")

    return bring_


def judge(client, sheet, chosen):
    """Answer the queue: name to the key of an option; the others stay open."""
    page = client.get(f"/registry/import/{sheet.pk}/names/").context["page"]
    form = {"place": []}
    for place, doubt in enumerate(page, 1):
        if doubt["name"] in chosen:
            form["place"].append(str(place))
            form[f"name-{place}"] = f"{doubt['name']}|{doubt['country']}"
            form[f"meant-{place}"] = chosen[doubt["name"]]
    return client.post(f"/registry/import/{sheet.pk}/names/", form)


def test_a_sheet_is_looked_at_then_taken_in_and_again_without_a_change(bring, visit, otto, work_off):
    sheet = bring(SHEET)
    assert sheet.columns == {"0": "actor", "1": "@actor.country", "2": "since", "3": "grade"}
    assert Membership.objects.count() == Actor.objects.count() - 1 == 0
    assert {each["name"] for each in sheet.found["doubts"]} == {"Saint-Denis", "Barcelonna", "Nowhereville-on-Sea"}
    assert sheet.found["unread"] == [
        [7, "Joined", "“soon” is no date that can be read; write it as 2018-07-11, 2018-07 or 2018."]
    ]
    client = visit(otto)
    page = client.get(f"/registry/import/{sheet.pk}/").content.decode()
    assert "Row 7" in page
    assert "3 names wait" in page
    client.post(f"/registry/import/{sheet.pk}/take/")
    work_off()
    members = Membership.objects.order_by("since")
    assert [(each.actor.name, each.since, each.handling) for each in members] == [
        ("Dhaka", "2010-03-12", "public"),
        ("Dhaka", "2011", "public"),
        ("Rabat", "2015-03", "public"),
    ]
    assert Name.objects.get().name == "Dacca"
    assert members[0].history.get().history_change_reason == "import of members.csv"
    again = bring(SHEET).found
    assert [each["counts"]["added"] + each["counts"]["changed"] for each in again["sheets"]] == [0]


def test_doubtful_names_are_judged_once_and_for_all_and_a_judgement_can_be_taken_back(bring, visit, otto, work_off):
    sheet = bring(SHEET)
    client = visit(otto)
    denis = next(each for each in sheet.found["doubts"] if each["name"] == "Saint-Denis")
    assert len(denis["options"]) > 1
    assert "inhabitants" in denis["options"][0]["where"]
    chosen = {"Saint-Denis": "place:2980916", "Barcelonna": "place:3128760", "Nowhereville-on-Sea": "new"}
    judge(client, sheet, chosen)
    work_off()
    client.post(f"/registry/import/{sheet.pk}/take/")
    work_off()
    assert set(Actor.objects.filter(kind="city").values_list("name", flat=True)) == {
        "Dhaka",
        "Rabat",
        "Saint-Denis",
        "Barcelona",
        "Nowhereville-on-Sea",
    }
    assert Actor.objects.get(name="Saint-Denis").country == "FRA"
    second = bring("City;Country;Year\nBarcelonna;Spain;2020\n", "second.csv")
    assert second.found["doubts"] == []
    assert second.found["sheets"][0]["counts"]["added"] == 1
    judgement = NameJudgement.objects.get(written="Barcelonna")
    client.post(f"/registry/import/{second.pk}/names/{judgement.pk}/undo/")
    third = bring("City;Country;Year\nBarcelonna;Spain;2021\n", "third.csv")
    assert [each["name"] for each in third.found["doubts"]] == ["Barcelonna"]


def test_only_what_was_offered_can_be_chosen(bring, visit, otto):
    sheet = bring(SHEET)
    judge(visit(otto), sheet, {"Saint-Denis": "place:1"})
    assert not NameJudgement.objects.exists()


def test_a_doubtful_name_is_offered_with_all_that_bear_it(bring):
    (doubt,) = bring("City;Country\nFrankfurt;\n").found["doubts"]
    assert doubt["why"] == "10 places could be meant"
    assert [each["name"] for each in doubt["options"]][:2] == ["Frankfurt am Main", "Frankfurt (Oder)"]


def test_a_name_can_be_left_out(bring, visit, otto, work_off):
    sheet = bring("City;Country\nNowhereville-on-Sea;France\nRabat;Morocco\n")
    judge(visit(otto), sheet, {"Nowhereville-on-Sea": "out"})
    work_off()
    sheet.refresh_from_db()
    assert sheet.found["left_out"] == 1
    assert sheet.found["doubts"] == []


def test_columns_are_remembered_for_the_next_file_with_the_same_header(bring, visit, otto):
    text = "Who;Where;When\nRabat;Morocco;2015\n"
    bring(text, **{"column-0": "actor", "column-1": "@actor.country", "column-2": "since"})
    assert Columns.objects.get().columns == {"0": "actor", "1": "@actor.country", "2": "since"}
    assert bring(text.replace("Rabat", "Fez")).columns == {"0": "actor", "1": "@actor.country", "2": "since"}


def test_an_actor_of_the_registry_comes_before_the_gazetteer(bring, league):
    here = Actor.objects.create(name="Saint-Denis", kind="city", country="REU", geonames_id=935264)
    Actor.objects.create(name="Eurolinks", kind="network")
    found = bring("City;Country\nSaint-Denis;REU\nEurolinks;\n").found
    assert found["doubts"] == []
    assert [each["kind"] for each in found["sheets"]] == ["memberships"]
    assert here.pk


def test_a_city_of_the_registry_is_known_by_its_place_and_without_its_accents(bring):
    Actor.objects.create(name="São Paulo", kind="city", country="BRA")
    Actor.objects.create(name="Dhaka", kind="city", country="BGD")
    Actor.objects.create(name="Tripoli", kind="city", country="LBN")
    found = bring("City;Country\nSao Paulo;Brazil\nDacca;Bangladesh\nTripoli;Libya\n").found
    assert found["doubts"] == []
    assert [(each["kind"], each["counts"]["added"]) for each in found["sheets"]] == [("cities", 1), ("memberships", 3)]
    assert found["sheets"][0]["added"][0][1] == "Tripoli"


def test_grades_are_known_by_the_words_that_sheets_use_and_others_are_refused(bring):
    found = bring(
        "City;Country;Status\nRabat;Morocco;Full Member\nLyon;France;Membre fondateur\nOslo;NO;Emperor\n"
    ).found
    members = found["sheets"][-1]
    assert members["counts"]["added"] == 2
    assert members["refused"][0][:2] == [4, "grade"]


def test_a_sheet_with_a_geonames_id_is_not_asked_about(bring, visit, otto, work_off):
    sheet = bring("City;GeoNames id\nSaint-Denis;2980916\n")
    assert sheet.found["doubts"] == []
    visit(otto).post(f"/registry/import/{sheet.pk}/take/")
    work_off()
    assert Actor.objects.get(kind="city").geonames_id == 2980916


def test_a_day_that_can_be_two_is_refused_until_somebody_says_which(bring):
    text = "City;Country;Joined\nRabat;Morocco;3/12/2018\n"
    assert "3 December or 12 March" in bring(text).found["unread"][0][2]
    assert bring(text, dates="day first").found["unread"] == []


def test_what_every_row_needs_and_no_column_says_is_asked_for(visit, otto, league):
    client = visit(otto)
    file = SimpleUploadedFile("x.csv", b"Town,Year\nRabat,2010\n")
    answer = client.post("/registry/import/", {"file": file, "kind": "memberships"})
    page = client.post(answer.url, {"column-0": "actor", "all-handling": "internal", "take": "1"})
    assert "no column says the network of each membership" in page.content.decode()
    page = client.post(
        answer.url,
        {"column-0": "actor", "column-1": "actor", "all-network": "league", "all-handling": "internal", "take": "1"},
    )
    assert "are both taken for actor" in page.content.decode()


def test_states_are_meant_by_the_names_of_their_countries(visit, otto, work_off, bring):
    Actor.objects.create(id="de", name="Germany", kind="state", country="DEU")
    found = bring("Member\nAllemagne\nDeutschland\n").found
    assert found["doubts"] == []
    assert found["sheets"][0]["counts"] == {"added": 1, "changed": 0, "unchanged": 1, "refused": 0}


def test_a_list_goes_out_as_it_is_shown_and_comes_back_unchanged(bring, visit, otto, rhea, work_off):
    sheet = bring(SHEET)
    client = visit(otto)
    client.post(f"/registry/import/{sheet.pk}/take/")
    work_off()
    text = b"".join(client.get("/memberships/export.csv?network=league&as_of=2010-12").streaming_content)
    rows = list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"))))
    assert [row["since"] for row in rows] == ["2010-03-12"]
    whole = b"".join(client.get("/registry/export.zip").streaming_content)
    answer = client.post("/registry/import/", {"file": SimpleUploadedFile("all.zip", whole), "kind": "cities"})
    work_off()
    found = Import.objects.latest("made").found
    assert {
        name: sum(each["counts"][name] for each in found["sheets"]) for name in ("added", "changed", "refused")
    } == {
        "added": 0,
        "changed": 0,
        "refused": 0,
    }
    assert answer.status_code == 302
    back = bring(text, "back.csv", fixed={"all-network": ""})
    assert back.found["sheets"][0]["counts"] == {"added": 0, "changed": 0, "unchanged": 1, "refused": 0}


def test_only_who_keeps_the_registry_imports_and_the_public_exports_nothing(visit, rhea, league, bring):
    sheet = bring(SHEET)
    for path in ("", f"{sheet.pk}/", f"{sheet.pk}/columns/", f"{sheet.pk}/names/", f"{sheet.pk}/refused.csv"):
        assert visit(rhea).get(f"/registry/import/{path}").status_code == 404
    assert visit(rhea).get("/networks/export.xlsx").status_code == 200
    assert visit().get("/networks/export.csv").status_code in (302, 404)


def test_a_sheet_of_cities_gets_their_places(visit, otto, work_off):
    client = visit(otto)
    file = SimpleUploadedFile("cities.csv", "Ville,Pays\nRabat,Maroc\nSpringfield,États-Unis\n".encode())
    answer = client.post("/registry/import/", {"file": file, "kind": "cities"})
    client.post(answer.url, {"column-0": "name", "column-1": "country", "all-handling": "public", "take": "1"})
    work_off()
    sheet = Import.objects.get()
    assert [each["name"] for each in sheet.found["doubts"]] == ["Springfield"]
    client.post(f"/registry/import/{sheet.pk}/take/")
    work_off()
    rabat = Actor.objects.get()
    assert (rabat.name, rabat.country, rabat.geonames_id) == ("Rabat", "MAR", 2538475)


def workbook(*rows):
    from openpyxl import Workbook

    book, out = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def test_a_workbook_comes_in_as_it_is_uploaded(bring, visit, otto, work_off):
    sheet = bring(workbook(["City", "Country", "Joined"], ["Rabat", "Morocco", 2015]), "members.xlsx")
    assert sheet.found["sheets"][-1]["counts"]["added"] == 1
    client = visit(otto)
    client.post(f"/registry/import/{sheet.pk}/take/")
    work_off()
    assert Membership.objects.get().since == "2015"
    own = b"".join(client.get("/memberships/export.xlsx").streaming_content)
    back = bring(own, "memberships.xlsx", fixed={"all-network": ""})
    assert back.found["sheets"][-1]["counts"] == {"added": 0, "changed": 0, "unchanged": 1, "refused": 0}


def test_what_is_true_of_all_rows_changes_nothing_that_is_there(bring, visit, otto, work_off, league):
    rabat = Actor.objects.create(id="rabat", name="Rabat", kind="city", country="MAR", geonames_id=2538475)
    Membership.objects.create(id="m", actor=rabat, network=league, grade="founder", handling="public")
    fixed = {"all-handling": "internal", "all-grade": "observer"}
    text = "City;Country\nRabat;Morocco\nFez;Morocco\n"
    sheet = bring(text, fixed=fixed)
    assert sheet.found["sheets"][-1]["counts"] == {"added": 1, "changed": 0, "unchanged": 1, "refused": 0}
    visit(otto).post(f"/registry/import/{sheet.pk}/take/")
    work_off()
    assert set(Membership.objects.values_list("actor__name", "grade", "handling")) == {
        ("Rabat", "founder", "public"),
        ("Fes", "observer", "internal"),
    }
    assert bring("City;Country;Handling\nRabat;Morocco;internal\n").found["sheets"][-1]["counts"]["changed"] == 1


def test_what_other_sources_attest_stands_and_the_sheet_is_a_source_beside_them(bring, visit, otto, work_off, league):
    rabat = Actor.objects.create(id="rabat", name="Rabat", kind="city", country="MAR", geonames_id=2538475)
    tie = Membership.objects.create(id="m", actor=rabat, network=league, grade="founder", handling="public")
    book = Source.objects.create(id="book", title="Statutes", handling="public")
    Attestation.objects.create(record=tie, field="grade", value="founder", source=book)
    text = "City;Country;Status;Joined\nRabat;Morocco;member;2018\nFez;Morocco;member;2019\n"
    sheet = bring(text)
    client = visit(otto)
    part = sheet.found["sheets"][-1]
    assert part["beside"][0][2] == [["grade", "founder", "member"]]
    assert part["changed"][0][2] == [["since", "", "2018"]]
    page = client.get(f"/registry/import/{sheet.pk}/").content.decode()
    assert "stands; the sheet’s <bdi>member</bdi> is noted beside it" in page
    assert not Source.objects.filter(pk__startswith="sheet-").exists()
    client.post(f"/registry/import/{sheet.pk}/take/")
    work_off()
    tie.refresh_from_db()
    assert (tie.grade, tie.since, tie.first.isoformat()) == ("founder", "2018", "2018-01-01")
    source = Source.objects.get(pk__startswith="sheet-")
    assert (source.title, source.handling) == ("members.csv", "internal")
    said = Attestation.objects.filter(source=source, record_id="m")
    assert set(said.values_list("field", "value", "locator")) == {
        ("grade", "member", "row 2"),
        ("since", "2018", "row 2"),
    }
    fez = Membership.objects.get(actor__name="Fes")
    assert Attestation.objects.filter(record_id=fez.pk).values_list("field", "locator").get() == ("", "row 3")
    held = Attestation.objects.count(), Attestation.history.count(), Membership.history.count()
    again = bring(text)
    client.post(f"/registry/import/{again.pk}/take/")
    work_off()
    assert held == (Attestation.objects.count(), Attestation.history.count(), Membership.history.count())
    won = bring(text, fixed={"all-@differs": "wins"})
    assert won.found["sheets"][-1]["changed"][0][2] == [["grade", "founder", "member"]]


@pytest.mark.parametrize("country", ["Neverland", "Marocco Land", "Portugall", "Korea"])
def test_a_country_is_never_guessed(bring, country):
    row, column, why = bring(f"City;Country\nRabat;{country}\n").found["unread"][0]
    assert (row, column) == (2, "Country")
    assert f"“{country}”" in why
    assert "ISO 3166 code" in why


def test_a_city_of_the_registry_that_lies_there_under_a_like_name_is_meant(bring):
    """Whatever place of GeoNames either of them is taken for."""
    said = {"kind": "city", "country": "FRA", "latitude": 45.7691, "longitude": 4.8343, "handling": "public"}
    Actor.objects.create(id="lyon-1", name="Lyon 1er arrondissement", geonames_id=1, **said)
    sheet = bring("City;Country\nLyon 1er;France\n")
    assert sheet.found["doubts"] == []
    assert [each["kind"] for each in sheet.found["sheets"]] == ["memberships"]


def test_how_numbers_were_read_as_days_is_said_and_what_an_encoding_is_called(bring):
    text = (
        "City;Country;Joined\nBesançon;France;43442\nCórdoba;Spain;2018\nZürich;Switzerland;2018\n"
        "S?o Paulo;Brazil;20180101\n????;Spain;2018\n"
    )
    found = bring(text.encode("cp1252")).found
    said = " ".join(found["said"])
    assert "43442 as 2018-12-08" in said
    assert "20180101 as 2018-01-01" in said
    assert "Windows-1252" in said
    assert "“S?o Paulo” in row 5 may have lost letters" in said
    assert [each[:2] for each in found["unread"]] == [[6, "City"]]
    assert "save it as UTF-8" in found["unread"][0][2]


def test_all_that_a_name_could_mean_can_be_found_and_chosen(bring, visit, otto, rhea, work_off):
    sheet = bring("City;Country\nSpringfield;USA\n")
    client, path = visit(otto), f"/registry/import/{sheet.pk}/candidates/"
    offered = {each["key"] for each in sheet.found["doubts"][0]["options"]}
    said = {"name": "Springfield|USA", "place": "1"}
    every = client.get(path, said).context["options"]
    assert len(every) > len(offered)
    (vermont,) = client.get(path, {**said, "sought-1": "vermont"}).context["options"]
    assert "Vermont" in vermont.where
    assert "Burlington" in client.get(path, {**said, "sought-1": "Burlington"}).content.decode()
    assert visit(rhea).get(path, said).status_code == 404
    other = next(each.key for each in every if each.key not in offered)
    judge(client, sheet, {"Springfield": other})
    assert f"place:{NameJudgement.objects.get().place['geonames_id']}" == other


def test_a_misspelt_name_is_told_as_one(bring):
    Actor.objects.create(name="Barcelona", kind="city", country="ESP", geonames_id=3128760)
    (doubt,) = bring("City;Country\nBarcelonna;Spain\n").found["doubts"]
    assert "letter" in " ".join(doubt["options"][0]["reasons"])


@pytest.mark.parametrize("said", ["Metropolis", "metropolis", "Metropolis, World Association", "WAM", "Die Metropolen"])
def test_what_is_true_of_all_rows_is_found_by_any_name_and_by_the_beginning_of_one(bring, said):
    known = Actor.objects.create(
        id="metro", name="Metropolis, World Association of Cities", acronym="WAM", kind="network", handling="public"
    )
    Name.objects.create(actor=known, name="Die Metropolen")
    Actor.objects.create(name="Metropolis", kind="city", country="USA")
    sheet = bring("City;Country\nRabat;Morocco\n", fixed={"all-network": said})
    assert sheet.fixed["network"] == "Metropolis, World Association of Cities [metro]"
    assert [each["counts"]["added"] for each in sheet.found["sheets"]] == [1, 1]
    assert sheet.found["sheets"][-1]["refused"] == []


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Leag of Ports", "is League of Ports, network, [league] "),
        ("League", "can mean League of Ports, network, [league] or League of Towns, network, [towns]"),
        ("Zzyzx", "there is no network “Zzyzx”; add it first."),
    ],
)
def test_what_is_true_of_all_rows_and_names_nothing_is_refused_on_the_form(visit, otto, league, said, told):
    Actor.objects.create(id="towns", name="League of Towns", kind="network", handling="public")
    client = visit(otto)
    file = SimpleUploadedFile("members.csv", b"City;Country\nRabat;Morocco\n")
    address = client.post("/registry/import/", {"file": file, "kind": "memberships"}).url
    form = {"column-0": "actor", "column-1": "@actor.country", "all-handling": "public", "take": "1"}
    answer = client.post(address, form | {"all-network": said})
    assert told in answer.context["fixed"].errors["network"][0]
    assert not Import.objects.get().found


def test_cities_of_which_every_row_is_refused_do_not_come_in_alone(bring, visit, otto):
    sheet = bring("City;Country;Status\nDacca;Bangladesh;Emperor\nRabat;Morocco;Emperor\n")
    assert [each["counts"]["added"] for each in sheet.found["sheets"]] == [0, 0, 0]
    page = visit(otto).get(f"/registry/import/{sheet.pk}/").content.decode()
    assert "Take in" not in page
    assert [each["counts"]["refused"] for each in sheet.found["sheets"]] == [0, 0, 2]


def test_a_small_place_is_asked_about_where_nothing_says_the_country(bring):
    found = bring("City;Country\nGotham;\nKampala;\nLyon;\n").found
    assert [(each["name"], each["why"]) for each in found["doubts"]] == [
        ("Gotham", "no country is given, and Gotham in United Kingdom is a small place of 1,563 inhabitants")
    ]
    assert found["doubts"][0]["options"][0]["name"] == "Gotham"


@pytest.mark.parametrize(
    "text", ["Gotham;United Kingdom\n", "Gotham, Nottinghamshire;\n", "Gotham;\nLeeds;United Kingdom\n"]
)
def test_a_small_place_is_sure_where_the_country_the_region_or_another_row_speaks_for_it(bring, text):
    assert bring(f"City;Country\n{text}").found["doubts"] == []


def test_a_small_place_of_the_registry_is_sure_without_its_country(bring):
    Actor.objects.create(name="Gotham Parish", kind="city", country="GBR", geonames_id=2648265)
    assert bring("City;Country\nGotham;\n").found["doubts"] == []


def test_what_was_typed_and_not_chosen_is_asked_again_and_not_lost(bring, visit, otto):
    sheet = bring("City;Country\nBarcelonna;Spain\nGrennoble;France\n")
    client = visit(otto)
    form = {"place": ["1", "2"], "name-1": "Barcelonna|ESP", "sought-1": "Badalona"}
    form |= {"name-2": "Grennoble|FRA", "meant-2": "place:3014728", "sought-2": "anything"}
    answer = client.post(f"/registry/import/{sheet.pk}/names/", form)
    said = " ".join(answer.content.decode().split())
    assert answer.status_code == 422
    assert "You typed “<bdi>Badalona</bdi>”: choose" in said
    assert 'value="Badalona"' in said
    assert 'name="meant-1" value="place:3129028"' in said
    assert "Your 1 other judgement is kept" in said
    assert [each.written for each in NameJudgement.objects.all()] == ["Grennoble"]
    none = client.post(f"/registry/import/{sheet.pk}/names/", form | {"sought-1": "Zzyzxqq"}).content.decode()
    assert "Nothing of this name is known" in none
