"""A draft is written paragraph by paragraph; what others say and propose is seen, decided with a reason, and kept."""

from __future__ import annotations

import re

import pytest

from hanse.workspace.accounts.models import Named
from hanse.workspace.statements import drafting
from hanse.workspace.statements.differences import differences
from hanse.workspace.statements.freezing import freeze
from hanse.workspace.statements.models import Amendment, Comment, Statement


@pytest.fixture
def way(statement):
    return f"/statements/{statement.pk}/draft/"


@pytest.fixture
def first(statement):
    return statement.draft.paragraphs.get(number="1")


@pytest.fixture
def invited(statement, tala, otto):
    """A focal point who was asked to comment."""
    Named.objects.create(person=tala, model="statements.statement", record=statement.pk, by=otto)
    return tala


def propose(browser, way, paragraph, **said):
    fields = {"change": "wording", "language": "en", "paragraph": paragraph.pk, "text": "", "kind": "operative"}
    return browser.post(f"{way}amendments/", {**fields, **said})


def test_a_statement_begins_with_its_title_and_grows_by_numbered_paragraphs(visit, otto):
    browser = visit(otto)
    fields = {"title": "Call of the Islands", "authentic": "en", "languages": "en ar", "handling": "internal"}
    answer = browser.post("/statements/new/", fields)
    statement = Statement.objects.get()
    assert answer.url == f"/statements/{statement.pk}/draft/"
    for kind, text in (("preambular", "Noting,"), ("operative", "Cities act."), ("operative", "Cities ask.")):
        browser.post(f"{answer.url}paragraphs/", {"kind": kind, "text": text})
    held = statement.draft.paragraphs.standing()
    assert [(each.number, each.said("en")) for each in held] == [
        ("", "Call of the Islands"),
        ("PP1", "Noting,"),
        ("1", "Cities act."),
        ("2", "Cities ask."),
    ]
    page = browser.get(f"{answer.url}?language=ar").content.decode()
    assert page.count("No wording in this language yet.") == 4
    assert "4 missing" in page


def test_a_statement_that_closed_before_it_was_begun_is_one_that_a_meeting_adopted(visit, otto):
    said = {"title": "Call", "authentic": "en", "languages": "en", "handling": "internal", "closes": "2020-01-01"}
    refused = visit(otto).post("/statements/new/", said)
    assert "This day is past: nobody could sign." in refused.content.decode()
    assert not Statement.objects.exists()
    assert visit(otto).post("/statements/new/", {**said, "adopted": "2019-12-01"}).status_code == 302


def test_an_accepted_amendment_changes_the_text_and_says_who_why_and_when(visit, way, first, invited, otto):
    propose(visit(invited), way, first, text="Cities urge States to fund reception in ports.", why="Stronger.")
    page = visit(otto).get(way).content.decode()
    assert "Cities <del>call upon</del><ins>urge</ins> States" in page
    amendment = Amendment.objects.get()
    visit(otto).post(f"{way}amendments/{amendment.pk}/", {"decision": "accept", "why": "Agreed in the call."})
    first.refresh_from_db()
    assert first.said("en") == "Cities urge States to fund reception in ports."
    page = visit(otto).get(way).content.decode()
    assert "Accepted by Otto" in page
    assert "Agreed in the call." in page
    assert {each.name for each in first.version.authors.all()} == {"Otto", "Tala"}


def test_a_rejection_needs_a_reason(visit, way, first, invited, otto):
    propose(visit(invited), way, first, text="Cities do nothing.")
    amendment = Amendment.objects.get()
    answer = visit(otto).post(f"{way}amendments/{amendment.pk}/", {"decision": "reject"})
    assert "Say why it is rejected" in answer.content.decode()
    visit(otto).post(f"{way}amendments/{amendment.pk}/", {"decision": "reject", "why": "They do a lot."})
    amendment.refresh_from_db()
    assert (amendment.decision, amendment.decided_why) == ("rejected", "They do a lot.")
    first.refresh_from_db()
    assert first.said("en").startswith("Cities call upon")


def test_nobody_but_the_office_decides_and_only_its_author_takes_an_amendment_back(visit, way, first, invited, otto):
    propose(visit(invited), way, first, text="Cities do nothing.")
    address = f"{way}amendments/{Amendment.objects.get().pk}/"
    assert visit(invited).post(address, {"decision": "accept"}).status_code == 404
    assert visit(otto).post(address, {"decision": "take back"}).status_code == 404
    visit(invited).post(address, {"decision": "take back"})
    assert Amendment.objects.get().decision == "taken back"
    visit(otto).post(address, {"decision": "accept"})
    first.refresh_from_db()
    assert first.said("en").startswith("Cities call upon")


def test_a_new_paragraph_stands_behind_the_one_it_was_proposed_at_and_numbers_follow(visit, way, first, otto):
    propose(visit(otto), way, first, change="new", text="Cities open schools.")
    visit(otto).post(f"{way}amendments/{Amendment.objects.get().pk}/", {"decision": "accept"})
    held = first.version.paragraphs.standing().filter(kind="operative")
    assert [(each.number, each.said("en")) for each in held] == [
        ("1", "Cities call upon States to fund reception in ports."),
        ("2", "Cities open schools."),
        ("3", "Cities will share what they learn."),
    ]


def test_a_paragraph_that_is_taken_out_can_be_put_back_where_it_stood(visit, way, first, otto):
    visit(otto).post(f"{way}paragraphs/{first.pk}/change/", {"do": "out"})
    assert [each.number for each in first.version.paragraphs.standing()] == ["", "PP1", "1"]
    assert "Put back" in visit(otto).get(way).content.decode()
    visit(otto).post(f"{way}paragraphs/{first.pk}/change/", {"do": "back"})
    first.refresh_from_db()
    assert first.number == "1"


def test_an_amendment_is_shown_against_what_stands_now_and_says_that_it_moved(visit, way, first, invited, otto):
    propose(visit(invited), way, first, text="Cities call upon States to fund reception in all ports.")
    drafting.write(first, "en", "Cities urge States to fund reception in ports.", otto)
    page = visit(otto).get(way).content.decode()
    assert "changed since this was proposed" in page
    assert "<del>urge</del>" in page
    amendment = Amendment.objects.get()
    stale = drafting.seen_as("Cities call upon States to fund reception in ports.")
    answer = (
        visit(otto)
        .post(f"{way}amendments/{amendment.pk}/", {"decision": "accept", "seen": stale}, follow=True)
        .content.decode()
    )
    assert "somebody changed it since you opened it" in answer
    amendment.refresh_from_db()
    assert amendment.open


def test_nobody_writes_over_what_another_wrote_meanwhile(visit, way, first, otto, olga):
    address = f"{way}paragraphs/{first.pk}/?language=en"
    opened = visit(olga).get(address).context["form"].initial["seen"]
    drafting.write(first, "en", "Cities urge States.", otto)
    answer = visit(olga).post(address, {"text": "Cities beg States.", "seen": opened}).content.decode()
    assert "somebody changed it since you opened it" in answer
    assert "<del>urge</del>" in answer
    assert "Cities beg States." in answer
    first.refresh_from_db()
    assert first.said("en") == "Cities urge States."


def test_a_translation_of_an_earlier_wording_is_marked(visit, way, first, otto):
    drafting.write(first, "en", "Cities urge States.", otto)
    page = visit(otto).get(f"{way}?language=fr").content.decode()
    assert page.count("This translation is of an earlier wording.") == 1
    drafting.write(first, "fr", "Les villes exhortent les États.", otto)
    assert "earlier wording" not in visit(otto).get(f"{way}?language=fr").content.decode()


def test_only_the_office_and_those_it_invited_know_of_a_draft(visit, statement, way, tala, milo, rhea, rosa, settings):
    settings.HANSE_OPEN_TO_PUBLIC = True
    Named.objects.create(person=tala, model="statements.statement", record=statement.pk)
    for user in (None, milo, rhea):
        assert visit(user).get(way).status_code in (302, 404)
        assert visit(user).get(f"/statements/{statement.pk}/").status_code == 404
        for page in ("/statements/", "/registry/", "/api/v1/statements"):
            assert "Quiet Harbours" not in visit(user).get(page).content.decode()
    for user in (tala, rosa):
        assert "Cities call upon" in visit(user).get(way).content.decode()


def test_what_is_said_of_a_draft_stays_with_the_office_once_it_is_frozen(visit, statement, first, otto, settings):
    settings.HANSE_OPEN_TO_PUBLIC = True
    Comment.objects.create(version=statement.draft, paragraph=first, person=otto, text="A secret worry.")
    freeze(statement.draft, otto)
    drafting.begin(Statement.objects.get(), otto)
    page = visit().get(f"/statements/{statement.pk}/").content.decode()
    assert "Cities call upon" in page
    assert "worry" not in page
    assert "Draft" not in page
    assert visit().get(f"/statements/{statement.pk}/versions/2/").status_code == 404


def test_comments_are_settled_by_the_office_or_by_who_made_them(visit, way, first, invited, otto, rosa):
    visit(invited).post(f"{way}comments/", {"text": "Why ports only?", "paragraph": first.pk})
    comment = Comment.objects.get()
    address = f"{way}comments/{comment.pk}/settle/"
    assert visit(rosa).post(address).status_code == 404
    visit(invited).post(address)
    comment.refresh_from_db()
    assert comment.settled_by == invited
    assert "1 comment or amendment waits" not in visit(otto).get(way).content.decode()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x" * 5001, "It has 5,001 characters; at most 5,000 are taken."),
        ("a\x07b", "(U+0007)"),
        ("safe\u202egnp.exe", "(U+202E)"),
        ("  ", "Fill this in."),
    ],
)
def test_what_no_comment_can_be_is_refused_with_a_sentence_and_shown_again(visit, way, otto, text, said):
    answer = visit(otto).post(f"{way}comments/", {"text": text})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert text.strip()[:1000] in answer.content.decode()
    assert not Comment.objects.exists()


def test_a_script_is_shown_as_words_wherever_it_is_written(visit, way, first, otto):
    script = "<script>alert(1)</script>"
    visit(otto).post(f"{way}comments/", {"text": script, "paragraph": first.pk})
    propose(visit(otto), way, first, text=script, why=script)
    drafting.write(first, "fr", script, otto)
    for page in (way, f"{way}?language=fr", f"{way}amendments/{Amendment.objects.get().pk}/"):
        shown = visit(otto).get(page).content.decode()
        assert "<script>alert" not in shown
        assert "alert(1)" in shown


def test_differences_rebuild_both_wordings():
    old, new = "Cities call upon States, soon.", "城市呼吁 States to act, soon."
    found = differences(old, new)
    assert "".join(each.text for each in found if each.kind != "come") == old
    assert "".join(each.text for each in found if each.kind != "go") == new


def test_what_is_sent_after_the_session_ended_stands_there_again_without_any_script(visit, way, first, otto):
    browser = visit(otto)
    sent = {
        f"{way}comments/": {"text": "An hour of thought.", "paragraph": first.pk},
        f"{way}amendments/?paragraph={first.pk}": {
            "change": "wording",
            "language": "en",
            "paragraph": first.pk,
            "kind": "operative",
            "text": "Cities have thought for an hour.",
        },
        f"{way}paragraphs/": {"kind": "operative", "text": "A new one, at length."},
        f"{way}paragraphs/{first.pk}/?language=en": {"text": "Another wording, at length."},
    }
    for address, fields in sent.items():
        browser.logout()
        assert "/account/login/" in browser.post(address, fields).url
        browser.force_login(otto)
        assert fields["text"] in browser.get(address).content.decode()
        assert browser.post(address, fields).status_code == 302
    assert Comment.objects.get().text == "An hour of thought."
    first.refresh_from_db()
    assert first.said("en") == "Another wording, at length."


def test_a_comment_that_is_sent_twice_is_said_once_and_other_words_under_its_mark_are_another(visit, way, first, otto):
    browser = visit(otto)
    mark = re.search(r'name="once" value="(\w+)"', browser.get(way).content.decode())[1]
    for words in ("Why ports only?", "Why ports only?", "And who pays?"):
        said = {"text": words, "paragraph": first.pk, "once": mark}
        assert browser.post(f"{way}comments/", said).status_code == 302
    assert sorted(Comment.objects.values_list("text", flat=True)) == ["And who pays?", "Why ports only?"]
    for mark in ("", "../x", "a" * 400):
        browser.post(f"{way}comments/", {"text": "Once more.", "once": mark})
    assert Comment.objects.filter(text="Once more.").count() == 3
