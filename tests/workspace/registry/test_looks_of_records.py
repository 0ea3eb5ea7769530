"""Do the registry's pages read well, light and dark, on a phone and on a desk?"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from hanse.workspace.registry.models import (
    Actor,
    Attestation,
    Claim,
    Clearance,
    Instrument,
    Membership,
    Name,
    Office,
    Participation,
    Reprisal,
    Source,
)
from tests.workspace.looks import LOOKS

LONG = "International Organisation of Harbour Towns and Inland Markets for Newcomers, Their Schools and Their Housing"


@pytest.fixture
def registry(otto):
    """A small registry with everything that a page can show."""
    open_ = {"handling": "public"}
    body = Actor.objects.create(
        name=LONG, acronym="IOHT", kind="international", since="1913", country="CHE", website="https://ioht.example/",
        description="Brings harbour and market towns together.\nMeets every other year.", note="Checked.", **open_,
    )  # fmt: skip
    Actor.objects.create(name="Universitas Portuum", kind="university", country="PRT", handling="internal")
    league = Actor.objects.create(name="League of Ports", kind="network", acronym="LP", parent=body, **open_)
    city = Actor.objects.create(name="Puerto Vell", kind="city", country="ESP", place="Puerto Vell", **open_)
    Actor.objects.create(name="Puerto Vel", kind="city", country="ESP", **open_)
    Actor.objects.create(name="City of Puerto Vell", kind="city", country="ESP", tier="municipality", **open_)
    person = Actor.objects.create(name="A. Mayor", kind="person", **open_)
    Office.objects.create(person=person, body=city, title="Mayor", since="2019", ended="removed", until="2023", **open_)
    Name.objects.create(actor=body, name="Ligue des ports", language="fr", **open_)
    for n in range(15):
        each = Actor.objects.create(name=f"Harbour {n}", kind="university", country="MAR", **open_)
        Membership.objects.create(actor=each, network=league, since=str(2000 + n) if n % 3 else "", **open_)
    Membership.objects.create(actor=body, network=league, since="1999-05", until="2011", ended="expelled", **open_)
    book = Source.objects.create(title="The yearbook of associations", publisher="Yearbook House", date="2020", **open_)
    page = Source.objects.create(title="Who we are", url="https://ioht.example/about", accessed="2026-10", **open_)
    for source, value, confidence in ((book, "1913", "high"), (page, "1914", "low")):
        said = {"field": "since", "value": value, "source": source, "confidence": confidence, "locator": "p. 12"}
        Attestation.objects.create(record=body, quote=f"The union was founded in {value} at Ghent.", **said, **open_)
    Attestation.objects.create(record=body, source=page, quote="We are the union.", **open_)
    for year, members in (("2015", "70"), ("2025", "97")):
        said = {"field": "members", "value": members, "unit": "towns", "on": year, "source": page}
        Attestation.objects.create(record=body, quote=f"{members} towns take part.", **said, **open_)
    Claim.objects.create(
        subject=body, wording="It is the oldest union of towns in the world.", quote="the oldest union of towns",
        doubt="The yearbook lists one that is older by four years.", source=page, locator="first paragraph", **open_,
    )  # fmt: skip
    compact = Instrument.objects.create(title="Compact of the Bay", kind="compact", adopted="2018-12-10", **open_)
    Participation.objects.create(actor=body, instrument=compact, act="endorsed", date="2019", **open_)
    Clearance.objects.create(city=city, authority="City council", what="council decision", due="2027-01", **open_)
    Reprisal.objects.create(against=city, act="funding cut")
    body.name = LONG + "."
    body._change_reason = "The full stop is part of the name."
    body.save()
    return body


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("look", [LOOKS[0], LOOKS[-1]], ids=["light-1280", "dark-390"])
def test_the_registrys_pages_are_accessible(see, look, registry, otto):
    gone = Actor.objects.get(name="Universitas Portuum")
    gone.remove()
    member = Membership.objects.first()
    attested = Attestation.objects.filter(field="since").first()
    pages = {
        "front": "/",
        "registry": "/registry/",
        "registry-then": "/registry/?as_of=2010",
        "list": "/organisations/",
        "list-removed": f"/organisations/?removed={gone.pk}",
        "list-none": "/organisations/?q=zzz&as_of=1950",
        "list-wrong-day": "/organisations/?as_of=lately",
        "list-memberships": "/memberships/?as_of=2010-05",
        "list-attestations": "/attestations/",
        "list-empty": "/funding/",
        "removed": "/registry/organisations/removed/",
        "record": registry.get_absolute_url(),
        "record-then": registry.get_absolute_url() + "?as_of=2005",
        "membership": member.get_absolute_url(),
        "attestation": attested.get_absolute_url(),
        "source": attested.source.get_absolute_url(),
        "edit": registry.get_absolute_url() + "edit/",
        "add": "/registry/memberships/add/",
        "history": registry.get_absolute_url() + "history/",
        "say": registry.get_absolute_url() + "sources/add/",
        "claim": registry.get_absolute_url() + "claims/add/",
        "duplicates": "/registry/duplicates/",
        "merge": f"/registry/merge/{registry.pk}/",
    }
    for name, path in pages.items():
        see(path, otto, look, f"registry-{name}")


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_somebody_types_a_name_is_offered_records_and_ties_two(see, registry, otto):
    page = see("/registry/memberships/add/", otto)
    page.get_by_label("Network").press_sequentially("leag")
    page.locator("#id_network-offered option").first.wait_for(state="attached")
    offered = page.locator("#id_network-offered option").first.get_attribute("value")
    assert offered.startswith("League of Ports [")
    page.get_by_label("Network").fill(offered)
    page.get_by_label("Actor").fill("Puerto Vell")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1, name="Puerto Vell in League of Ports")).to_be_visible()


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_somebody_travels_to_a_day_and_back(see, registry, otto):
    page = see(registry.get_absolute_url(), otto)
    page.get_by_label("As of").fill("2010")
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".travelled").get_by_text("As of 31 December 2010")).to_be_visible()
    page.get_by_role("link", name="Organisations").click()
    expect(page.get_by_role("heading", level=1, name="Organisations")).to_be_visible()
    expect(page.locator(".travelled").get_by_text("As of 31 December 2010")).to_be_visible()
    page.get_by_role("link", name="back to today").click()
    expect(page.get_by_text("As of 31")).to_have_count(0)


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_what_can_be_added_opens_within_a_phone(see, registry, otto):
    page = see(registry.get_absolute_url(), otto, ("light", 390))
    page.get_by_text("Add to it").click()
    expect(page.get_by_role("link", name="membership", exact=True)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
