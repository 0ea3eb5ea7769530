"""A badge says how a public claim stands, in words and counts, to every site; of other claims there is none."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from hanse.workspace.accounts.rights import Handling
from hanse.workspace.evidence.judging import judge


@pytest.fixture(autouse=True)
def open_to_all(settings):
    settings.HANSE_OPEN_TO_PUBLIC = True


def words(response) -> str:
    return " ".join(ET.fromstring(response.content).itertext())


def test_a_claim_without_evidence_shows_its_zeros(claim, visit):
    badge = visit().get(f"/claims/{claim.pk}/badge.svg")
    assert badge["Content-Type"] == "image/svg+xml"
    assert "Open" in words(badge)
    assert "supports: 0 · contrasts: 0" in words(badge)


def test_the_badge_tells_state_and_counts_in_words(claim, evidence, visit, rosa):
    judge(evidence("p3"), rosa, "supports")
    judge(evidence("p2"), rosa, "contrasts")
    evidence("p1", "mentions")
    said = words(visit().get(f"/claims/{claim.pk}/badge.svg"))
    for each in ("Disputed", "supports: 1 · contrasts: 1", "1 proposed, not judged"):
        assert each in said


def test_whoever_looks_sees_what_the_public_sees(claim, evidence, written, visit, rosa):
    secret = written("Cable", "1. Only 12 towns signed.", handling=Handling.RESTRICTED)
    judge(evidence("p1", "contrasts", document=secret), rosa, "contrasts")
    public = visit().get(f"/claims/{claim.pk}/badge.svg").content
    assert visit(rosa).get(f"/claims/{claim.pk}/badge.svg").content == public
    assert b"contrasts: 0" in public


def test_it_may_be_kept_and_shown_by_other_sites(claim, visit):
    badge, frame = visit().get(f"/claims/{claim.pk}/badge.svg"), visit().get(f"/claims/{claim.pk}/embed/")
    for each in (badge, frame):
        assert "public" in each["Cache-Control"]
        assert "max-age=300" in each["Cache-Control"]
        assert not each.cookies
    assert "X-Frame-Options" not in frame
    assert "frame-ancestors *" in frame["Content-Security-Policy"]


def test_it_speaks_the_language_that_its_address_names(claim, visit):
    said = words(visit().get(f"/claims/{claim.pk}/badge.svg?language=xx"))
    assert "Open" in said


@pytest.mark.parametrize("handling", [Handling.INTERNAL, Handling.RESTRICTED])
def test_a_claim_that_not_all_may_see_has_no_badge_for_anybody(claim, visit, otto, handling):
    claim.handling = handling
    claim.save()
    for user in (None, otto):
        for what in ("badge.svg", "embed/"):
            assert visit(user).get(f"/claims/{claim.pk}/{what}").status_code == 404
    assert "badge.svg" not in visit(otto).get(f"/claims/{claim.pk}/").content.decode()


def test_a_closed_workspace_has_no_badges(claim, visit, otto, settings):
    settings.HANSE_OPEN_TO_PUBLIC = False
    assert visit(otto).get(f"/claims/{claim.pk}/badge.svg").status_code == 404


def test_the_page_offers_the_badge_to_copy(claim, visit, otto):
    page = visit(otto).get(f"/claims/{claim.pk}/").content.decode()
    assert f"/claims/{claim.pk}/badge.svg&quot;" in page
    assert "http" in page
