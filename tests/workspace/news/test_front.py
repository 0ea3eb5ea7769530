"""What does the front page show, to whom, and how fast?"""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from hanse.workspace.campaigns.models import Campaign
from hanse.workspace.campaigns.models import Deadline as CampaignDeadline
from hanse.workspace.engagements.models import Engagement, FollowUp
from hanse.workspace.pledges.models import Call, Pledge
from hanse.workspace.processes.models import Deadline, Process, Session
from hanse.workspace.registry.models import Actor
from hanse.workspace.statements.freezing import freeze
from hanse.workspace.statements.models import Paragraph, Statement, Version

pytestmark = pytest.mark.django_db


def text_of(answer) -> str:
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


@pytest.fixture
def public(settings):
    settings.HANSE_OPEN_TO_PUBLIC = True


@pytest.fixture
def signable(otto):
    """A frozen statement that is open for signature: ``signable("Title", handling="internal")``."""

    def make(title, **said):
        closes = (timezone.localdate() + timedelta(days=20)).isoformat()
        statement = Statement.objects.create(title=title, **{"handling": "public", "closes": closes, **said})
        version = Version.objects.create(statement=statement, number=1)
        for place, (kind, words) in enumerate((("title", title), ("operative", "We ask for a seat.")), 1):
            Paragraph.objects.create(version=version, kind=kind, place=place, number=str(place), texts={"en": words})
        freeze(version, otto)
        return Statement.objects.get(pk=statement.pk)

    return make


def test_an_empty_front_page_says_what_will_stand_there(visit, public, otto):
    for user in (None, otto):
        page = text_of(visit(user).get("/"))
        assert "Nothing is open for signature or pledge" in page
        assert "Nothing lies ahead on the calendar" in page
        assert "Nothing is published yet" in page
        assert "Counted" not in page


def test_the_public_reads_what_is_open_next_and_new(visit, public, signable):
    signable("Declaration of the ports")
    Call.objects.create(title="Pledge now", handling="public", opened=timezone.now() - timedelta(days=1))
    process = Process.objects.create(title="Forum of the Bay", acronym="FOB", handling="public")
    first = (timezone.localdate() + timedelta(days=9)).isoformat()
    Session.objects.create(process=process, title="Ninth meeting", since=first, until=first, handling="public")
    when = timezone.now() + timedelta(days=3)
    Deadline.objects.create(process=process, what="Inputs of cities", when=when, handling="public")
    page = text_of(visit(None).get("/"))
    for words in ("Declaration of the ports", "Pledge now", "Ninth meeting", "Inputs of cities", "Open for signature"):
        assert words in page
    assert page.index("Inputs of cities") < page.index("Ninth meeting")
    assert "What is due" not in page


def test_what_is_documented_to_the_year_is_not_said_to_the_day(visit, public):
    process = Process.objects.create(title="Forum of the Bay", handling="public")
    Session.objects.create(process=process, title="Third forum", since="2999", handling="public")
    page = text_of(visit(None).get("/"))
    assert ">2999</time>" in page
    assert "1 January 2999" not in page


def test_a_counter_stands_with_the_name_of_its_indicator(visit, public):
    city = Actor.objects.create(name="City", kind="city", handling="public")
    now = timezone.now()
    Pledge.objects.create(title="One", city=city, handling="public", state="published", published=now)
    assert '<span class="figure"><bdi>1</bdi></span> Pledges mobilised<' in text_of(visit(None).get("/"))


@pytest.mark.parametrize(("who", "handling"), [(None, "internal"), ("rhea", "restricted")])
def test_what_somebody_may_not_see_leaves_no_trace(visit, public, request, signable, written, who, handling):
    user = request.getfixturevalue(who) if who else None
    before = text_of(visit(user).get("/"))
    signable("Hidden declaration", handling=handling)
    opened = timezone.now() - timedelta(days=1)
    Call.objects.create(title="Hidden call", handling=handling, opened=opened)
    Call.objects.create(title="Not opened", handling="public")
    city = Actor.objects.create(name="Hidden city", kind="city", handling=handling)
    said = {"handling": "public", "state": "published", "published": opened}
    Pledge.objects.create(title="Pledge of a hidden city", city=city, **said)
    Campaign.objects.create(title="Hidden campaign", handling=handling)
    written("Hidden paper", "1. Words.", handling=handling)
    after = text_of(visit(user).get("/"))
    assert _plain(before) == _plain(after)


def _plain(page):
    return re.sub(r"csrf[^>]*|X-CSRFToken[^}]*", "", page)


def test_the_office_reads_first_what_is_due(visit, otto):
    campaign = Campaign.objects.create(title="The campaign")
    CampaignDeadline.objects.create(campaign=campaign, what="Table the asks", when=timezone.now())
    page = text_of(visit(otto).get("/"))
    assert page.index("Table the asks") < page.index('id="campaigns"') < page.index("Open now")


def test_a_closed_workspace_asks_for_a_sign_in(visit):
    assert visit(None).get("/").status_code == 302


def test_a_counter_says_what_it_counts_and_opens_onto_just_that(visit, public):
    now = timezone.now()
    for number in range(3):
        city = Actor.objects.create(name=f"City {number}", kind="city", country="MAR", handling="public")
        state = "published" if number else "accepted"
        Pledge.objects.create(title=f"Pledge {number}", city=city, handling="public", state=state, published=now)
    page = text_of(visit(None).get("/"))
    leads = '<a href="/impact/indicators/pledges/counted/"><span class="figure"><bdi>2</bdi></span>'
    assert leads in page
    assert "Promises of cities that were published here" in page
    assert f"As of {timezone.localdate():%-d %B %Y}." in page
    listed = text_of(visit(None).get("/impact/indicators/pledges/counted/"))
    assert [f"Pledge {number}" in listed for number in range(3)] == [False, True, True]


def test_the_page_asks_few_questions_however_much_there_is(
    visit, public, signable, otto, django_assert_max_num_queries
):
    process = Process.objects.create(title="Forum of the Bay", handling="public")
    when = timezone.now() + timedelta(days=3)
    Actor.objects.bulk_create(Actor(name=f"City {n}", kind="city", handling="public") for n in range(500))
    Deadline.objects.bulk_create(
        Deadline(process=process, what=f"Due {number}", when=when, handling="public") for number in range(200)
    )
    cities = list(Actor.objects.all()[:100])
    Pledge.objects.bulk_create(
        Pledge(title=f"P {number}", city=city, handling="public", state="published", published=when)
        for number, city in enumerate(cities)
    )
    for number in range(10):
        signable(f"Declaration {number}")
    for user, most in ((None, 20), (otto, 40)):
        client = visit(user)
        client.get("/")
        with django_assert_max_num_queries(most):
            client.get("/")


def test_what_somebody_took_on_is_on_their_desk_alone(visit, otto, olga):
    engagement = Engagement.objects.create(title="Dialogue with the Forum", since="2030-01-05")
    FollowUp.objects.create(engagement=engagement, what="Send the notes", owner=otto, due="2030-02-01")
    FollowUp.objects.create(engagement=engagement, what="Done already", owner=otto, done="2030-01-06")
    page = text_of(visit(otto).get("/"))
    assert "Send the notes" in page
    assert "1 February 2030" in page
    assert "Done already" not in page
    assert "Send the notes" not in text_of(visit(olga).get("/"))
