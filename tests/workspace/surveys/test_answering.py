"""How does an answer get in, once, and what is kept of it?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.apps import apps
from django.core import mail
from django.utils import timezone

from hanse.workspace.audit.models import Entry
from hanse.workspace.mail.models import Letter
from hanse.workspace.registry.models import Actor
from hanse.workspace.surveys import running
from hanse.workspace.surveys.inviting import Asked
from hanse.workspace.surveys.models import Box, Invitation, Link, Paper, Survey, Tally
from tests.workspace.surveys.conftest import ANSWER

pytestmark = pytest.mark.django_db


def test_the_way_from_a_question_to_a_published_share(visit, otto, rhea, opened, links, settings):
    settings.HANSE_OPEN_TO_PUBLIC = True
    survey = opened()
    for number, link in enumerate(links(survey, 6).values()):
        if number < 5:
            answer = visit(None).post(link, {**ANSWER, "q1": "4" if number else "2"})
            assert "Your answer is in" in answer.content.decode()
    page = survey.get_absolute_url()
    assert visit(rhea).get(page).status_code == visit(None).get(page).status_code == 404
    assert "shown once the survey has closed" in visit(otto).get(page).content.decode()
    visit(otto).post(f"{page}close/")
    visit(otto).post(f"{page}publish/")
    shown = visit(None).get(page).content.decode()
    assert "Agree or Strongly agree: 4 of 5, 80%" in shown
    assert "5 of 6 that were asked answered, 83%" in shown
    assert "n = 5" in shown
    assert "More time" not in shown
    assert "More time" in visit(otto).get(page).content.decode()
    sheet = visit(None).get(f"{page}results.csv").content.decode()
    assert "Agree or Strongly agree,4,0.8000" in sheet
    assert "More time" not in sheet


def test_a_link_takes_one_answer(visit, opened, links):
    survey = opened()
    [link] = links(survey, 1).values()
    assert visit(None).post(link, ANSWER).status_code == 200
    again = visit(None).post(link, {**ANSWER, "q1": "1"})
    assert again.status_code == 410
    assert "one answer is taken for each" in again.content.decode()
    assert list(Tally.objects.filter(question__place=1, count__gt=0).values_list("option", "count")) != []
    assert Tally.objects.get(question__place=1, option=Tally.ALL).count == 1


def test_of_an_anonymous_answer_nothing_is_kept_that_leads_to_a_person_or_a_time(visit, opened, links):
    survey = opened()
    found = links(survey, 6)
    before = dict(Invitation.objects.values_list("pk", "made"))
    log = Entry.objects.count()
    letters = list(Letter.objects.values())
    for number, link in enumerate(found.values()):
        visit(None).post(link, {**ANSWER, "q5": f"{'zyxwvu'[number]} text"})
    assert not Paper.objects.exists()
    assert {each.name for each in Tally._meta.fields} == {"id", "question", "option", "count"}
    assert {each.name for each in Box._meta.fields} == {"id", "question", "texts"}
    assert Box.objects.get().texts == sorted(f"{each} text" for each in "zyxwvu")
    assert Entry.objects.count() == log
    assert list(Letter.objects.values()) == letters
    for each in Invitation.objects.all():
        assert (each.answered, each.draft, each.made) == (True, "", before[each.pk])


def test_the_order_in_which_people_answer_leaves_no_trace(visit, opened, links):
    states = []
    for turned in (False, True):
        survey = opened(f"Round {turned}")
        found = sorted(links(survey, 5).items(), reverse=turned)
        for email, link in found:
            visit(None).post(link, {"q1": str(int(email[1]) + 1), "q5": email})
        rows = [list(Tally.objects.filter(question__survey=survey).order_by("pk").values_list("option", "count"))]
        states.append((rows, Box.objects.get(question__survey=survey).texts))
    assert states[0] == states[1]


def test_only_a_digest_of_a_link_is_kept_once_the_letter_is_out(opened, links):
    survey = opened()
    [link] = links(survey, 1).values()
    token = link.split("/")[3]
    kept = [model for label in ("surveys", "mail", "audit") for model in apps.get_app_config(label).get_models()]
    for model in kept:
        assert token not in str(list(model._base_manager.values())), model
    assert Link.objects.count() == 1


def test_a_named_answer_is_tied_to_its_actor(visit, otto, opened, links):
    city = Actor.objects.create(name="Sandport", kind="city", handling="public")
    survey = opened(anonymous=False)
    [link] = links(survey, [Asked("one@example.org", city)]).values()
    assert "Not anonymous" in visit(None).get(link).content.decode()
    visit(None).post(link, ANSWER)
    [paper] = Paper.objects.all()
    assert paper.invitation.actor == city
    assert ANSWER["q5"] in paper.said.values()
    assert "Sandport" in visit(otto).get(f"{survey.get_absolute_url()}invitations/").content.decode()


def test_a_draft_waits_sealed_until_it_is_sent(visit, opened, links):
    survey = opened()
    [link] = links(survey, 1).values()
    visit(None).post(link, {**ANSWER, "q5": "Half a thought", "later": "1"})
    held = Invitation.objects.get()
    assert held.draft
    assert not held.answered
    assert "Half a thought" not in held.draft
    page = visit(None).get(link).content.decode()
    assert "Half a thought" in page
    assert page.count("checked") == 5
    visit(None).post(f"{link}keep/", {"q5": "A whole thought"})
    assert "A whole thought" in visit(None).get(link).content.decode()
    visit(None).post(link, ANSWER)
    assert Invitation.objects.get().draft == ""


def test_a_form_that_lacks_an_answer_comes_back_with_all_that_was_written(visit, opened, links):
    [link] = links(opened(), 1).values()
    answer = visit(None).post(link, {"q5": "Only this"})
    assert answer.status_code == 422
    assert "Please answer this question." in answer.content.decode()
    assert "Only this" in answer.content.decode()
    assert "Only this" in visit(None).get(link).content.decode()


def test_a_late_answer_is_told_so_and_shown_once_more(visit, opened, links):
    survey = opened()
    [link] = links(survey, 1).values()
    visit(None).post(link, {**ANSWER, "later": "1"})
    Survey.objects.filter(pk=survey.pk).update(closes=timezone.now() - timedelta(seconds=1))
    late = visit(None).post(link, {**ANSWER, "q5": "Too late"})
    assert late.status_code == 410
    assert "It took its last answer on" in late.content.decode()
    assert "Too late" in late.content.decode()
    assert not Tally.objects.filter(count__gt=0).exists()
    assert running.close_due() is False
    assert Survey.objects.get().closed is not None
    assert Invitation.objects.get().draft == ""


@pytest.mark.parametrize("token", ["x", "%00", "a" * 500, "../../etc"])
def test_a_wrong_link_says_so(visit, opened, token):
    opened()
    answer = visit(None).get(f"/surveys/answer/{token}/")
    assert answer.status_code == 404
    assert visit(None).post(f"/surveys/answer/{token}/keep/").status_code == 404


def test_a_link_that_was_taken_back_takes_nothing(visit, otto, opened, links):
    survey = opened()
    [link] = links(survey, 1).values()
    held = Invitation.objects.get()
    visit(otto).post(f"{survey.get_absolute_url()}invitations/{held.pk}/take-back/")
    answer = visit(None).post(link, ANSWER)
    assert answer.status_code == 410
    assert "took it back" in answer.content.decode()


SCRIPT = "<script>alert(1)</script>"


def test_script_and_what_no_text_can_hold_do_no_harm(visit, otto, opened, links):
    survey = opened()
    found = list(links(survey, 5).values())
    for bad, said in (("a\x00b", "U+0000"), ("a\x07b", "U+0007"), ("turned \u202e round", "U+202E")):
        answer = visit(None).post(found[0], {**ANSWER, "q5": bad})
        assert answer.status_code == 422
        assert said in answer.content.decode()
    for link in found:
        assert visit(None).post(link, {**ANSWER, "q5": SCRIPT}).status_code == 200
    running.close(survey)
    page = visit(otto).get(survey.get_absolute_url()).content.decode()
    assert SCRIPT not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize("length", [4_001, 900_000])
def test_an_answer_too_long_is_refused_with_a_sentence_and_kept(visit, opened, links, length):
    [link] = links(opened(), 1).values()
    answer = visit(None).post(link, {**ANSWER, "q5": "x" * length})
    assert answer.status_code == 422
    assert "at most 4,000 are taken" in answer.content.decode()
    assert "x" * 4_000 in visit(None).get(link).content.decode()


def test_an_answer_of_ten_megabytes_is_refused_and_nothing_is_lost(visit, opened, links):
    [link] = links(opened(), 1).values()
    visit(None).post(link, {**ANSWER, "later": "1"})
    assert visit(None).post(link, {**ANSWER, "q5": "x" * 10_000_000}).status_code == 413
    assert "More time" in visit(None).get(link).content.decode()


@pytest.mark.parametrize("said", [{"q1": "9"}, {"q1": "x"}, {"q1": "5", "q3": ["1", "7"]}, {}])
def test_an_option_that_there_is_not_is_refused(visit, opened, links, said):
    [link] = links(opened(), 1).values()
    assert visit(None).post(link, said).status_code == 422
    assert not Tally.objects.filter(count__gt=0).exists()


def test_letters_say_what_is_promised_and_hold_the_link_alone(opened, links):
    links(opened(), 1)
    [letter] = mail.outbox
    assert "Your answer is anonymous" in letter.body
    assert "Answers are taken until" in letter.body
    assert Letter.objects.get().text == ""
