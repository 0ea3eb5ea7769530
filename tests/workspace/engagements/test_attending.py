"""Attendance at a session becomes access: proposed, confirmed with one click, undone, never doubled."""

from __future__ import annotations

from functools import partial

import pytest

from hanse.workspace.engagements.attending import confirm, take_back
from hanse.workspace.engagements.models import EngagementParticipant
from hanse.workspace.processes.models import Access
from hanse.workspace.registry.models import Source
from tests.workspace.engagements.conftest import PUBLIC, text
from tests.workspace.test_concurrency import together

pytestmark = pytest.mark.django_db


@pytest.fixture
def there(actors, session, engaged):
    """Guayaquil's part in an engagement at the session."""
    made = engaged("Talks", actors["guayaquil"], session=session, **PUBLIC)
    return made.participants.get()


def test_an_officer_confirms_with_one_click_and_undoes_it(visit, otto, there):
    client, address = visit(otto), f"/engagements/{there.engagement_id}/attended/{there.pk}/"
    assert "proposed" in text(client.get(f"/engagements/{there.engagement_id}/"))
    client.post(address)
    access = Access.objects.get()
    assert (access.actor_id, access.session_id, access.function) == ("guayaquil", "gfmd-12", "attendee")
    said = access.attestations.get()
    assert said.source.title == "Engagement: Talks"
    assert said.source == access.attestations.get().source
    assert "Guayaquil took part" in text(client.get(access.get_absolute_url()))
    client.post(address, {"undo": "1"})
    assert not Access.objects.standing().exists()
    assert "proposed" in text(client.get(f"/engagements/{there.engagement_id}/"))


def test_confirmed_again_and_in_another_engagement_it_is_recorded_once(otto, actors, session, engaged, there):
    other = engaged("More talks", actors["guayaquil"], session=session).participants.get()
    for each in (there, there, other):
        confirm(each, user=otto)
    access = Access.objects.get()
    assert access.attestations.count() == 2
    take_back(there)
    assert Access.objects.standing().count() == 1
    assert access.attestations.filter(removed=None).count() == 1


def test_what_was_recorded_before_keeps_its_words_and_stays_when_undone(otto, actors, session, there):
    before = Access.objects.create(actor=actors["guayaquil"], session=session, setting="plenary", function="speaker")
    confirm(there, user=otto)
    assert Access.objects.get() == before
    take_back(there)
    assert list(Access.objects.standing()) == [before]
    assert not before.attestations.filter(removed=None).exists()


def test_a_refusal_on_record_is_no_access(otto, actors, session, there):
    Access.objects.create(actor=actors["guayaquil"], session=session, decision="refused")
    confirm(there, user=otto)
    assert Access.objects.count() == 2


def test_the_office_holder_who_came_is_named(otto, actors, there):
    there.person = actors["mayor"]
    there.save()
    assert confirm(there, user=otto).person == actors["mayor"]


def test_only_the_office_confirms(visit, tala, rosa, there):
    address = f"/engagements/{there.engagement_id}/attended/{there.pk}/"
    for person in (tala, rosa):
        assert visit(person).post(address).status_code == 404
    assert not Access.objects.exists()


def test_what_rests_on_a_restricted_engagement_is_restricted(visit, otto, rhea, there):
    there.engagement.handling = "restricted"
    there.engagement.save()
    there.refresh_from_db()
    access = confirm(there, user=otto)
    assert access.handling == access.attestations.get().source.handling == "restricted"
    assert visit(rhea).get(access.get_absolute_url()).status_code == 404


def test_an_engagement_stands_on_the_page_of_its_session(visit, rhea, there):
    assert "Engagements at it" in text(visit(rhea).get("/sessions/gfmd-12/"))


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_clicks_at_the_same_instant_make_one_record(otto, actors, session, engaged):
    made = [engaged(f"Talks {n}", actors["guayaquil"], session=session).participants.get() for n in range(2)]
    there = [EngagementParticipant.objects.get(pk=each.pk) for each in (made * 4)]
    assert together(*(partial(confirm, each, user=otto) for each in there)) == []
    access = Access.objects.get()
    assert access.attestations.count() == 2
    assert EngagementParticipant.objects.filter(access=access).count() == 2
    assert Source.objects.count() == 2
