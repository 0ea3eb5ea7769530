"""What do the sums say, to whom, and what is hidden?"""

from __future__ import annotations

import csv
import io
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from hanse.errors import RefusedChange
from hanse.workspace.registry.models import Actor, Claim, Source
from hanse.workspace.surveys import rounds, running
from hanse.workspace.surveys.counting import percent, response, results, texts
from hanse.workspace.surveys.inviting import Asked
from hanse.workspace.surveys.models import Invitation, Survey
from tests.workspace.surveys.conftest import ANSWER

pytestmark = pytest.mark.django_db


@pytest.fixture
def public(settings):
    settings.HANSE_OPEN_TO_PUBLIC = True


def test_a_share_has_its_definition_its_n_and_its_rate(visit, opened, links):
    survey = opened()
    for number, link in enumerate(links(survey, 26).values()):
        if number < 25:
            visit(None).post(link, {"q1": "3" if number == 0 else "4" if number % 2 else "5"})
    running.close(survey)
    survey.refresh_from_db()
    first, second, *_ = results(survey, "en")
    assert first.share.words == "Agree or Strongly agree: 24 of 25, 96%"
    assert (first.n, sum(each.count for each in first.options)) == (25, 25)
    assert second.hidden
    assert response(survey).words == "25 of 26 that were asked answered, 96%"


@pytest.mark.parametrize(
    ("share", "said"), [(0, "0%"), (0.001, "1%"), (0.5, "50%"), (24 / 25, "96%"), (0.999, "99%"), (1, "100%")]
)
def test_only_nothing_and_all_are_rounded_to_nothing_and_all(share, said):
    assert percent(share) == said


def test_of_several_choices_a_person_counts_once_in_the_share(visit, opened, links):
    survey = opened()
    for number, link in enumerate(links(survey, 5).values()):
        visit(None).post(link, {**ANSWER, "q3": ["1", "2"] if number else ["3"]})
    survey.refresh_from_db()
    multiple = results(survey, "en")[2]
    assert [each.count for each in multiple.options] == [4, 4, 1]
    assert multiple.share.words == "Here or There: 4 of 5, 80%"


def test_named_and_anonymous_answers_are_counted_alike(visit, opened, links):
    found = []
    for anonymous in (True, False):
        city = Actor.objects.create(name=f"Sandport {anonymous}", kind="city")
        survey = opened(f"Survey {anonymous}", anonymous=anonymous)
        people = [Asked(f"p{number}@example.org", city) for number in range(6)]
        for number, link in enumerate(links(survey, people).values()):
            visit(None).post(link, {**ANSWER, "q1": str(number % 5 + 1), "q3": ["1", "3"][: number % 3], "q5": "Words"})
        found.append([(each.n, each.hidden, each.options, each.share) for each in results(survey, "en")])
        assert texts(survey.questions.last()) == ["Words"] * 6
    assert found[0] == found[1]


def test_fewer_than_five_answers_show_nothing(visit, otto, opened, links):
    survey = opened()
    for number, link in enumerate(links(survey, 6).values()):
        if number < 4:
            visit(None).post(link, {**ANSWER, "q5": "My own words"})
    running.close(survey)
    with pytest.raises(RefusedChange, match="fewer than 5"):
        running.publish(survey)
    page = visit(otto).get(survey.get_absolute_url()).content.decode()
    assert "Fewer than 5 answered this question" in page
    assert "My own words" not in page
    assert "Fewer than 5 wrote something here" in page
    assert "Strongly agree" not in page
    assert "4 of 4" not in page


def test_the_office_alone_reads_free_texts_once_it_closed(visit, otto, rhea, public, opened, links):
    survey = opened()
    for number, link in enumerate(links(survey, 6).values()):
        visit(None).post(link, {**ANSWER, "q5": f"Words of {number}"})
    assert "Words of 3" not in visit(otto).get(survey.get_absolute_url()).content.decode()
    running.close(survey)
    running.publish(survey)
    shown = visit(otto).get(survey.get_absolute_url()).content.decode()
    assert "Read 6 free texts (the office alone)" in shown
    assert "Words of 3" in shown
    assert "Words of 3" not in visit(rhea).get(survey.get_absolute_url()).content.decode()


def test_a_question_that_few_answered_shows_nothing_while_others_do(visit, opened, links):
    survey = opened()
    for number, link in enumerate(links(survey, 6).values()):
        visit(None).post(link, {"q1": "5", **({"q4": "1"} if number < 4 else {})})
    first, *_, yes_no, _text = results(survey, "en")
    assert not first.hidden
    assert (yes_no.hidden, yes_no.options, yes_no.share) == (True, (), None)


def test_results_are_published_once_closed_and_can_be_taken_back(visit, otto, rhea, public, opened, answered):
    with pytest.raises(RefusedChange, match="once it has closed"):
        running.publish(opened("Running"))
    survey = answered()
    page = survey.get_absolute_url()
    assert visit(None).get(page).status_code == visit(rhea).get(f"{page}results.csv").status_code == 404
    visit(otto).post(f"{page}publish/")
    assert visit(None).get(page).status_code == 200
    assert survey.title in visit(None).get("/surveys/").content.decode()
    visit(otto).post(f"{page}publish/", {"back": "1"})
    assert visit(None).get(page).status_code == 404
    assert visit(None).get(f"/api/v1/surveys/{survey.pk}").status_code == 404
    assert survey.title not in visit(None).get("/surveys/").content.decode()


def test_the_sheet_says_with_each_number_what_it_rests_on(visit, public, answered):
    survey = answered("=1+1")
    running.publish(survey)
    sheet = visit(None).get(f"{survey.get_absolute_url()}results.csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(sheet)))
    first = rows[4]
    assert (first["survey"], first["invited"], first["answered"], first["n"]) == ("'=1+1", "6", "5", "5")
    assert (first["option"], first["count"], first["share_count"], first["share"]) == (
        "Strongly agree",
        "4",
        "4",
        "0.8000",
    )
    assert first["date"] == timezone.localdate().isoformat()
    assert {row["question"] for row in rows} == {each.text for each in survey.questions.all()}
    assert "Text 1" not in sheet


def test_a_published_share_becomes_a_claim_with_the_page_as_its_source_once(visit, otto, rhea, public, answered):
    survey = answered()
    first = survey.questions.first()
    page, way = survey.get_absolute_url(), f"{survey.get_absolute_url()}claims/{first.pk}/"
    visit(otto).post(way)
    assert not Claim.objects.exists()
    running.publish(survey)
    assert visit(rhea).post(way).status_code == 404
    for _ in range(2):
        answer = visit(otto).post(way)
    claim, source = Claim.objects.get(), Source.objects.get()
    assert answer["Location"] == claim.get_absolute_url()
    assert "Agree or Strongly agree: 4 of 5, 80%; 5 of 6 that were asked answered, 83%" in claim.wording
    assert (claim.value, claim.subject, claim.source) == ("80%", survey, source)
    assert source.url.endswith(page)
    assert claim.handling == source.handling == "public"
    assert visit(None).get(claim.get_absolute_url()).status_code == 200
    running.withdraw(survey)
    assert visit(None).get(claim.get_absolute_url()).status_code == 404
    text = survey.questions.last()
    visit(otto).post(f"{page}claims/{text.pk}/")
    assert Claim.objects.count() == 1


def test_two_rounds_are_compared_where_they_asked_the_same(visit, otto, answered, links):
    first = answered("First", agree=2)
    second = rounds.begin(first)
    changed = second.questions.get(kind="yes-no")
    changed.text = "Would you come once more?"
    changed.save()
    Survey.objects.filter(pk=second.pk).update(closes=timezone.now() + timedelta(days=1))
    running.open_(second)
    for link in links(second, 5).values():
        visit(None).post(link, {**ANSWER, "q1": "4"})
    running.close(second)
    second.refresh_from_db()
    page = visit(otto).get(second.get_absolute_url()).content.decode()
    assert "+60 points" in page
    assert "asked in other words: not compared" in page
    for each in (first, second):
        running.publish(each)


def test_who_may_not_see_the_round_before_sees_no_trace_of_it(visit, rhea, public, answered, links):
    second = answered("Second")
    running.publish(second)
    before = visit(rhea).get(second.get_absolute_url()).content
    first = answered("Hidden round", handling="restricted")
    running.publish(first)
    Survey.objects.filter(pk=second.pk).update(previous=first)
    after = visit(rhea).get(second.get_absolute_url()).content.decode()
    assert "Hidden round" not in after
    assert "Against the round before" not in after
    for path in (
        f"/api/v1/surveys/{second.pk}",
        "/api/v1/surveys",
        "/surveys/export.csv",
        "/api/v1/downloads/surveys.json",
    ):
        told = visit(rhea).get(path)
        told = b"".join(told.streaming_content) if told.streaming else told.content
        assert first.pk not in told.decode(), path
        assert "Hidden round" not in told.decode(), path
    assert len(after.encode()) == len(before)


def test_an_invitation_that_was_taken_back_counts_as_not_asked(answered):
    survey = answered()
    waiting = Invitation.objects.get(survey=survey, answered=False)
    Invitation.objects.filter(pk=waiting.pk).update(taken_back=timezone.now())
    assert response(survey).words == "5 of 5 that were asked answered, 100%"


def test_results_ask_few_questions(answered):
    survey = answered()
    with CaptureQueriesContext(connection) as asked:
        results(survey, "en")
    assert len(asked) <= 4
