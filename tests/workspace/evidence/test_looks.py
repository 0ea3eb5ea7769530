"""The pages of a claim hold in every look."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from hanse.workspace.evidence.judging import judge
from hanse.workspace.evidence.proposing import propose
from hanse.workspace.registry.models import Actor, Claim, Source
from tests.workspace.looks import LOOKS

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("look", LOOKS)
def test_a_claim_with_evidence_on_both_sides(claim, evidence, minutes, rosa, otto, see, settings, look):
    settings.HANSE_OPEN_TO_PUBLIC = True
    charter = Actor.objects.create(name="Harbour Charter", kind="network", handling="public")
    claim.subject = charter
    claim.save()
    book = Source.objects.create(title="Chronicle", handling="public")
    Claim.objects.create(wording="130 signed.", value="130", unit="towns", subject=charter, source=book, quote="130")
    judge(evidence("p3"), rosa, "supports", "The secretariat counted.")
    judge(evidence("p2", "contrasts", quote="Over 40 towns", value="40", unit="towns (over)"), rosa, "contrasts")
    judge(evidence("p2", "contrasts", quote="Over 40 towns"), otto, "mentions", "Who attended need not have signed.")
    judge(propose(claim, source=claim.source, quote="120 towns, as we said.", stance="supports"), rosa, "supports")
    evidence("p1", "mentions", found_by="rule", confidence=0.6)
    page = see(f"/claims/{claim.pk}/", otto, look, name="claim")
    page.locator(".doing summary").first.click()
    expect(page.get_by_label("supports").first).to_be_visible()
    see(f"/claims/{claim.pk}/evidence/add/", otto, look, name="claim-add")
    see(f"/documents/{minutes.pk}/claims/", otto, look, name="claims-found")
    see("/claims/", otto, look, name="claims")
    see(f"/claims/{claim.pk}/embed/", None, look, name="claim-embed")
