"""A briefing is made in one press, has a source in every line, and is frozen."""

from __future__ import annotations

import io
import re

import pypdfium2
import pytest
from django.urls import reverse

from hanse.workspace.briefings.models import Briefing
from hanse.workspace.briefings.preparing import prepare, told

pytestmark = pytest.mark.django_db


def lines_of(briefing):
    return {section.name: section.lines for section in told(briefing)}


def words_of(content: bytes) -> tuple[str, int]:
    document = pypdfium2.PdfDocument(io.BytesIO(content))
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    return re.sub(r"\s+", " ", text.replace("\ufffe", "").replace("\u00ad", "")), len(document)


@pytest.fixture
def briefing(world, otto):
    return prepare(
        world.quillon,
        world.tunis,
        otto,
        session=world.session,
        day=world.session.since,
        occasion=str(world.session),
        handling="internal",
    )


def test_every_section_says_something_and_every_line_has_its_source(briefing):
    found = lines_of(briefing)
    assert list(found) == [
        *("ask", "offices", "positions", "networks", "instruments", "pledges"),
        *("statements", "engagements", "access", "pressure"),
    ]
    for lines in found.values():
        for line in lines:
            assert line.source, line
            assert line.href, line
            assert line.page.startswith("/")
            assert line.rests


def test_what_to_ask_for_comes_first_and_says_why(briefing):
    asks = lines_of(briefing)["ask"]
    assert all(line.why for line in asks)
    said = {line.text: line.why for line in asks}
    assert said["Ask for the permission: berth, Port authority of Quillon"] == "they give it, and we wait for it"
    why = said["Win them for: “Cities have a seat at the table.”"]
    assert why == "their delegation is open to it; no draft of “The Tides text” is traced yet"
    assert said["Ask when the rest is paid: what they committed"] == "committed: EUR 5,000; received: EUR 2,000"
    call = said["Ask what an application for “Sister harbours” needs"]
    assert call == "their call is open until 31 December 2099, EUR 90,000; nothing of ours is documented"
    assert said["Ask them to sign: Pact of Ports"] == "we signed it 2019; nothing of theirs is documented"
    assert said["Ask how their pledge stands: Schools for all"].endswith("; in progress")
    owed = said["Ask whether it is done: Send the statutes of the fund"]
    assert owed == "open since “Visit to the quay”, overdue since June 2025; nobody of ours has taken it on"
    assert not any("Charter of Harbours" in text for text in said)


def test_a_line_is_proven_by_the_attestation_or_the_passage(briefing):
    found = lines_of(briefing)
    network = found["networks"][0]
    assert (network.source, network.href) == ("Book of Harbours, p. 12", "https://example.org/book")
    assert network.quote == "Quillon was among the founders."
    position = found["positions"][0]
    assert position.quote == "We could live with a seat for cities."
    assert position.source == "Note of Quillon, 12"
    assert position.href.endswith("#12")


def test_two_pages_say_what_the_page_says(briefing, visit, otto):
    said, pages = words_of(visit(otto).get(reverse("briefing-pdf", args=[briefing.pk])).content)
    assert pages <= 2
    for section in told(briefing):
        assert section.heading in said
        for line in section.lines[:5]:
            assert line.text in said
            assert line.source in said


def test_what_is_frozen_stays_when_the_registry_changes(briefing, world, visit, otto):
    before = lines_of(briefing)
    world.theirs.grade = "member"
    world.theirs.save()
    assert lines_of(Briefing.objects.get()) == before
    visit(otto).post(reverse("briefing-again", args=[briefing.pk]))
    later = Briefing.objects.exclude(pk=briefing.pk).get()
    assert lines_of(later)["networks"] != before["networks"]
    assert later.day == briefing.day


def test_one_press_on_the_page_of_the_counterpart(world, visit, otto):
    office = visit(otto)
    page = office.get(world.quillon.get_absolute_url()).content.decode()
    address = reverse("briefing-prepare", args=["quillon"])
    assert f'href="{address}"' in page
    form = office.get(address).context["form"]
    assert str(world.session) in str(form["session"])
    sent = office.post(address, {"ours": "Tunis [tunis]", "session": "third", "handling": "internal"}, follow=True)
    briefing = Briefing.objects.get()
    assert sent.redirect_chain[-1][0] == briefing.get_absolute_url()
    assert (briefing.by, briefing.session, briefing.day) == (otto, world.session, world.session.since)
    assert office.get(address).context["form"].fields["ours"].initial == world.tunis


def test_a_meeting_is_never_prepared_on_behalf_of_whom_one_meets(world, visit, otto):
    from hanse.workspace.briefings.forms import usual
    from hanse.workspace.registry.models import Actor
    from hanse.workspace.statements.models import Statement

    Statement.objects.all().delete()
    ring = Actor.objects.create(name="Ring of Quays", kind="network", handling="public")
    statement = Statement.objects.create(title="Plea", handling="public")
    statement.networks.add(world.league)
    assert usual(otto, world.league) is None
    assert usual(otto, world.quillon) == world.league
    statement.networks.add(ring)
    assert usual(otto, world.quillon) is None
    page = visit(otto).get(reverse("briefing-prepare", args=["league"]))
    assert page.context["form"].fields["ours"].initial == ring
    assert "as Metropolis" in page.content.decode()
