"""How is a survey written, opened, sent, closed, and asked again?"""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.utils import timezone

from hanse.errors import RefusedChange
from hanse.workspace.audit.models import Entry
from hanse.workspace.audit.pending import settle
from hanse.workspace.mail.sending import send_due
from hanse.workspace.registry.models import Actor
from hanse.workspace.surveys import inviting, rounds, running, work
from hanse.workspace.surveys.counting import results
from hanse.workspace.surveys.inviting import Asked
from hanse.workspace.surveys.models import Invitation, Link, Question, Survey, Translation
from tests.workspace.surveys.conftest import ANSWER, link_in

pytestmark = pytest.mark.django_db


def page(survey):
    return survey.get_absolute_url()


def test_the_office_writes_a_survey_on_the_pages(visit, otto, rhea):
    browser = visit(otto)
    day = (timezone.localdate() + timedelta(days=9)).isoformat()
    said = {"title": "Season", "language": "en", "anonymous": "on", "closes": day, "handling": "internal"}
    assert browser.post("/surveys/new/", said).status_code == 302
    survey = Survey.objects.get()
    assert timezone.localtime(survey.closes).strftime("%H:%M") == "23:59"
    questions = f"{page(survey)}questions/"
    browser.post(questions, {"kind": "scale", "text": "It helped us.", "question": "1"})
    browser.post(questions, {"kind": "single", "text": "How often?", "options": "Never\nOften", "question": "1"})
    first, second = survey.questions.all()
    assert (first.share, first.definition("ar")) == ("4 5", "أوافق أو أوافق بشدة")
    browser.post(questions, {"move": second.pk})
    assert list(survey.questions.all()) == [second, first]
    browser.post(f"{questions}{second.pk}/", {"away": "1"})
    refused = browser.post(questions, {"kind": "single", "text": "Which?", "options": "One", "question": "1"})
    assert refused.status_code == 422
    assert "Write at least two" in refused.content.decode()
    assert visit(rhea).get(page(survey)).status_code == 404
    assert "no survey here yet" in visit(rhea).get("/surveys/").content.decode()
    browser.post(f"{page(survey)}open/")
    assert Survey.objects.get().state == "open"
    assert browser.post(f"{questions}{first.pk}/", {"away": "1"}).status_code == 404
    assert survey.questions.count() == 1


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"closes": None}, "by when it closes"),
        ({"closes": timezone.now() - timedelta(days=1)}, "by when it closes"),
        ({"title": "None"}, "has no question"),
    ],
)
def test_a_survey_that_is_not_ready_does_not_open(draft, change, why):
    survey = draft()
    Survey.objects.filter(pk=survey.pk).update(**change)
    if "title" in change:
        survey.questions.all().delete()
    with pytest.raises(RefusedChange, match=why):
        running.open_(survey)


@pytest.mark.parametrize("change", [{"anonymous": False}, {"language": "fr"}, {"opened": None}, {"closes": None}])
def test_what_was_promised_to_those_asked_stays(opened, change):
    survey = opened()
    for name, value in change.items():
        setattr(survey, name, value)
    with pytest.raises(ValidationError):
        survey.full_clean()


def test_translations_are_offered_and_what_is_missing_is_said(visit, otto, opened, links):
    survey = opened()
    [first, single, *_] = survey.questions.all()
    address = f"{page(survey)}translations/ar/"
    said = {"title": "استبيان", f"text-{first.pk}": "زادت الحوارات قدرتنا.", f"options-{single.pk}": "واحد\nاثنان"}
    refused = visit(otto).post(address, said)
    assert "These are 2 lines; there are 3 answers." in refused.content.decode()
    visit(otto).post(address, {**said, f"options-{single.pk}": ""})
    assert "texts are missing" in visit(otto).get(page(survey)).content.decode()
    [link] = links(survey, 1).values()
    shown = visit(None).get(f"{link}?language=ar").content.decode()
    assert 'lang="ar" dir="rtl"' in shown
    assert "أوافق بشدة" in shown
    assert "How often did you meet?" in shown
    assert "أسئلة لم تُترجم بعد، وترد هنا بلغة الأصل (\u2068English\u2069)" in shown
    assert 'dir="rtl"' in visit(None).get(link, headers={"Accept-Language": "ar-TN,fr;q=0.8"}).content.decode()
    assert visit(otto).get(f"{page(survey)}translations/xx/").status_code == 404


def test_an_answer_in_one_language_counts_with_the_others(visit, opened, links):
    survey = opened()
    Translation.objects.create(survey=survey, language="fr", title="Enquête")
    for number, link in enumerate(links(survey, 5).values()):
        visit(None).post(f"{link}?language={'fr' if number % 2 else 'en'}", ANSWER)
    running.close(survey)
    running.publish(survey)
    assert results(survey, "en")[0].share.words == "Agree or Strongly agree: 5 of 5, 100%"
    assert results(survey, "fr")[0].share.words.startswith("D’accord ou Tout à fait d’accord: 5 of 5")


def test_words_that_run_from_the_right_keep_to_themselves_in_a_sentence(answered):
    survey = answered()
    assert results(survey, "ar")[0].share.words == "\u2068أوافق أو أوافق بشدة\u2069: 4 of 5, 80%"


def test_people_are_asked_once_and_reminded_once(visit, otto, opened):
    survey = opened()
    address = f"{page(survey)}invitations/"
    visit(otto).post(address, {"people": "one@example.org\nTwo@example.org\ntwo@example.org\n"})
    visit(otto).post(address, {"people": "one@example.org\nthree@example.org"})
    assert send_due() == 3
    links = {letter.to[0]: link_in(letter) for letter in mail.outbox}
    visit(None).post(links["one@example.org"], ANSWER)
    visit(otto).post(f"{page(survey)}remind/")
    visit(otto).post(f"{page(survey)}remind/")
    assert send_due() == 2
    assert sorted(letter.to[0] for letter in mail.outbox[3:]) == ["Two@example.org", "three@example.org"]
    assert all("have no answer yet" in letter.body for letter in mail.outbox[3:])
    second = {letter.to[0]: link_in(letter) for letter in mail.outbox[3:]}
    assert visit(None).post(second["three@example.org"], ANSWER).status_code == 200
    assert visit(None).post(links["three@example.org"], ANSWER).status_code == 410
    shown = visit(otto).get(address).content.decode()
    assert "does not say who answered" in shown
    assert "2 of 3 that were asked answered, 67%" in shown
    assert "Answered</th>" not in shown


def test_whoever_asks_fewer_than_five_is_told_that_results_stay_hidden(visit, otto, draft):
    survey = draft()
    shown = visit(otto).post(f"{page(survey)}open/", follow=True).content.decode()
    assert "Ask at least 5 people: results stay hidden while fewer than 5 have answered" in shown
    address = f"{page(survey)}invitations/"
    for people, told in ((4, True), (5, False)):
        visit(otto).post(address, {"people": "\n".join(f"p{each}@example.org" for each in range(people))})
        assert ("Ask at least 5" in visit(otto).get(address).content.decode()) is told


def test_a_draft_of_the_first_link_is_not_read_by_the_second(visit, opened, links):
    survey = opened()
    [first] = links(survey, 1).values()
    visit(None).post(first, {"q5": "Half a thought", "later": "1"})
    inviting.remind(survey)
    send_due()
    second = link_in(mail.outbox[-1])
    shown = visit(None).get(second).content.decode()
    assert "Half a thought" not in shown
    assert "link of an earlier letter" in shown
    assert "Half a thought" in visit(None).get(first).content.decode()


def test_the_log_says_that_people_were_asked_and_never_who(visit, otto, opened):
    survey = opened()
    address = f"{page(survey)}invitations/"
    visit(otto).post(address, {"people": "one@example.org\ntwo@example.org\nthree@example.org"})
    visit(otto).post(address, {"people": "one@example.org"})
    visit(otto).post(f"{address}{survey.invitations.first().pk}/take-back/")
    visit(otto).post(f"{page(survey)}remind/")
    settle()
    rows = Entry.objects.filter(model="surveys.survey", record=survey.pk, verb__in=["invited", "changed"])
    told = [(each.verb, each.count, each.said, each.who) for each in rows.order_by("number")][-3:]
    assert told == [
        ("invited", 3, "", otto.pk),
        ("changed", 1, "an invitation taken back", otto.pk),
        ("invited", 2, "once more", otto.pk),
    ]
    assert not Entry.objects.filter(said__contains="example.org").exists()


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ("no address", "is no e-mail address"),
        ("one@example.org", "write for whom"),
        ("one@example.org, Nowhere", "nobody in the registry is called"),
        ("ok@example.org, Sandport\n<script>@x", "Line 2"),
    ],
)
def test_a_line_that_names_nobody_is_refused_and_nobody_is_asked(visit, otto, opened, lines, why):
    Actor.objects.create(name="Sandport", kind="city")
    survey = opened(anonymous=False)
    refused = visit(otto).post(f"{page(survey)}invitations/", {"people": lines})
    assert refused.status_code == 422
    assert why in refused.content.decode()
    assert not Invitation.objects.exists()


def test_nobody_is_asked_before_it_opens_or_after_it_closed(draft, opened):
    for survey in (draft(), opened()):
        if survey.opened:
            running.close(survey)
        with pytest.raises(RefusedChange):
            inviting.invite(survey, [Asked("one@example.org")])
        with pytest.raises(RefusedChange):
            inviting.remind(survey)


def test_the_worker_closes_surveys_at_their_date(opened):
    from hanse.workspace.jobs.upkeep import PIECES

    assert work.close_due in PIECES
    first, second, later = opened("One"), opened("Two"), opened("Later")
    past = timezone.now() - timedelta(minutes=1)
    Survey.objects.filter(pk__in=[first.pk, second.pk]).update(closes=past)
    assert (work.close_due(), work.close_due(), work.close_due()) == (True, False, False)
    assert set(Survey.objects.filter(closed=past)) == {first, second}
    later.refresh_from_db()
    assert later.state == "open"


def test_a_restricted_survey_is_named_in_no_letter(opened, links):
    links(opened("Quiet title", handling="restricted"), 1)
    assert "Quiet title" not in mail.outbox[0].subject + mail.outbox[0].body


def test_a_round_has_the_same_questions_and_comes_after_no_later_one(answered):
    first = answered()
    second = rounds.begin(first)
    assert [each.key for each in second.questions.all()] == [each.key for each in first.questions.all()]
    assert (second.state, second.previous) == ("draft", first)
    assert Question.objects.count() == 2 * first.questions.count()
    first.previous = second
    with pytest.raises(ValidationError, match="after itself"):
        first.full_clean()


def test_links_of_the_answering_page_are_nobody_elses(opened, links, visit, tala):
    survey = opened()
    links(survey, 1)
    assert Link.objects.count() == 1
    for path in ("questions/", "invitations/", "preview/", "translations/fr/", "results.csv"):
        assert visit(tala).get(f"{page(survey)}{path}").status_code == 404
    for path in ("open/", "close/", "remind/", "publish/", "round/", "claims/1/"):
        assert visit(tala).post(f"{page(survey)}{path}").status_code == 404


def test_what_people_were_asked_in_stays_and_what_is_missing_can_be_added(visit, otto, opened):
    survey = opened()
    first, second, *_ = survey.questions.all()
    address = f"{page(survey)}translations/fr/"
    visit(otto).post(address, {"title": "Enquête", f"text-{first.pk}": "Cela nous a aidés."})
    visit(otto).post(address, {"title": "Autre", f"text-{first.pk}": "Autre chose.", f"text-{second.pk}": "Combien ?"})
    first.refresh_from_db()
    second.refresh_from_db()
    assert survey.said("fr")[0] == "Enquête"
    assert (first.wording("fr"), second.wording("fr")) == ("Cela nous a aidés.", "Combien ?")


@pytest.mark.parametrize("mailed", [True, False])
def test_who_asks_gets_the_links_to_hand_over_where_letters_reach_nobody(settings, visit, otto, opened, mailed):
    settings.HANSE_SENDS_MAIL = mailed
    Actor.objects.create(name="Sandport", kind="city")
    survey = opened(anonymous=False)
    address = f"{page(survey)}invitations/"
    unsent = "No mail is sent from here: hand the link over in a way that you trust."
    assert (unsent in visit(otto).get(address).content.decode()) is not mailed
    asked = visit(otto).post(address, {"people": "a@example.org, Sandport\nb@example.org, Sandport"}, follow=True)
    reminded = visit(otto).post(f"{page(survey)}remind/", follow=True)
    for each in (asked, reminded):
        shown = each.content.decode()
        assert ("with the next mail" in shown) is mailed
        links = re.findall(r"<code>\S*?(/surveys/answer/\S+/)</code>", shown)
        assert len(links) == (0 if mailed else 2)
        assert all(visit(None).get(link).status_code == 200 for link in links)
        assert mailed or ("The link for" in shown and "no-store" in each["Cache-Control"])
    same = {"people": "a@example.org, Sandport"}
    for again in (visit(otto).get(address), visit(otto).post(address, same, follow=True)):
        assert "/surveys/answer/" not in again.content.decode()


def test_of_an_anonymous_survey_no_page_shows_the_links_of_those_who_have_not_answered(settings, visit, otto, opened):
    settings.HANSE_SENDS_MAIL = False
    survey = opened()
    address = f"{page(survey)}invitations/"
    asked = visit(otto).post(address, {"people": "a@example.org\nb@example.org"}).content.decode()
    first, _second = re.findall(r"<code>\S*?(/surveys/answer/\S+/)</code>", asked)
    assert visit(None).post(first, ANSWER).status_code == 200
    assert "Remind those" not in visit(otto).get(address).content.decode()
    reminded = visit(otto).post(f"{page(survey)}remind/", follow=True).content.decode()
    assert "/surveys/answer/" not in reminded
