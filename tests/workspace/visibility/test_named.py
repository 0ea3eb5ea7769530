"""The page of who is named in a document counts as the library does, opens every count, and says what it omits."""

from __future__ import annotations

import re

import pytest

import hanse
from hanse.workspace.documents.models import Furniture
from hanse.workspace.visibility.counting import count, counted, told
from hanse.workspace.visibility.lexicons import in_force

pytestmark = pytest.mark.django_db


@pytest.fixture
def pact(written):
    return written(
        "Harbour Pact",
        "1. States shall consult local authorities and cities that host migrants.",
        "2. Cities and municipalities may receive refugees, in consultation with national authorities.",
        "3. City networks share good practices.",
        handling="public",
    )


def text_of(page) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page.content.decode()).split())


def test_the_counts_are_the_library_s(visit, otto, pact):
    page = visit(otto).get(f"/documents/{pact.pk}/wording/")
    library = hanse.visibility(pact.as_text())
    shown = {row.count.group: row.count for row in page.context["rows"]}
    assert {group: (each.mentions, each.forms, each.company, each.per_thousand) for group, each in shown.items()} == {
        each.group: (each.mentions, each.forms, each.company, each.per_thousand) for each in library.total
    }
    assert shown["cities"].mentions == 2
    assert shown["networks"].mentions == 1
    assert "once inside longer expressions that count as networks" in text_of(page)
    assert "Names of single cities, states and persons are not counted" in text_of(page)


def test_every_count_opens_onto_its_passages_with_the_words_marked(visit, otto, pact):
    page = visit(otto).get(f"/documents/{pact.pk}/wording/?group=cities").content.decode()
    assert page.count('<mark class="hit">') == 2
    assert f'href="/documents/{pact.pk}/#2"' in page


def test_footnotes_are_counted_only_where_they_are_taken_in(visit, otto, pact):
    Furniture.objects.create(document=pact, order=99, text="See the letter of the mayors.", kind="footnote")
    plain = visit(otto).get(f"/documents/{pact.pk}/wording/")
    assert "Mayors: footnotes, headers and footers are not counted; they have one more" in text_of(plain)
    asked = f"/documents/{pact.pk}/wording/?take=text&take=heading&take=annex&take=furniture&group=mayors"
    for _ in range(2):  # the second time it is one that was kept
        with_notes = visit(otto).get(asked)
        mayors = next(row.count for row in with_notes.context["rows"] if row.count.group == "mayors")
        assert mayors.mentions == 1
        assert "the letter of the <mark" in with_notes.content.decode()


def test_what_is_kept_is_what_would_be_counted(pact):
    kept = count(pact, in_force())
    kept.refresh_from_db()
    assert told(kept.body, pact.pk, in_force()) == hanse.visibility(pact.as_text())


def test_a_count_of_a_former_text_holds_no_longer(pact):
    count(pact, in_force())
    assert counted(pact, in_force())
    pact.passages.create(order=50, pid="p9", anchor="p9", text="Mayors too.")
    assert counted(pact, in_force()) is None


def test_who_may_not_see_the_document_sees_no_count_of_it(visit, rhea, written):
    hidden = written("Secret Draft", "1. Cities.", handling="restricted")
    assert visit(rhea).get(f"/documents/{hidden.pk}/wording/").status_code == 404


def test_a_lexicon_that_is_not_there_is_not_found(visit, otto, pact):
    assert visit(otto).get(f"/documents/{pact.pk}/wording/?lexicon=77").status_code == 404
    assert visit(otto).get(f"/documents/{pact.pk}/wording/?lexicon=x").status_code == 404
    assert visit(otto).get(f"/documents/{pact.pk}/wording/?lexicon={'9' * 5000}").status_code == 404
    assert visit(otto).get(f"/documents/{pact.pk}/wording/?take=nonsense&group=nobody").status_code == 200


def test_the_document_s_page_leads_to_its_wording(visit, otto, pact):
    assert f'href="/documents/{pact.pk}/wording/"' in visit(otto).get(f"/documents/{pact.pk}/").content.decode()
