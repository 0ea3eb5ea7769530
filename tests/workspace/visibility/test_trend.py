"""The trend counts what the library counts, over what the reader may see, and every number opens."""

from __future__ import annotations

import pytest

import hanse
from hanse.workspace.documents.models import Document
from hanse.workspace.visibility.models import Counted
from hanse.workspace.visibility.work import count_what_is_new

pytestmark = pytest.mark.django_db
BOTH = "Migrants come to our cities. We welcome them."
MIGRATION = "Migration is a right. Nothing else was said. The sea is blue. Taxes rise."
NEITHER = "Trade grows."


@pytest.fixture
def speeches(written):
    said = [("Kenya", 2015, BOTH), ("Kenya", 2016, MIGRATION), ("Chad", 2016, BOTH), ("Chad", 2017, NEITHER)]
    made = [
        written(f"{actor} {year}", text, date=f"{year}-09-20", actor=actor, kind="statement", handling="public")
        for actor, year, text in said
    ]
    while count_what_is_new():
        pass
    return made


def test_years_and_speakers_are_the_library_s(visit, otto, speeches):
    page = visit(otto).get("/wording/trend/")
    library = hanse.trend(each.as_text() for each in speeches)
    assert page.context["corpus"].years == library.years
    assert [(each.name, each.of_both, each.near) for each in page.context["corpus"].speakers] == [
        ("Chad", 1, 1),
        ("Kenya", 1, 1),
    ]
    assert "<svg" in page.content.decode()


def test_a_number_opens_onto_texts_and_their_passages(visit, otto, speeches):
    page = visit(otto).get("/wording/trend/?year=2016&what=both").content.decode()
    assert "Chad 2016" in page
    assert "Kenya 2016" not in page
    assert '<mark class="hit">cities</mark>' in page
    assert "Kenya 2016" in visit(otto).get("/wording/trend/?year=2016&what=migration").content.decode()
    assert len(visit(otto).get("/wording/trend/?actor=Kenya&what=texts").context["shown"]) == 2


def test_what_is_restricted_leaves_no_trace(visit, otto, rhea, speeches):
    Document.objects.filter(pk=speeches[2].pk).update(handling="restricted")
    page = visit(rhea).get("/wording/trend/")
    assert {each.year: (each.speeches, each.of_both) for each in page.context["corpus"].years} == {
        2015: (1, 1),
        2016: (1, 0),
        2017: (1, 0),
    }
    assert page.context["corpus"].waiting == 0
    assert "Chad 2016" not in visit(rhea).get("/wording/trend/?year=2016&what=texts").content.decode()
    assert len(visit(otto).get("/wording/trend/").context["corpus"].speeches) == 4


def test_filters_choose_the_documents(visit, otto, speeches):
    assert len(visit(otto).get("/wording/trend/?q=Kenya").context["corpus"].speeches) == 2
    assert len(visit(otto).get("/wording/trend/?since=2016&until=2016").context["corpus"].speeches) == 2


def test_what_is_not_counted_yet_and_what_has_no_date_is_said(visit, otto, speeches, written):
    written("Undated", BOTH, handling="public")
    assert "1 document is not counted with this lexicon yet" in visit(otto).get("/wording/trend/").content.decode()
    count_what_is_new()
    page = visit(otto).get("/wording/trend/").content.decode()
    assert "1 document has no date and is in no year" in page
    assert "Undated" in visit(otto).get("/wording/trend/?year=undated&what=texts").content.decode()


def test_bad_addresses_are_no_errors(visit, otto, speeches):
    for query in ("year=x&what=y", "page=999", "since=nonsense&until=%00", "actor=" + "a" * 3000):
        assert visit(otto).get(f"/wording/trend/?{query}").status_code in (200, 404)


def test_an_older_lexicon_is_counted_by_a_job(visit, otto, speeches, work_off):
    from hanse.workspace.visibility.lexicons import add, changed, in_force

    add(changed(in_force(), "en", {"cities": ("harbour",)}, 1), why="", author=otto)
    page = visit(otto).get("/wording/trend/?lexicon=1")
    assert page.context["corpus"].waiting == 4
    answer = visit(otto).post("/wording/trend/count/", {"lexicon": in_force().sha256})
    assert answer.status_code == 302
    work_off()
    page = visit(otto).get("/wording/trend/")
    assert page.context["corpus"].waiting == 0
    assert sum(each.of_both for each in page.context["corpus"].years) == 0
    assert sum(each.of_both for each in visit(otto).get("/wording/trend/?lexicon=0").context["corpus"].years) == 2


def test_the_page_asks_the_database_as_seldom_for_many_texts_as_for_few(
    visit, otto, speeches, written, django_assert_max_num_queries
):
    for number in range(30):
        written(f"Peru {number}", BOTH, date=f"{1990 + number}", actor=f"Speaker {number}", handling="public")
    count_what_is_new()
    client = visit(otto)
    client.get("/wording/trend/")
    with django_assert_max_num_queries(25):
        assert len(client.get("/wording/trend/").context["corpus"].speeches) == 34


@pytest.mark.parametrize(
    ("title", "actor", "source", "name"),
    [
        ("Statement of the delegation", "Chad", "2019-09-24 Kenya.txt", "Chad"),
        ("Statement of the delegation", "", "2019-09-24 Kenya.txt", "Kenya"),
        ("Statement of the delegation", "", "2019_Kenya.pdf", "Kenya"),
        ("2019 Kenya", "", "speech.txt", "Kenya"),
        ("Kenya", "", "20190.txt", ""),
        ("A paper on the Compact of 2018", "", "paper.pdf", ""),
        ("Zero draft", "", "2031-03-02 Zero draft.md", ""),
    ],
)
def test_a_speaker_that_nobody_named_is_the_one_of_the_dated_file_and_never_a_title(title, actor, source, name):
    from hanse.workspace.visibility.trending import speaker

    assert speaker({"title": title, "actor": actor, "source": source, "kind": ""}) == name


def test_of_a_report_nobody_is_taken_for_the_speaker_and_the_page_says_so(visit, otto, written):
    written("2019 Harbours", BOTH, date="2019", kind="report", handling="public")
    while count_what_is_new():
        pass
    page = visit(otto).get("/wording/trend/")
    assert [each.name for each in page.context["corpus"].speakers] == [""]
    assert page.content.decode().count("not documented") == 2
    opened = visit(otto).get("/wording/trend/?actor=undocumented&what=both")
    assert [each.document.title for each in opened.context["shown"]] == ["2019 Harbours"]


def test_mentions_of_migration_open_onto_their_passages(visit, otto, speeches):
    page = visit(otto).get("/wording/trend/?year=2016&what=migration").content.decode()
    assert '<mark class="hit">Migration</mark>' in page
    text = speeches[1].pk
    assert f"text={text}" in page
    one = visit(otto).get(f"/wording/trend/?what=migration&text={text}")
    assert [each.document.pk for each in one.context["shown"]] == [text]


def test_a_count_that_kept_no_mentions_of_migration_opens_too(visit, otto, speeches):
    for each in Counted.objects.all():
        del each.body["moving"]
        each.save()
    page = visit(otto).get("/wording/trend/?year=2016&what=migration").content.decode()
    assert '<mark class="hit">Migration</mark>' in page


def test_the_same_file_twice_is_counted_once_and_as_the_copy_of_which_most_is_said(visit, otto, speeches, written):
    written("Kenya", BOTH, handling="internal")
    Document.objects.filter(title__startswith="Kenya").exclude(pk=speeches[1].pk).update(sha256="f" * 64)
    while count_what_is_new():
        pass
    corpus = visit(otto).get("/wording/trend/").context["corpus"]
    assert (len(corpus.speeches), corpus.undated, corpus.waiting) == (4, 0, 0)
    assert {each.document for each in corpus.speeches} == {each.pk for each in speeches}
