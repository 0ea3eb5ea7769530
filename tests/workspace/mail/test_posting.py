"""In which language is a letter? In that of whoever gets it, whoever writes."""

from __future__ import annotations

import pytest
from django.utils.translation import gettext_lazy

from hanse.workspace.languages import speaking
from hanse.workspace.mail.models import Letter
from hanse.workspace.mail.posting import post

LETTER = "focal_points/letters/handed_over.txt"
CONTEXT = {"cities": "Tunis", "by": "Ada", "why": "Left."}


def spoken_words(monkeypatch):
    """Each word is said with the language that it is said in."""
    from django.utils import translation

    translation.gettext("x")
    said = translation._trans.gettext
    monkeypatch.setattr(translation._trans, "gettext", lambda word: f"{translation.get_language()}: {said(word)}")


@pytest.fixture
def told(monkeypatch):
    spoken_words(monkeypatch)


def write(to, **said):
    return post(to, gettext_lazy("You speak for %(cities)s"), LETTER, CONTEXT, **said)


def test_a_french_reader_is_written_to_in_french_by_an_arabic_speaking_officer(otto, told):
    otto.language = "fr"
    with speaking("ar"):
        letter = write(otto)
    assert letter.subject.startswith("fr: ")
    assert "Tunis" in letter.subject
    assert "fr: " in letter.text
    assert "ar: " not in letter.text


def test_who_chose_no_language_is_written_to_in_that_of_the_writer(otto, told):
    with speaking("ar"):
        assert write(otto).subject.startswith("ar: ")
    assert write(otto).subject.startswith("en: ")


def test_an_address_without_an_account_is_written_to_in_the_language_that_the_caller_says(db, told):
    with speaking("ar"):
        assert write("maire@example.org", language="fr").subject.startswith("fr: ")
        assert write("maire@example.org").subject.startswith("ar: ")


def test_an_account_s_own_language_goes_before_the_caller_s(otto, told):
    otto.language = "ru"
    assert write(otto, language="fr").subject.startswith("ru: ")


def test_an_officer_s_act_reaches_each_reader_in_their_language(visit, ada, tala, milo, told, settings):
    type(tala).objects.filter(pk=tala.pk).update(language="fr")
    type(milo).objects.filter(pk=milo.pk).update(language="es")
    client = visit(ada)
    client.cookies["django_language"] = "ar"
    held = tala.speaks_for.get()
    said = {"cities": [held.pk], "why": "Left.", "leaves": "on", "successor": milo.pk}
    with speaking("en"):  # a request leaves its language behind
        client.post(f"/people/{tala.pk}/hand-over/", said)
    assert {each.person.name: each.subject[:4] for each in Letter.objects.all()} == {"Tala": "fr: ", "Milo": "es: "}
