"""A statement from its draft over an amendment, the freeze, five signatures and a withdrawal to the printed PDF, in a
browser."""

from __future__ import annotations

import hashlib
import re

import pytest
from django.test import Client
from playwright.sync_api import expect

from hanse.workspace.accounts.models import Named
from hanse.workspace.mail.models import Letter
from hanse.workspace.registry.models import Actor
from hanse.workspace.statements.models import Signature, Statement
from hanse.workspace.statements.telling import tell

from .test_closing import words_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TEXT = [
    ("preambular", "Recalling that whoever arrives, arrives somewhere,"),
    ("operative", "Cities call upon States to consult local authorities before they decide."),
    ("operative", "Cities will open their schools to every child."),
]
PORTS = [("Port Vell", "ESP"), ("Mombasa Harbour", "KEN"), ("Quillon Bay", "CHL"), ("Saint-Malon", "FRA")]


@pytest.fixture
def open_as(chromium, live_server):
    """A browser window of somebody's; of the public for None."""
    windows = []

    def open_(user=None):
        window = chromium.new_context(viewport={"width": 1280, "height": 900})
        windows.append(window)
        if user is not None:
            client = Client()
            client.force_login(user)
            value = client.cookies["sessionid"].value
            window.add_cookies([{"name": "sessionid", "value": value, "url": live_server.url}])
        return window.new_page()

    yield open_
    for window in windows:
        window.close()


def test_a_statement_from_draft_to_pdf(open_as, live_server, otto, tala, settings, work_off):
    settings.HANSE_OPEN_TO_PUBLIC = True
    root = live_server.url
    desk = open_as(otto)

    desk.goto(f"{root}/statements/")
    desk.click("text=Begin a statement >> nth=0")
    desk.fill("[name=title]", "Call of the Harbours")
    desk.fill("[name=about]", "That cities are asked before States decide.")
    desk.select_option("[name=handling]", "public")
    desk.click("main form button")
    for kind, words in TEXT:
        desk.select_option("#add_kind", kind)
        desk.fill("#add_text", words)
        desk.click("text=Add >> nth=-1")
        expect(desk.locator("#add_text")).to_have_value("")
    statement = Statement.objects.get()

    Named.objects.create(person=tala, model="statements.statement", record=statement.pk)
    tunis = open_as(tala)
    tunis.goto(f"{root}/statements/{statement.pk}/draft/")
    tunis.locator("li.operative").first.get_by_text("Propose").click()
    tunis.fill("[name=text]", TEXT[1][1].replace("call upon", "urge"))
    tunis.fill("[name=why]", "Five years of calling were enough.")
    tunis.click("main form button")
    expect(tunis.locator("section.proposal del")).to_have_text("call upon")

    desk.goto(f"{root}/statements/{statement.pk}/draft/")
    desk.click("text=Accept or reject")
    desk.fill("[name=why]", "Agreed by all.")
    desk.click("text=Accept >> nth=-1")
    expect(desk.locator("main")).to_contain_text("Accepted by Otto")
    desk.click("text=Freeze the text")
    desk.click("text=Freeze this text")
    expect(desk.get_by_text("The text is frozen.")).to_be_visible()
    work_off()
    digest = desk.inner_text(".hash code")

    for name, country in PORTS:
        city = Actor.objects.create(name=name, country=country, kind="city", handling="public")
        desk.goto(f"{root}/statements/{statement.pk}/invitations/")
        desk.fill("[name=city]", f"{name} [{city.pk}]")
        desk.fill("[name=email]", f"{city.pk}@example.org")
        desk.click("main form button >> nth=0")
        expect(desk.get_by_text(f"The link for {name}:")).to_be_visible()
        letter = Letter.objects.filter(once__startswith="invitation").latest("made")
        mayor = open_as()
        mayor.goto(root + re.search(r"/sign/[-\w]+/", letter.text).group())
        expect(mayor.locator("main")).to_contain_text(digest)
        sign(mayor, f"Mayor of {name}")
    tunis.goto(f"{root}/statements/{statement.pk}/")
    tunis.click("text=Sign for Tunis")
    sign(tunis, "Mayor of Tunis")
    tell()

    gone = Signature.objects.get(city__name="Saint-Malon")
    desk.goto(f"{root}/signatures/{gone.pk}/withdraw/")
    desk.fill("[name=why]", "The council voted otherwise.")
    desk.click("text=Withdraw it")
    expect(desk.get_by_role("heading", name="The signature of Saint-Malon is withdrawn")).to_be_visible()

    desk.goto(f"{root}/statements/{statement.pk}/close/")
    desk.click("text=Close it now")
    expect(desk.get_by_text("It is closed.")).to_be_visible()
    work_off()

    public = open_as()
    public.goto(f"{root}/statements/{statement.pk}/")
    expect(public.locator("main")).to_contain_text("4 cities have signed")
    page = " ".join(public.inner_text("main").split())
    assert "Saint-Malon signed" in page
    said = words_of(public.request.get(root + public.get_attribute("text=PDF, English", "href")).body())
    for words in [each[1] for each in TEXT[::2]] + [TEXT[1][1].replace("call upon", "urge")]:
        assert words in page
        assert words in said
    signers = [f"Mayor of {name}" for name in ("Port Vell", "Mombasa Harbour", "Quillon Bay", "Tunis")]
    assert all(each in page and each in said for each in signers)
    assert "Mayor of Saint-Malon" not in page + said
    assert digest in said.replace(" ", "")
    for region in ("Africa", "Americas", "Europe"):
        assert region in page
        assert region in said
    text = public.request.get(root + public.get_attribute("text=Download the exact text", "href")).body()
    assert hashlib.sha256(text).hexdigest() == digest


def sign(page, name):
    page.fill("[name=name]", name)
    page.fill("[name=office]", "Mayor")
    page.check("[name=mandate][value=council]")
    page.fill("[name=reference]", "2026/114")
    page.check("[name=authorised]")
    page.click("main form button")
    expect(page.locator("h1")).to_contain_text("has signed")


def test_what_was_written_survives_a_session_that_ended_meanwhile(open_as, live_server, otto, statement):
    page = open_as(otto)
    paragraph = statement.draft.paragraphs.get(number="1")
    address = f"{live_server.url}/statements/{statement.pk}/draft/paragraphs/{paragraph.pk}/?language=en"
    page.goto(address)
    page.fill("[name=text]", "Cities have thought about this for an hour.")
    kept = page.context.cookies()
    page.context.clear_cookies()
    page.click("main form button")
    expect(page.locator("body")).to_contain_text("Sign in")
    page.context.add_cookies(kept)
    page.goto(address)
    expect(page.locator("[name=text]")).to_have_value("Cities have thought about this for an hour.")
    expect(page.locator("main")).to_contain_text("was kept in this browser")
    page.click("main form button")
    expect(page.locator(".drafted")).to_contain_text("Cities have thought about this for an hour.")
    paragraph.refresh_from_db()
    assert paragraph.said("en") == "Cities have thought about this for an hour."
    page.goto(address)
    expect(page.locator("[name=text]")).to_have_value("Cities have thought about this for an hour.")
    expect(page.locator("main")).not_to_contain_text("was kept")
