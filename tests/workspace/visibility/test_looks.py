"""The pages of wording are a pleasure on a desk and on a phone, light and dark, and quick."""

from __future__ import annotations

import pytest

from hanse.workspace.registry.models import Claim, Instrument, Source
from hanse.workspace.visibility.lexicons import add, changed, in_force
from hanse.workspace.visibility.models import WordsClaimed
from hanse.workspace.visibility.work import count_what_is_new
from tests.workspace.looks import LOOKS

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.browser]
ZERO = (
    "1. States shall consult local authorities and mayors before they decide on migrants in their cities.",
    "2. States should provide funding to cities and municipalities that host migrants and refugees.",
    "3. The parties commit to publish a report on urban migration every year.",
    "4. City networks are encouraged to share good practices.",
)
FINAL = (
    "1. States may consult local authorities, as appropriate and in accordance with national law, before they decide.",
    "2. States should provide funding to cities and municipalities that host migrants and refugees.",
    "4. City networks are invited to share good practices with the United Nations.",
)


@pytest.fixture
def world(written, otto):
    zero = written("Zero draft of the Harbour Pact", *ZERO, date="2031-03-01", handling="public")
    final = written("Harbour Pact", *FINAL, date="2031-07-01", handling="public")
    final.parent = zero
    final.save()
    for year in range(2015, 2025):
        for actor in ("Kenya", "Chad", "Peru")[: 1 + year % 3]:
            said = "Migrants come to our cities." if year % 2 or actor == "Peru" else "Migration is a right."
            written(f"{actor} {year}", said, date=f"{year}-09-20", actor=actor, kind="statement", handling="public")
    add(changed(in_force(), "en", {"cities": ("city|cities", "port town|towns")}, 1), why="ports", author=otto)
    while count_what_is_new():
        pass
    source = Source.objects.create(title="A paper on the pact", handling="public")
    subject = Instrument.objects.create(title="Harbour Pact", handling="public")
    claim = Claim.objects.create(
        wording="Mayors are absent from the Pact.", source=source, quote="no mayors", subject=subject, handling="public"
    )
    WordsClaimed.objects.create(claim=claim, about="Harbour Pact", words=["mayor|mayors"], least=0, most=0)
    return zero, final, claim


@pytest.mark.parametrize("look", LOOKS)
def test_every_page_of_wording_can_be_read_by_all_in_every_look(world, see, otto, look):
    _zero, final, claim = world
    at = f"/documents/{final.pk}/wording/"
    for name, address in {
        "entry": "/wording/",
        "named": f"{at}?group=cities",
        "binding": f"{at}binding/",
        "drafts": f"{at}drafts/",
        "doc-claims": f"{at}claims/",
        "claims": "/wording/claims/",
        "claim": claim.get_absolute_url(),
        "claim-new": "/wording/claims/new/",
        "lexicon": "/wording/lexicon/",
        "lexicon-edit": "/wording/lexicon/edit/en/",
        "trend": "/wording/trend/",
        "trend-behind": "/wording/trend/?year=2017&what=both",
    }.items():
        see(address, otto, look, name=name)
