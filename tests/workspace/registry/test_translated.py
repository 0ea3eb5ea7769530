"""In which language is a record's content shown?"""

from __future__ import annotations

import pytest

from hanse.workspace.languages import speaking
from hanse.workspace.registry.models import Actor, Instrument, Translation
from hanse.workspace.registry.translated import content, in_the_language_of

pytestmark = pytest.mark.django_db
ADDRESS = "/instruments/marrakech/"


@pytest.fixture
def declaration(db):
    return Instrument.objects.create(
        pk="marrakech", title="Mayors Declaration", kind="declaration", note="Cities commit.", handling="public"
    )


@pytest.fixture
def in_french(declaration):
    said = {"field": "title", "language": "fr", "of": "en", "handling": "public"}
    return Translation.objects.create(
        record=declaration, text="Déclaration des maires", original="Mayors Declaration", **said
    )


def read(client, language, address=ADDRESS):
    return client.get(address, headers={"accept-language": language}).content.decode()


def test_who_reads_french_reads_the_translation_and_is_told_so(visit, rhea, in_french):
    page = read(visit(rhea), "fr")
    assert "<h1" in page
    assert "Déclaration des maires" in page[page.index("<h1") :]
    assert 'class="translated' in page
    assert "?original" in page


def test_who_reads_another_language_reads_what_was_written_and_is_told_what_there_is(visit, rhea, in_french):
    page = read(visit(rhea), "en")
    assert "Déclaration des maires" not in page
    assert "Shown as it was written, in English." in page
    assert "There is also: French." in page


def test_the_original_can_be_asked_for(visit, rhea, in_french):
    assert "Déclaration des maires" not in read(visit(rhea), "fr", f"{ADDRESS}?original")


def test_a_record_that_nobody_translated_says_nothing_of_it(visit, rhea, declaration):
    assert 'class="translated' not in read(visit(rhea), "fr")


def test_a_translation_that_is_older_than_the_words_says_so(visit, rhea, in_french, declaration):
    declaration.title = "Mayors Declaration, revised"
    declaration.save()
    page = read(visit(rhea), "fr")
    assert "Déclaration des maires" in page
    assert page.count('class="translated') == 1
    assert in_french.original not in page
    assert Translation.objects.get().original != declaration.title


def test_machines_read_what_was_written_whoever_asks(rf, rhea, in_french, declaration):
    request = rf.get(ADDRESS)
    request.user = rhea
    with speaking("fr"):
        shown = in_the_language_of(request, declaration)
    assert (shown.title, shown.as_written.title) == ("Déclaration des maires", "Mayors Declaration")


def test_a_hidden_translation_is_not_shown(visit, rhea, in_french):
    Translation.objects.update(handling="restricted")
    page = read(visit(rhea), "fr")
    assert "Déclaration des maires" not in page
    assert 'class="translated' not in page


def test_an_officer_translates_changes_and_empties(visit, otto, declaration):
    client, form = visit(otto), f"{ADDRESS}translate/?language=fr"
    assert "Mayors Declaration" in client.get(form).content.decode()
    assert client.post(form, {"of": "en", "text-title": "Déclaration", "text-note": ""}).status_code == 302
    made = Translation.objects.get()
    assert (made.field, made.language, made.of, made.original, made.handling) == (
        *("title", "fr", "en", "Mayors Declaration", "public"),
    )
    client.post(form, {"of": "en", "text-title": "Déclaration"})
    assert made.history.count() == 1, "the same again is no change"
    client.post(form, {"of": "en", "text-title": ""})
    assert not Translation.objects.standing().exists()
    assert Translation.objects.removed_for(otto).count() == 1, "and can be brought back"
    client.post(form, {"of": "en", "text-title": "Déclaration des maires"})
    assert Translation.objects.standing().count() == 1


def test_who_keeps_no_records_does_not_translate(visit, rhea, tala, declaration):
    assert {visit(each).get(f"{ADDRESS}translate/").status_code for each in (rhea, tala)} == {404}


@pytest.mark.parametrize("words", ["x" * 600, "a\x00b"])
def test_what_a_field_cannot_hold_is_refused_with_a_sentence(visit, otto, declaration, words):
    page = visit(otto).post(f"{ADDRESS}translate/?language=fr", {"of": "", "text-title": words})
    assert page.status_code == 200
    assert 'class="error"' in page.content.decode()
    assert not Translation.objects.exists()


def test_names_of_actors_are_records_of_their_own(db):
    city = Actor.objects.create(name="Wien", kind="city", country="AUT", description="A city.", handling="public")
    assert "name" not in {each.name for each in content(city)}
    assert "description" in {each.name for each in content(city)}
