"""A long form: kept as it is typed, by two people at once, after the session ended, with what cannot be kept."""

from __future__ import annotations

import re

import pytest
from django.utils import timezone

from hanse.workspace.mail.models import Letter
from hanse.workspace.pledges.models import Call, Comment, Partnership, Pledge, State
from tests.workspace.pledges.conftest import text

pytestmark = pytest.mark.django_db

SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def draft(pledge_of, tala):
    return pledge_of(tala, State.DRAFT, title="", description="", toward="", pledged="", filed=None)


def at(pledge: Pledge) -> str:
    return f"/pledges/{pledge.pk}/draft/"


def test_what_is_not_right_yet_is_kept_as_it_was_typed(desk, tala, draft, typed):
    desk(tala).post(at(draft), {**typed, "since": "next spring", "q-amount_amount": "a lot", "revision": 0})
    draft.refresh_from_db()
    assert (draft.title, draft.since, draft.answers["since"]) == (typed["title"], "", "next spring")
    page = text(desk(tala).get(at(draft)))
    assert "next spring" in page
    assert "a lot" in page


def test_filing_says_beside_each_field_what_is_wrong_and_keeps_all(desk, tala, draft, typed):
    wrong = {**typed, "since": "next spring", "q-objectives": [], "q-amount_currency": "", "q-indicators": "word " * 51}
    answer = desk(tala).post(at(draft), {**wrong, "revision": 0, "do": "file"})
    page = text(answer)
    assert answer.status_code == 422
    assert "51 words; at most 50 words." in page
    assert "Say in which currency, as EUR." in page
    assert "next spring" in page
    draft.refresh_from_db()
    assert (draft.state, draft.title) == (State.DRAFT, typed["title"])


def test_two_who_write_the_same_draft_do_not_overwrite_each_other_unknowingly(desk, tala, draft, typed):
    desk(tala).post(at(draft), {**typed, "revision": 0})
    late = desk(tala).post(at(draft), {**typed, "title": "Other", "revision": 0})
    assert late.status_code == 409
    assert "was changed meanwhile, last by Tala" in text(late)
    assert 'value="Other"' in text(late), "what was typed is still on the page"
    desk(tala).post(at(draft), {**typed, "title": "Other", "revision": 0, "over": "1"})
    draft.refresh_from_db()
    assert draft.title == "Other"


def test_typing_makes_no_history_and_saving_does(desk, tala, draft, typed):
    before = draft.history.count()
    desk(tala).post(at(draft), {**typed, "revision": 0}, headers={"HX-Request": "true"})
    assert draft.history.count() == before
    desk(tala).post(at(draft), {**typed, "revision": 1})
    assert draft.history.count() == before + 1


def test_what_is_sent_after_the_session_ended_stands_there_again_after_signing_in(visit, desk, tala, draft, typed):
    browser = visit(None)
    sent = browser.post(at(draft), {**typed, "title": "Written for an hour", "revision": 0})
    assert sent.url == f"/account/login/?next={at(draft)}"
    browser.post("/account/login/", {"login": "tala@example.org", "password": "correct horse battery"})
    page = text(browser.get(at(draft)))
    assert "Written for an hour" in page
    assert "You had been signed out" in page
    draft.refresh_from_db()
    assert draft.title == "", "nothing is written before it is saved"
    browser.post(at(draft), {**typed, "title": "Written for an hour", "revision": 0})
    draft.refresh_from_db()
    assert draft.title == "Written for an hour"
    assert "You had been signed out" not in text(browser.get(at(draft)))


def test_while_typing_signed_out_one_is_told_and_it_is_kept(visit, draft, typed):
    answer = visit(None).post(at(draft), {**typed, "revision": 0}, headers={"HX-Request": "true"})
    assert "You are signed out." in text(answer)
    assert "What you typed is kept for you." in text(answer)


def test_what_was_kept_aside_is_not_shown_to_a_focal_point_of_another_city(visit, milo, draft, typed):
    browser = visit(None)
    browser.post(at(draft), {**typed, "revision": 0})
    browser.force_login(milo)
    assert browser.get(at(draft)).status_code == 404


def test_script_in_every_field_is_shown_as_text(settings, desk, tala, otto, draft, typed):
    settings.HANSE_OPEN_TO_PUBLIC = True
    texts = dict.fromkeys(("title", "description", "partners", "q-indicators"), SCRIPT)
    desk(tala).post(at(draft), {**typed, **texts, "revision": 0, "do": "file"})
    draft.refresh_from_db()
    assert draft.state == State.FILED
    desk(otto).post(f"/pledges/{draft.pk}/comment/", {"field": "title", "text": SCRIPT, "once": "s"})
    for person, path in ((tala, ""), (otto, ""), (otto, "review/"), (otto, "edit/"), (otto, "history/")):
        page = text(desk(person).get(f"/pledges/{draft.pk}/{path}"))
        assert SCRIPT not in page, path
        assert "&lt;script&gt;" in page, path
    Pledge.objects.filter(pk=draft.pk).update(state=State.PUBLISHED, published=timezone.now())
    for path in ("/pledges/", "/pledges/embed/", f"/pledges/{draft.pk}/"):
        assert SCRIPT not in text(desk().get(path))


def test_a_character_that_no_text_can_hold_is_refused_and_the_rest_is_kept(desk, tala, draft, typed):
    said = {**typed, "description": "a\x00b", "revision": 0}
    answer = desk(tala).post(at(draft), said, headers={"HX-Request": "true"})
    assert "U+0000" in text(answer)
    draft.refresh_from_db()
    assert (draft.title, draft.description) == (typed["title"], "")


def test_ten_megabytes_in_a_comment_are_refused_in_a_sentence(desk, otto, pledge_of, tala):
    pledge = pledge_of(tala, State.FILED)
    said = {"field": "", "text": "x" * 10_000_000, "once": "b"}
    answer = desk(otto).post(f"/pledges/{pledge.pk}/comment/", said)
    page = text(answer)
    assert answer.status_code == 422
    assert "The text had 10,000,000 characters; at most 5,000 are taken." in page
    assert "x" * 5000 in page
    assert not Comment.objects.exists()


def test_a_very_long_text_in_a_draft_is_said_to_be_cut(desk, tala, draft, typed):
    answer = desk(tala).post(
        at(draft), {**typed, "description": "y" * 150_000, "revision": 0}, headers={"HX-Request": "true"}
    )
    assert "had 150,000 characters; the first 100,000 are kept" in text(answer)


def test_the_same_comment_sent_twice_is_said_once(desk, otto, pledge_of, tala):
    pledge = pledge_of(tala, State.FILED)
    for _ in range(2):
        desk(otto).post(f"/pledges/{pledge.pk}/comment/", {"field": "title", "text": "Shorter.", "once": "same"})
    assert Comment.objects.count() == 1


def test_begun_twice_with_one_form_it_is_one_draft(desk, tala, call):
    for _ in range(2):
        desk(tala).post(f"/calls/{call.pk}/pledge/", {"mark": "abcdefgh45"})
    assert Pledge.objects.count() == 1


def test_filed_twice_it_is_filed_once(desk, tala, draft, typed):
    first = desk(tala).post(at(draft), {**typed, "revision": 0, "do": "file"})
    again = desk(tala).post(at(draft), {**typed, "revision": 0, "do": "file"})
    assert first.url == again.url == f"/pledges/{draft.pk}/"
    assert draft.history.filter(history_change_reason="Filed.").count() == 1


def test_a_closed_call_says_so_and_the_draft_is_kept(desk, tala, draft, typed, call):
    Call.objects.filter(pk=call.pk).update(closed=timezone.now())
    begun = desk(tala).get(f"/calls/{call.pk}/pledge/")
    assert begun.status_code == 409
    assert "This call takes no pledges: it closed on" in text(begun)
    filed = desk(tala).post(at(draft), {**typed, "revision": 0, "do": "file"})
    assert filed.status_code == 409
    assert "it closed on" in text(filed)
    draft.refresh_from_db()
    assert (draft.state, draft.title) == (State.DRAFT, typed["title"])


def test_what_was_returned_can_be_filed_after_the_end(desk, tala, draft, typed, call):
    Call.objects.filter(pk=call.pk).update(closed=timezone.now())
    Pledge.objects.filter(pk=draft.pk).update(state=State.RETURNED)
    desk(tala).post(at(draft), {**typed, "revision": 0, "do": "file"})
    draft.refresh_from_db()
    assert draft.state == State.FILED


def test_a_city_named_jointly_is_shown_once_it_agrees(settings, desk, tala, milo, otto, draft, typed, city_of):
    settings.HANSE_OPEN_TO_PUBLIC = True
    joint = {**typed, "joint": "Montréal", "revision": 0, "do": "file"}
    desk(tala).post(at(draft), joint)
    tie = Partnership.objects.get()
    assert (tie.city, tie.agreed) == (city_of(milo), None)
    desk(otto).post(f"/pledges/{draft.pk}/step/", {"do": "accept"})
    desk(otto).post(f"/pledges/{draft.pk}/step/", {"do": "publish"})
    assert "Montréal" not in text(desk().get(f"/pledges/{draft.pk}/"))
    assert "names Montréal" in text(desk(milo).get("/pledges/mine/"))
    assert desk(milo).get(at(draft)).status_code == 404, "only the city that reports writes"
    desk(milo).post(f"/pledges/{draft.pk}/joint/{tie.city_id}/", {"say": "yes"})
    assert "Montréal" in text(desk().get(f"/pledges/{draft.pk}/"))
    assert "Montréal" in text(desk().get("/pledges/?country=CAN"))


def test_a_name_that_is_not_there_for_a_moment_parts_nobody_and_one_that_is_taken_out_by_hand_does(
    desk, tala, milo, draft, typed, city_of
):
    joint = {**typed, "joint": "Montréal"}
    desk(tala).post(at(draft), {**joint, "revision": 0})
    Partnership.objects.update(agreed=timezone.now())
    for words in ("", "Montr", "Montréal"):
        draft.refresh_from_db()
        said = {**typed, "joint": words, "revision": draft.revision}
        desk(tala).post(at(draft), said, headers={"HX-Request": "true"})
        draft.refresh_from_db()
        assert draft.answers["joint"] == words
        assert Partnership.objects.get().agreed
    desk(tala).post(at(draft), {**typed, "joint": "", "revision": draft.revision})
    assert not Partnership.objects.exists()


def test_a_city_that_agreed_is_asked_anew_where_the_text_was_changed(desk, tala, milo, otto, draft, typed, city_of):
    joint = {**typed, "joint": "Montréal", "do": "file"}
    desk(tala).post(at(draft), {**joint, "revision": 0})
    yes = f"/pledges/{draft.pk}/joint/{city_of(milo).pk}/"
    desk(milo).post(yes, {"say": "yes"})
    for title, stands in ((typed["title"], True), ("Classes for half of them", False)):
        Pledge.objects.filter(pk=draft.pk).update(state=State.RETURNED)
        draft.refresh_from_db()
        desk(tala).post(at(draft), {**joint, "title": title, "revision": draft.revision})
        tie = Partnership.objects.get()
        assert (tie.agreed is not None, tie.earlier is None) == (stands, stands)
    page = text(desk(milo).get(f"/pledges/{draft.pk}/"))
    assert "to a text that was changed since. What was changed" in " ".join(re.sub("<[^>]+>", "", page).split())
    letters = Letter.objects.filter(once__contains=f"joint {tie.pk}").order_by("made")
    assert ["asked anew" in each.text for each in letters] == [False, True]
    desk(milo).post(yes, {"say": "yes"})
    assert Partnership.objects.get().agreed


def test_last_cycle_fills_the_form_where_it_asks_the_same(desk, tala, call, pledge_of, typed):
    old = pledge_of(tala, answers={"q-indicators": "400 learners", "q-gone": "x"}, toward="gcm 15")
    coming = Call.objects.create(title="Next", opened=timezone.now(), previous=call, handling="public")
    coming.instruments.set(call.instruments.all())
    question = call.questions.get(key="indicators")
    question.pk, question.call = None, coming
    question.save()
    assert old.title in text(desk(tala).get(f"/calls/{coming.pk}/pledge/"))
    desk(tala).post(f"/calls/{coming.pk}/pledge/", {"mark": "abcdefgh67", "source": old.pk})
    begun = Pledge.objects.get(pk="abcdefgh67")
    assert (begun.title, begun.toward, begun.answers) == (old.title, "gcm 15", {"q-indicators": "400 learners"})


def test_a_withdrawn_pledge_can_be_brought_back(desk, tala, draft):
    desk(tala).post(f"/pledges/{draft.pk}/withdraw/")
    draft.refresh_from_db()
    assert draft.state == State.WITHDRAWN
    desk(tala).post(f"/pledges/{draft.pk}/withdraw/", {"back": "1"})
    draft.refresh_from_db()
    assert draft.state == State.DRAFT


def test_objectives_that_came_from_elsewhere_are_ticked(desk, tala, pledge_of, compact):
    pledge = pledge_of(tala, State.RETURNED, toward="gcm 15")
    page = text(desk(tala).get(at(pledge)))
    ticked = Pledge.objects.get().call.instruments.get().objectives.get(number=15)
    assert f'value="{ticked.pk}" id="id_q-objectives_0_2" checked' in page.replace("'", '"')


def test_more_than_any_form_takes_is_refused_in_a_sentence_too(desk, otto, pledge_of, tala):
    pledge = pledge_of(tala, State.FILED)
    answer = desk(otto).post(f"/pledges/{pledge.pk}/comment/", {"field": "", "text": "x" * 13_000_000, "once": "b"})
    assert answer.status_code == 400
    assert "The form was larger than 12 MB" in text(answer)


def test_what_a_leaving_focal_point_has_on_its_way_goes_to_the_successor(draft, tala, milo, ada):
    from hanse.workspace.focal_points.handing_over import hand_over

    done = hand_over([tala.speaks_for.get()], milo, by=ada, why="A new post", leaves=False)
    draft.refresh_from_db()
    assert (draft.author, done.moved) == (milo, (("pledges on their way", 1),))
    assert draft in Pledge.objects.visible_to(milo)
