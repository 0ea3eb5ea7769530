"""Search finds words in every script, marks them, and knows nothing of what is out of sight."""

from __future__ import annotations

import re

import pytest

from hanse.workspace.documents.models import Document
from hanse.workspace.documents.query import Query, Reference, hits, passages


def found(said, user, **of):
    return [each.text for each in passages(Query.of(said), user)]


def test_word_forms_accents_and_capitals_do_not_matter(written, otto):
    written("A", "1. Cities welcome MIGRANTS.", "2. Nobody else is named.")
    assert found("migrant city", otto) == ["Cities welcome MIGRANTS."]


@pytest.mark.parametrize(
    ("language", "words", "said"),
    [
        ("fr", "Les collectivités locales accueillent les réfugiés.", "collectivite refugie"),
        ("es", "Las ciudades acogen a las personas migrantes.", "ciudad migrante"),
        ("ru", "Города принимают мигрантов и беженцев.", "мигрант"),
        ("tr", "Belediyeler göçmenlere hizmet sunar.", "göçmen"),
        ("ar", "تستقبل المُدُن المهاجرين", "المدن"),
        ("zh", "各国承诺保护移民的人权和基本自由", "移民"),
    ],
)
def test_every_script_is_found_and_marked(written, otto, language, words, said):
    written("A", f"1. {words}", language=language)
    written("B", "1. Something else entirely.", language="en")
    assert found(said, otto) == [words]
    assert hits(words, language, Query.of(said))


def test_a_phrase_in_quotation_marks_must_stand_side_by_side(written, otto):
    written("A", "1. A whole of society approach.", "2. Society as a whole, of course.")
    assert found("“whole of society”", otto) == ["A whole of society approach."]
    assert len(found("whole society", otto)) == 2


def test_hits_are_spans_of_the_passage_itself(written, otto):
    text = "Cities, and the city of Éxample, welcome."
    assert [text[start:end] for start, end in hits(text, "en", Query.of("city"))] == ["Cities", "city"]


@pytest.mark.parametrize("letter", ["a", "é", "中"])
def test_a_word_of_any_length_is_taken_in_and_its_passage_found(written, otto, letter):
    written("A", f"1. Signed by key {letter * 5000}.", "2. Nobody else is named.")
    assert len(found("sign key", otto)) == 1


@pytest.mark.parametrize(
    "said", ["", '"', "AND", "a* OR b", "NEAR(x y)", "';--", "\\", "()", "¶", "\x00", "a" * 5000, "“"]
)
def test_no_query_breaks_the_search(written, otto, visit, said):
    written("A", "1. Some words and others.")
    assert visit(otto).get("/documents/search/", {"q": said}).status_code == 200


def test_agreed_language_is_found_by_symbol_and_paragraph(written, otto, visit):
    written("Compact", "11. Before.", "12. The words sought.", symbol="A/RES/73/195", adopted=True)
    page = visit(otto).get("/documents/search/", {"q": "a/res/73/195 para 12"}).content.decode()
    assert "The words sought." in page
    assert "Before." not in page


@pytest.mark.parametrize(
    ("said", "symbol", "number"),
    [
        ("A/RES/73/195 para 12", "A/RES/73/195", "12"),
        ("A/RES/73/195, para. 12 (b)", "A/RES/73/195", "12 (b)"),
        ("A/RES/73/195", "A/RES/73/195", ""),
        ("A/HRC/RES/35/17 OP4", "A/HRC/RES/35/17", "OP4"),
        ("S/RES/1325(2000) paragraph 3", "S/RES/1325(2000)", "3"),
    ],
)
def test_a_reference_is_read_as_people_write_it(said, symbol, number):
    assert Reference.of(said) == Reference(symbol, number)


@pytest.mark.parametrize("said", ["and/or migrants in cities of the world", "cities", "12", ""])
def test_words_are_not_taken_for_a_reference(said):
    reference = Reference.of(said)
    assert reference is None or reference.symbol == "and/or"


def test_only_agreed_language_where_that_is_asked(written, otto, visit):
    written("Adopted", "1. Shared words stand here.", adopted=True)
    written("Proposed", "1. Shared words stand there.")
    page = visit(otto).get("/documents/search/", {"q": "shared words", "adopted": "1"}).content.decode()
    assert "Adopted" in page
    assert "Proposed" not in page


def without_key(page: bytes) -> bytes:
    """A page without what protects forms, which is new in every answer."""
    page = re.sub(rb'("X-CSRFToken": ")[^"]+', rb"\1", page)
    return re.sub(rb'(csrfmiddlewaretoken" value=")[^"]+', rb"\1", page)


PLACES = [
    "/",
    "/documents/",
    "/documents/?q=words&kind=draft&language=qq&handling=restricted&until=2030",
    "/documents/?order=title&page=2",
    "/documents/search/?q=words",
    "/documents/search/?q=unheard",
    "/documents/search/?q=X/SECRET/1+para+1",
    "/documents/search/?q=words&adopted=1",
    "/documents/nothinghere/",
]


def everything(browser):
    return [(answer.status_code, without_key(answer.content)) for answer in map(browser.get, PLACES)]


def test_a_restricted_document_leaves_no_trace_for_those_without_the_right(written, visit, cem, rhea, settings):
    settings.HANSE_OPEN_TO_PUBLIC = True
    written("Open", "1. Some words.", "2. More words.", handling="public", kind="statement", date="2029")
    watchers = [visit(None), visit(cem), visit(rhea)]
    before = [everything(watcher) for watcher in watchers]
    secret = written(
        "Secret",
        "1. Unheard words.",
        "2. Words, words, words.",
        handling="restricted",
        kind="draft",
        language="qq",
        symbol="X/SECRET/1",
        adopted=True,
        date="2030",
    )
    assert [everything(watcher) for watcher in watchers] == before
    for watcher in watchers:
        for tail in ("", "file/", "edit/", "history/"):
            gone, never = watcher.get(f"/documents/{secret.pk}/{tail}"), watcher.get(f"/documents/nothinghere/{tail}")
            strip = without_key(gone.content).replace(secret.pk.encode(), b"nothinghere")
            assert (gone.status_code, strip) == (never.status_code, without_key(never.content))


def test_a_removed_document_is_out_of_every_search(written, visit, otto):
    document = written("A", "1. Unheard words.")
    document.remove()
    assert found("unheard", otto) == []
    document.restore()
    assert found("unheard", otto) == ["Unheard words."]
    assert Document.objects.visible_to(otto).count() == 1
