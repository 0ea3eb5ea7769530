"""An engagement is noted in a minute: who, when, where, what was agreed, what follows."""

from __future__ import annotations

import pytest

from hanse.workspace.engagements.models import Engagement, FollowUp
from hanse.workspace.registry.models import Actor, Office
from tests.workspace.engagements.conftest import PUBLIC, text

pytestmark = pytest.mark.django_db
NEW = "/engagements/new/"


def test_the_office_notes_whom_it_met_and_reads_it_on_the_page_and_in_the_list(visit, otto, actors, typed):
    Actor.objects.filter(pk="uclg").update(acronym="UCLG")
    actors["uclg"].refresh_from_db()
    actors["uclg"].save()
    sent = visit(otto).post(NEW, {**typed, "owner": otto.pk})
    made = Engagement.objects.get()
    assert sent.status_code == 302
    assert sent["Location"] == f"/engagements/{made.pk}/"
    assert str(made) == "Meeting with United Cities and Local Governments"
    page = text(visit(otto).get(sent["Location"]))
    assert "They send us the draft by Friday." in page
    assert "Read their draft" in page
    assert "1 December 2026" in page
    assert str(made) in text(visit(otto).get("/engagements/"))
    assert "Read their draft" in text(visit(otto).get("/follow-ups/mine/"))


def test_sent_twice_it_is_one_engagement(visit, otto, typed):
    typed["who-0"] = "Ecuador"
    client = visit(otto)
    assert client.post(NEW, typed)["Location"] == client.post(NEW, typed)["Location"]
    assert Engagement.objects.count() == FollowUp.objects.count() == 1


def test_the_mark_of_another_s_engagement_is_not_taken(visit, otto, olga, typed):
    typed["who-0"] = "Ecuador"
    visit(otto).post(NEW, typed)
    visit(olga).post(NEW, typed)
    assert Engagement.objects.count() == 2


def test_a_doubtful_name_is_asked_about_with_all_that_was_typed_kept(visit, otto, typed):
    typed["who-0"] = "Guayaq"
    asked = visit(otto).post(NEW, typed)
    assert asked.status_code == 422
    assert "Who is “Guayaq”?" in text(asked)
    assert "They send us the draft by Friday." in text(asked)
    assert Engagement.objects.count() == 0
    visit(otto).post(NEW, {**typed, "meant-0": "guayaquil"})
    assert [each.actor_id for each in Engagement.objects.get().participants.all()] == ["guayaquil"]


def test_a_name_that_nobody_has_can_be_left_out(visit, otto, typed):
    typed |= {"who-0": "Ecuador", "who-1": "Jane Private"}
    assert "Nobody here is called “Jane Private”" in text(visit(otto).post(NEW, typed))
    visit(otto).post(NEW, {**typed, "meant-1": "-"})
    assert [str(each) for each in Engagement.objects.get().participants.all()] == ["Ecuador"]


def test_an_office_holder_comes_for_the_body_of_the_office(visit, otto, actors, typed):
    Office.objects.create(person=actors["mayor"], body=actors["guayaquil"], title="Mayor", since="2020", **PUBLIC)
    visit(otto).post(NEW, {**typed, "who-0": "Aminata Diallo"})
    there = Engagement.objects.get().participants.get()
    assert (there.actor_id, there.person_id, there.function) == ("guayaquil", "mayor", "Mayor")


def test_a_focal_point_enters_for_its_city_which_takes_part(visit, tala, typed):
    visit(tala).post(NEW, {**typed, "who-0": "Ecuador"})
    made = Engagement.objects.get()
    assert made.city == tala.speaks_for.get().city
    assert {str(each) for each in made.participants.all()} == {"Tunis", "Ecuador"}
    assert str(made) == "Meeting with Ecuador"


def test_what_is_sent_after_the_session_ended_stands_in_the_form_again(visit, tala, typed):
    client = visit(None)
    sent = client.post(NEW, {**typed, "who-0": "Ecuador"})
    assert sent["Location"] == "/account/login/?next=/engagements/new/"
    client.force_login(tala)
    page = text(client.get(NEW))
    assert "They send us the draft by Friday." in page
    assert 'value="Ecuador"' in page
    assert client.post(NEW, {**typed, "who-0": "Ecuador"}).status_code == 302
    assert "They send us" not in text(client.get(NEW))


@pytest.mark.parametrize("field", ["place", "agreed", "follow_up", "who-1"])
def test_a_script_in_a_field_is_text(visit, otto, typed, field):
    script = "<script>alert(1)</script>"
    client = visit(otto)
    answer = client.post(NEW, {**typed, "who-0": "Ecuador", field: script}, follow=True)
    assert script not in text(answer)
    assert "&lt;script&gt;" in text(answer)


def test_what_is_too_long_is_told_and_shown_again_up_to_what_is_taken(visit, otto, typed):
    answer = visit(otto).post(NEW, {**typed, "who-0": "Ecuador", "agreed": "x" * 10_000_000})
    assert answer.status_code == 422
    assert "It had 10,000,000 characters; at most 10,000 are taken." in text(answer)
    assert "x" * 10_000 in text(answer)
    assert "Hotel lobby".lower() in text(answer).lower()


def test_characters_that_nobody_can_read_are_refused_with_a_sentence(visit, otto, typed):
    assert "U+0001" in text(visit(otto).post(NEW, {**typed, "who-0": "Ecuador", "agreed": "a\x01b"}))


def test_who_neither_runs_the_desk_nor_speaks_for_a_city_finds_no_form(visit, rhea, rosa, cem):
    for person in (rhea, rosa, cem):
        assert visit(person).get(NEW).status_code == 404
        assert visit(person).post(NEW, {}).status_code == 404
