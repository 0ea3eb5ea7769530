"""The lexicon is changed by officers, in versions that stay reachable and go on counting as they did."""

from __future__ import annotations

import pytest

import hanse
from hanse.wording.named import shipped
from hanse.workspace.visibility.lexicons import in_force, lexicon_of
from hanse.workspace.visibility.models import LexiconVersion
from hanse.workspace.visibility.work import count_what_is_new

pytestmark = pytest.mark.django_db
EDIT = "/wording/lexicon/edit/en/"


@pytest.fixture
def pact(written):
    return written("Harbour Pact", "1. Port towns and cities host migrants.", "2. Harbours too.", handling="public")


def words(**changed):
    """The form as it is filled in, with other phrases in some groups."""
    groups = {group: "\n".join(held.get("en", ())) for group, held in in_force().words.items()} | {
        name.replace("_", " "): text for name, text in changed.items()
    }
    return {f"group-{number}": text for number, text in enumerate(groups.values())} | {"why": "ports are cities"}


def test_a_new_version_is_counted_with_and_named_on_the_page(visit, otto, pact, tmp_path):
    assert visit(otto).post(EDIT, {**words(cities="city|cities\nharbours"), "keep": "1"}).status_code == 302
    made = LexiconVersion.objects.first()
    assert (made.number, made.author, made.why) == (1, otto, "ports are cities")
    page = visit(otto).get(f"/documents/{pact.pk}/wording/")
    assert next(row for row in page.context["rows"] if row.count.group == "cities").count.forms == (
        ("cities", 1),
        ("harbours", 1),
    )
    assert "version 1 of this office’s lexicon" in page.content.decode()
    path = tmp_path / "mine.toml"
    path.write_bytes(visit(otto).get("/wording/lexicon/1/file/").content)
    read = hanse.read_lexicon(path)
    assert (read.sha256, read.words) == (made.sha256, made.lexicon.words)
    assert hanse.visibility(pact.as_text(), lexicon=read) == page.context["found"]


def test_an_older_version_reproduces_its_counts_and_is_put_in_force_again(visit, otto, pact):
    before = visit(otto).get(f"/documents/{pact.pk}/wording/").context["found"]
    visit(otto).post(EDIT, {**words(cities="harbours"), "keep": "1"})
    assert LexiconVersion.objects.get(number=0).shipped
    assert visit(otto).get(f"/documents/{pact.pk}/wording/?lexicon=0").context["found"] == before
    assert visit(otto).post("/wording/lexicon/0/back/").status_code == 302
    assert in_force() == shipped()
    assert visit(otto).get(f"/documents/{pact.pk}/wording/").context["found"] == before
    assert [each.number for each in LexiconVersion.objects.all()] == [2, 1, 0]
    assert visit(otto).get("/wording/lexicon/1/").status_code == 200


def test_every_page_calls_a_version_the_same_and_the_library_s_own_by_its_number_alone(visit, otto, pact):
    own = f"the lexicon that comes with Hanse, version {shipped().version}"
    visit(otto).post(EDIT, {**words(cities="harbours"), "keep": "1"})
    page = visit(otto).get("/wording/lexicon/").content.decode()
    assert "In force: version 1 of this office’s lexicon." in page
    assert page.count(own[1:]) == 1
    assert "ersion 0" not in page
    for address in (f"/documents/{pact.pk}/wording/", "/wording/trend/"):
        offered = visit(otto).get(address).content.decode()
        assert own in offered, address
        assert "version 1 of this office’s lexicon" in offered, address
    told = visit(otto).post("/wording/lexicon/0/back/", follow=True).content.decode()
    assert told.count(f"In force: {own}.") == 2, "the message and the page"
    visit(otto).post("/wording/lexicon/1/back/")
    assert "In force: version 1 of this office’s lexicon." in visit(otto).get("/wording/lexicon/").content.decode()


def test_the_preview_shows_what_would_come_and_go_and_keeps_nothing(visit, otto, pact):
    page = visit(otto).post(EDIT, {**words(cities="harbours"), "preview": "1", "document": pact.pk})
    change = next(each for each in page.context["preview"] if each.group == "cities")
    assert (change.before, change.after, len(change.come), len(change.go)) == (2, 1, 1, 1)
    assert not LexiconVersion.objects.exists()


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("harbour(s", "is no word"),
        ("~ harbour", "must begin with a word"),
        ("old? harbour", "must begin with a word"),
        ("...", "is no word"),
        ("mayor", "a word can name one group only"),
        ("x" * 250, "is too long for a phrase"),
    ],
)
def test_a_phrase_that_could_not_be_found_is_refused_in_a_sentence(visit, otto, phrase, said):
    page = visit(otto).post(EDIT, {**words(cities=phrase), "keep": "1"})
    assert said in page.content.decode()
    assert not LexiconVersion.objects.exists()


def test_the_same_words_are_no_new_version(visit, otto):
    assert "no word was changed" in visit(otto).post(EDIT, {**words(), "keep": "1"}).content.decode()
    assert LexiconVersion.objects.filter(shipped=False).count() == 0


def test_who_reads_sees_and_only_officers_change(visit, otto, rosa, rhea):
    visit(otto).post(EDIT, {**words(cities="harbours"), "keep": "1"})
    for person in (rosa, rhea):
        assert "harbours" in visit(person).get("/wording/lexicon/").content.decode()
        assert visit(person).get(EDIT).status_code == 404
        assert visit(person).post("/wording/lexicon/0/back/").status_code == 404
    assert visit(otto).get("/wording/lexicon/edit/tlh/").status_code == 404


def test_a_language_may_be_emptied_and_stems_are_taken_as_stems(visit, otto):
    empty = {f"group-{number}": "" for number in range(len(in_force().groups))}
    answer = visit(otto).post("/wording/lexicon/edit/ru/", {**empty, "group-0": "город=\nпорт", "keep": "1"})
    assert answer.status_code == 302
    assert in_force().words["cities"]["ru"] == ("город=", "порт")
    assert "ru" not in in_force().words["mayors"]


def test_the_worker_keeps_the_library_s_lexicon_that_it_counted_with(pact):
    assert count_what_is_new() is False
    assert LexiconVersion.objects.get().sha256 == shipped().sha256
    assert lexicon_of(shipped().sha256) == shipped()
    assert lexicon_of("nothing") is None


def test_the_page_of_the_lexicon_opens_before_there_is_a_version(visit, otto):
    assert not LexiconVersion.objects.exists()
    assert visit(otto).get("/wording/lexicon/").status_code == 200


def test_the_page_of_the_lexicon_leads_to_its_versions_and_folds_the_groups(visit, otto, pact):
    page = visit(otto).get("/wording/lexicon/").content.decode()
    assert page.index('href="#versions"') < page.index('<div class="groups">')
    assert page.count('<details class="fold"><summary>') == len(in_force().words)
