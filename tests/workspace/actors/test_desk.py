"""Pages of actors show pledges, signatures and engagements, as of a day, to whoever may see them, in few questions."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from hanse.workspace.engagements.models import Engagement, EngagementParticipant, FollowUp
from hanse.workspace.pledges.models import Partnership, Pledge
from hanse.workspace.statements.models import Invitation, Signature, Statement, Version
from tests.workspace.looks import LOOKS

from .conftest import make

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def pledged(city, title, **said):
    said = {"state": "published", "status": "in progress", "published": NOW - timedelta(days=900), **said}
    return make(Pledge, city=city, title=title, **said)


@pytest.fixture
def desk(world):
    """Port Vell with two pledges, a joint one, a draft, a signature, an invitation, a visit and a follow-up."""
    vell = world.vell
    pledged(vell, "Schools for all", pledged="2022")
    pledged(vell, "A kitchen for newcomers", pledged="2023", handling="restricted")
    pledged(vell, "Still a draft", state="draft", published=None)
    Partnership.objects.create(pledge=pledged(world.velane, "Boats and nets", pledged="2024"), city=vell, agreed=NOW)
    statements = [make(Statement, pk=pk, title=pk.title(), frozen=NOW) for pk in ("call-of-ports", "plea-of-quays")]
    first, second = (
        Version.objects.create(statement=each, number=1, frozen_at=NOW, languages="en", sha256="0" * 64)
        for each in statements
    )
    said = {"name": "Amina Tazi", "office": "Mayor", "mandate": "council"}
    make(Signature, city=vell, statement=first.statement, version=first, since="2024-02-01", **said)
    for version, digest in ((first, "a"), (second, "b")):
        Invitation.objects.create(
            version=version,
            city=vell,
            email="mayor@example.org",
            digest=digest,
            expires=NOW + timedelta(days=9),
        )
    statements[0].networks.add(world.league)
    visit = make(Engagement, kind="visit", title="Visit to the quay", since="2025-03-04", place="Osk")
    make(EngagementParticipant, engagement=visit, actor=vell)
    make(FollowUp, engagement=visit, what="Send the statutes", due="2025-06", handling="internal")
    return world


def page_of(client, actor, **asked) -> str:
    return " ".join(client.get(actor.get_absolute_url(), asked).content.decode().split())


def test_a_city_shows_its_pledges_signatures_and_engagements(desk, visit, rhea):
    page = page_of(visit(rhea), desk.vell)
    for said in ("Schools for all", "Boats and nets", "Call-Of-Ports", "Visit to the quay", "Send the statutes"):
        assert said in page
    assert "nobody has taken it on · due June 2025" in page
    for hidden in ("A kitchen for newcomers", "Still a draft", "mayor@example.org", "invited to sign"):
        assert hidden not in page
    assert "Call-Of-Ports" in page_of(visit(rhea), desk.league)


def test_the_public_sees_no_follow_up(desk, visit, settings):
    settings.HANSE_OPEN_TO_PUBLIC = True
    page = page_of(visit(None), desk.vell)
    assert "Visit to the quay" in page
    assert "Send the statutes" not in page
    assert "Prepare a meeting" not in page


def test_what_is_due_names_reports_and_statements_to_sign(desk, visit, otto):
    page = page_of(visit(otto), desk.vell)
    due = page[page.index('id="due"') : page.index("glance")]
    assert "report on a pledge" in due
    assert "Plea-Of-Quays" in due
    assert "invited to sign" in due
    assert "Call-Of-Ports" not in due
    assert "Boats and nets" not in due


def test_the_past_knows_nothing_of_what_came_later(desk, visit, otto):
    page = page_of(visit(otto), desk.vell, as_of="2023-06")
    assert "Schools for all" in page
    for later in ("Boats and nets", "Call-Of-Ports</bdi>", "Visit to the quay", "Send the statutes"):
        assert later not in page
    assert "invited to sign" not in page


def test_a_page_of_a_city_asks_few_questions(desk, visit, otto, django_assert_max_num_queries):
    office = visit(otto)
    office.get(desk.vell.get_absolute_url())
    with django_assert_max_num_queries(75):
        office.get(desk.vell.get_absolute_url())


def test_what_nobody_recorded_is_not_asked_for(world, visit, otto, django_assert_max_num_queries):
    office = visit(otto)
    office.get(world.osk.get_absolute_url())
    with django_assert_max_num_queries(35):
        office.get(world.osk.get_absolute_url())


def test_a_city_shows_them_signed_out_and_to_the_office_and_a_network_what_it_carries_and_whom_it_met(
    desk, client, visit, otto, settings
):
    settings.HANSE_OPEN_TO_PUBLIC = True
    pledged(desk.vell, "Kept long ago", pledged="2015", since="2015", until="2016", status="fulfilled")
    pledged(desk.vell, "To be kept later", pledged="", since="2090")
    EngagementParticipant.objects.create(engagement=Engagement.objects.get(), actor=desk.league, handling="public")
    published = ("Schools for all", "Kept long ago", "To be kept later", "Call-Of-Ports")
    for reader in (client, visit(otto)):
        city, network = page_of(reader, desk.vell), page_of(reader, desk.league)
        for said in published:
            assert said in city
        assert "Call-Of-Ports" in network
    assert "Visit to the quay" in city
    assert "Visit to the quay" in network


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_they_can_be_read_on_a_desk_and_on_a_phone(desk, see, otto):
    for look in LOOKS:
        see(desk.vell.get_absolute_url(), otto, look, "desk-city")
    page = see(desk.vell.get_absolute_url(), otto, LOOKS[0], "desk-city")
    expect(page.locator("main")).to_contain_text("Open follow-ups")
