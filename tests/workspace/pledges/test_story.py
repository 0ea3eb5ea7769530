"""The whole story in a browser: a call is opened, a pledge drafted, filed, returned, filed again, cleared, public."""

from __future__ import annotations

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from hanse.workspace.pledges.models import Call, Comment, Pledge, Practice, Recognition, Report, State
from hanse.workspace.registry.models import Objective
from tests.workspace.looks import LOOKS
from tests.workspace.pledges.conftest import PUBLIC

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def test_a_call_from_opening_to_the_public_page(see, settings, live_server, compact, otto, tala):
    settings.HANSE_OPEN_TO_PUBLIC = True
    office = see("/calls/new/", otto, name="call-new")
    office.get_by_label("Title").fill("Call to Local Action")
    office.get_by_role("textbox", name="Cycle").fill("2026")
    office.get_by_label("Its form begins with").select_option("gcm")
    office.get_by_role("button", name="On to its questions").click()
    office.get_by_role("button", name="Open the call").click()
    expect(office.get_by_text("The call is open: focal points see it and can pledge.")).to_be_visible()
    call = Call.objects.get()
    assert call.open

    city = see("/pledges/mine/", tala, name="mine")
    city.get_by_role("link", name="Pledge", exact=True).click()
    city.get_by_role("button", name="Begin").click()
    city.get_by_label("Title").fill("Classes for all who arrive")
    city.get_by_label("Description").fill("By 2027 we open classes to 400 newcomers at 12 King Street.")
    city.get_by_text("Compact for Migration", exact=True).click()
    city.get_by_label("15. Basic services").check()
    city.get_by_text("Kept at").wait_for()
    city.locator("#hints q", has_text="400 newcomers").wait_for()
    pledge = Pledge.objects.get()
    assert pledge.title == "Classes for all who arrive", "kept before anything was pressed"
    city.reload()
    expect(city.get_by_label("Description")).to_have_value(re.compile(r"12 King Street\.$"))
    city.get_by_role("button", name="File it").click()
    city.get_by_text("Filed. The secretariat reads it now.").wait_for()

    review = see(f"/pledges/{pledge.pk}/review/", otto, name="review")
    review.locator("#row-description summary").click()
    review.get_by_label("Comment on: Description").fill("Leave the street out.")
    review.locator("#row-description").get_by_role("button", name="Say it").click()
    expect(review.locator("#row-description").get_by_text("Leave the street out.")).to_be_visible()
    review.get_by_text("Return it with a letter").click()
    review.get_by_label("What the city should change").fill("The street exposes the house.")
    review.get_by_role("button", name="Return", exact=True).click()
    review.get_by_text("Returned. No mail is sent from here: tell the city yourself.").wait_for()

    city.goto(f"{live_server.url}/pledges/{pledge.pk}/draft/")
    city.get_by_text("Leave the street out.").wait_for()
    said = "By 2027 we open classes to 400 newcomers. Mayor Salma Trabelsi opens them."
    city.get_by_label("Description").fill(said)
    city.get_by_role("button", name="File it").click()
    city.get_by_text("Filed. The secretariat reads it now.").wait_for()

    review.goto(f"{live_server.url}/pledges/{pledge.pk}/review/")
    review.get_by_role("button", name="Accept").click()
    review.get_by_role("button", name="Publish").click()
    review.get_by_text("Not done.").wait_for()
    review.get_by_label("Why it may stay").fill("She holds a public office.")
    review.get_by_role("button", name="May stay").click()
    expect(review.get_by_text("It may stay. The reason is kept.")).to_be_visible()
    review.get_by_role("button", name="Publish").click()
    review.get_by_text("Published.").wait_for()

    public = see(f"/pledges/{pledge.pk}/", name="public")
    public.get_by_text("Salma Trabelsi").wait_for()
    assert "King Street" not in public.content()
    expect(public.get_by_text("Leave the street out.")).to_have_count(0)
    assert Pledge.objects.get().state == State.PUBLISHED
    assert Objective.objects.filter(number=15).exists()


@pytest.mark.parametrize("look", LOOKS, ids=[f"{scheme}-{width}" for scheme, width in LOOKS])
def test_every_page_is_accessible_and_keeps_to_the_policy(
    see, settings, look, pledge_of, tala, milo, otto, call, city_of
):
    settings.HANSE_OPEN_TO_PUBLIC = True
    city_of(tala).__class__.objects.filter(pk=city_of(tala).pk).update(latitude=36.8, longitude=10.2)
    answers = {"q-amount_amount": "200000", "q-amount_currency": "EUR", "q-indicators": "Families housed each year."}
    public = pledge_of(tala, status="fulfilled", answers=answers, partners="Red Crescent", since="2026", until="2027")
    pledge_of(milo, title="Rooms", reported="2023", toward="gcm 1, gcm 7")
    filed = pledge_of(tala, State.FILED, title="Beds", description="Beds at 12 King Street for 3 families.")
    draft = pledge_of(tala, State.RETURNED, title="Words")
    Comment.objects.create(pledge=draft, field="title", text="Say more.", by=otto, once="1")
    said = {"status": "fulfilled", "narrative": "Keys for 210 families.", "evidence": "https://example.org/keys"}
    Report.objects.create(pledge=public, on=timezone.localdate(), shown=timezone.now(), by=tala, once="2", **said)
    Recognition.objects.create(
        pledge=public, by="President", where="Forum", date="2022-05", quote="Well.", handling="public"
    )
    told = {"what": "Lease and hand out.", "city": city_of(tala), "pledge": public, "published": timezone.now()}
    practice = Practice.objects.create(title="Keys", **told, **PUBLIC)
    for name, person, path in (
        ("list", None, "/pledges/"),
        ("list-city", tala, "/pledges/?region=Africa"),
        ("pledge", None, f"/pledges/{public.pk}/"),
        ("pledge-office", otto, f"/pledges/{public.pk}/"),
        ("pledge-filed", tala, f"/pledges/{filed.pk}/"),
        ("draft", tala, f"/pledges/{draft.pk}/draft/"),
        ("review", otto, f"/pledges/{filed.pk}/review/"),
        ("queue", otto, "/pledges/review/"),
        ("mine", tala, "/pledges/mine/"),
        ("calls", otto, "/calls/"),
        ("call", otto, f"/calls/{call.pk}/"),
        ("call-form", otto, f"/calls/{call.pk}/form/"),
        ("begin", tala, f"/calls/{call.pk}/pledge/"),
        ("report", tala, f"/pledges/{public.pk}/report/"),
        ("offer", milo, f"/pledges/{public.pk}/offer/"),
        ("recognise", otto, f"/pledges/{public.pk}/recognise/"),
        ("practice-make", otto, f"/pledges/{public.pk}/practice/"),
        ("practices", None, "/practices/"),
        ("practice", milo, f"/practices/{practice.pk}/"),
        ("adopt", milo, f"/practices/{practice.pk}/adopt/"),
        ("embed", None, "/pledges/embed/"),
    ):
        see(path, person, look, name=f"pledges-{name}")
