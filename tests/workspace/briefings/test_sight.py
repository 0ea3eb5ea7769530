"""A line is seen by whoever sees the records it rests on, on the page, in the file and in the copy to share."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from hanse.workspace.briefings.models import Briefing
from hanse.workspace.briefings.preparing import prepare
from hanse.workspace.registry.models import Membership

from .test_preparing import words_of

pytestmark = pytest.mark.django_db

SECRETS = ["unding cut", "We could live with", "Win them for", "Note of Quillon"]


@pytest.fixture
def briefing(world, otto):
    said = {"day": world.session.since, "occasion": "Meeting", "handling": "internal"}
    return prepare(world.quillon, world.tunis, otto, session=world.session, **said)


def test_the_office_sees_restricted_lines_marked(briefing, visit, otto):
    page = visit(otto).get(briefing.get_absolute_url()).content.decode()
    for each in SECRETS:
        assert each in page
    assert "handling restricted" in page
    assert "Copy to share, without 3 restricted lines" in page
    said, _pages = words_of(visit(otto).get(reverse("briefing-pdf", args=[briefing.pk])).content)
    assert "[restricted]" in said


def test_a_researcher_finds_no_trace_of_them(briefing, visit, rhea, otto):
    reader = visit(rhea)
    page = reader.get(briefing.get_absolute_url()).content.decode()
    said, _pages = words_of(reader.get(reverse("briefing-pdf", args=[briefing.pk])).content)
    shared, _pages = words_of(visit(otto).get(reverse("briefing-shared", args=[briefing.pk])).content)
    for text in (page, said, shared):
        assert "League of Harbours" in text
        assert "restricted" not in text
        for each in SECRETS:
            assert each not in text


def test_what_is_restricted_later_goes_too(briefing, visit, rhea):
    Membership.objects.filter(actor="quillon").update(handling="restricted")
    page = visit(rhea).get(briefing.get_absolute_url()).content.decode()
    assert "League of Harbours: Quillon" not in page
    assert "Book of Harbours" not in page


def test_the_public_knows_of_no_briefing(briefing, visit, settings):
    settings.HANSE_OPEN_TO_PUBLIC = True
    assert not Briefing.objects.visible_to(AnonymousUser()).exists()
    for name in ("briefing", "briefing-pdf", "briefing-shared"):
        assert visit(None).get(reverse(name, args=[briefing.pk])).status_code in {302, 404}


def test_a_restricted_briefing_is_the_offices(world, visit, otto, rhea, tala):
    said = {"day": "2026-12-01", "occasion": "Meeting", "handling": "restricted"}
    briefing = prepare(world.quillon, world.tunis, otto, session=None, **said)
    for reader in (rhea, tala):
        assert visit(reader).get(briefing.get_absolute_url()).status_code == 404
        assert str(world.quillon) not in visit(reader).get(reverse("briefings")).content.decode()
    assert visit(otto).get(briefing.get_absolute_url()).status_code == 200


def test_a_focal_point_prepares_for_its_own_city_alone(world, visit, tala, rhea, rosa):
    city = tala.speaks_for.get().city
    address = reverse("briefing-prepare", args=["quillon"])
    asked = {"session": "third", "handling": "internal"}
    assert visit(tala).post(address, {**asked, "ours": "tunis"}).status_code == 200
    assert not Briefing.objects.exists()
    visit(tala).post(address, {**asked, "ours": city.pk})
    assert Briefing.objects.get().ours == city
    page = visit(tala).get(Briefing.objects.get().get_absolute_url()).content.decode()
    assert "unding cut" not in page
    for reader in (rhea, rosa):
        assert visit(reader).get(address).status_code == 404
        assert visit(reader).post(address, {**asked, "ours": "tunis"}).status_code == 404


def test_a_removed_briefing_is_gone_for_all_and_its_author_brings_it_back(briefing, visit, otto, olga):
    assert visit(olga).post(reverse("briefing-remove", args=[briefing.pk])).status_code == 404
    listed = visit(otto).post(reverse("briefing-remove", args=[briefing.pk]), follow=True).content.decode()
    assert "Bring back" in listed
    for reader in (otto, olga):
        assert visit(reader).get(briefing.get_absolute_url()).status_code == 404
    assert visit(olga).post(reverse("briefing-back", args=[briefing.pk])).status_code == 404
    visit(otto).post(reverse("briefing-back", args=[briefing.pk]))
    assert visit(olga).get(briefing.get_absolute_url()).status_code == 200
