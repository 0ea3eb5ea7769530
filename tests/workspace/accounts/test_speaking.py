"""In which language is a page shown?"""

from __future__ import annotations

import pytest
from django.urls import reverse

from hanse.workspace.languages import Language

pytestmark = pytest.mark.django_db
RUNS = {"ar": "rtl"}


def told(client, **headers):
    page = client.get("/people/", headers=headers).content.decode()
    return page[page.index("<html") : page.index("<head>")].strip()


@pytest.mark.parametrize("code", Language.values)
def test_a_page_says_its_language_and_which_way_it_runs(visit, ada, code):
    assert told(visit(ada), accept_language=code) == f'<html lang="{code}" dir="{RUNS.get(code, "ltr")}">'


@pytest.mark.parametrize(
    ("asked", "got"), [("zh-CN,en;q=0.5", "zh"), ("fr-CA", "fr"), ("de,es;q=0.8", "es"), ("tlh", "en"), ("", "en")]
)
def test_the_nearest_language_of_the_browsers_is_taken(visit, ada, asked, got):
    assert f'lang="{got}"' in told(visit(ada), accept_language=asked)


def test_what_was_chosen_stays_chosen_and_is_the_language_of_ones_letters(visit, ada):
    client = visit(ada)
    answer = client.post(reverse("language"), {"language": "ar", "next": "/people/"})
    assert answer.url == "/people/"
    assert 'lang="ar"' in told(client, accept_language="fr")
    ada.refresh_from_db()
    assert ada.language == "ar"
    assert 'lang="ar"' in told(visit(ada), accept_language="fr"), "in another browser too"


def test_without_an_account_the_browser_remembers(visit):
    client = visit(None)
    client.post(reverse("language"), {"language": "ru"})
    assert 'lang="ru"' in client.get(reverse("account_login")).content.decode()


@pytest.mark.parametrize("onward", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)", ""])
def test_nobody_is_sent_elsewhere(visit, onward):
    assert visit(None).post(reverse("language"), {"language": "fr", "next": onward}).url == "/"


@pytest.mark.parametrize("code", ["tlh", "", "fr\x00", "a" * 5000])
def test_a_language_that_is_not_spoken_changes_nothing(visit, ada, code):
    client = visit(ada)
    assert client.post(reverse("language"), {"language": code, "next": "/people/"}).url == "/people/"
    assert 'lang="en"' in told(client)


def test_programs_are_answered_in_english_whoever_asks(visit, ada):
    client = visit(ada)
    client.post(reverse("language"), {"language": "fr"})
    assert client.get("/api/v1/", headers={"accept-language": "ar"}).headers["Content-Language"] == "en"
