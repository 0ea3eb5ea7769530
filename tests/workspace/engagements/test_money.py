"""Sums are by currency, committed apart from received, and open onto their records; what is unknown is no nought."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from django.core import mail
from django.core.exceptions import ValidationError

from hanse.workspace.engagements.models import Application, FundingCall, Instalment, ReportDue
from hanse.workspace.engagements.reminding import remind
from hanse.workspace.engagements.sums import Sum, sums
from hanse.workspace.mail.sending import send_due
from hanse.workspace.registry.models import Funding, Project
from tests.workspace.engagements.conftest import PUBLIC, text
from tests.workspace.engagements.test_following import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def project(db):
    return Project.objects.create(pk="keys", title="Keys", **PUBLIC)


@pytest.fixture
def funding(actors, project):
    """``funding(committed=10, currency="EUR")``."""
    said = {"donor": actors["ecuador"], "recipient": actors["guayaquil"], "project": project, **PUBLIC}
    return lambda **more: Funding.objects.create(**{**said, **more})


def test_nothing_is_added_across_currencies_and_unknown_is_not_nought(funding):
    funding(committed=10, received="2.50", currency="EUR")
    funding(committed=5, currency="EUR")
    funding(committed=7, currency="CHF")
    funding()
    assert sums(Funding.objects.all()) == [
        Sum("CHF", 1, Decimal(7), 1, None, 0),
        Sum("EUR", 2, Decimal(15), 2, Decimal("2.50"), 1),
        Sum("", 1, None, 0, None, 0),
    ]


def test_each_sum_opens_onto_the_records_that_make_it(visit, rhea, funding):
    rows = [
        funding(committed=10, received=3, currency="EUR"),
        funding(committed=5, currency="eur"),
        funding(received=1),
    ]
    client = visit(rhea)
    page = text(client.get("/funding/"))
    links = [each.replace("&amp;", "&") for each in re.findall(r'href="(/funding/\?currency=[^"]+)"', page)]
    opened = {link: re.findall(r'<th scope="row"><a href="/funding/(\w+)/"', text(client.get(link))) for link in links}
    assert opened == {
        "/funding/?currency=EUR&which=committed": sorted([rows[0].pk, rows[1].pk]),
        "/funding/?currency=EUR&which=received": [rows[0].pk],
        "/funding/?currency=-&which=received": [rows[2].pk],
    }
    assert "15 EUR" in page
    assert "and 1 record that does not say" in page
    assert "not documented" in page
    assert "There is no sum “all” here" in text(client.get("/funding/?which=all"))


def test_restricted_money_is_in_no_sum_of_those_who_may_not_see_it(visit, rhea, otto, funding):
    funding(committed=10, currency="EUR")
    funding(committed=90, currency="EUR", handling="restricted")
    assert "10 EUR" in text(visit(rhea).get("/funding/"))
    assert "100 EUR" in text(visit(otto).get("/funding/"))
    for page in ("/funding/", "/projects/keys/"):
        assert not re.search(r"\b(90|100) EUR", text(visit(rhea).get(page)))


def test_an_application_is_granted_once_and_its_funding_recorded(visit, otto, actors, project):
    call = FundingCall.objects.create(donor=actors["ecuador"], title="Call", since="2026", conditions="Audit", **PUBLIC)
    asked = Application.objects.create(
        project=project,
        call=call,
        applicant=actors["guayaquil"],
        amount=100,
        currency="EUR",
        status="submitted",
        **PUBLIC,
    )
    client, address = visit(otto), f"/applications/{asked.pk}/granted/"
    assert 'value="100.00"' in text(client.get(address))
    sent = {"donor": "Ecuador", "recipient": "Guayaquil", "committed": "80", "currency": "eur", "conditions": "Audit"}
    assert client.post(address, sent)["Location"] == client.post(address, sent)["Location"]
    made = Funding.objects.get()
    asked.refresh_from_db()
    assert (made.committed, made.received, made.currency, made.project) == (80, None, "EUR", project)
    assert (asked.status, asked.funding) == ("granted", made)
    page = text(client.get("/projects/keys/"))
    assert "80 EUR" in page
    assert "the funding that came of it" in page
    assert "Granted" in text(client.get(f"/funding-calls/{call.pk}/"))


def test_a_grant_without_a_currency_is_asked_for_one(visit, otto, actors, project):
    asked = Application.objects.create(project=project)
    sent = {"donor": "Ecuador", "recipient": "Guayaquil", "committed": "80"}
    assert "Say in which currency, as EUR." in text(visit(otto).post(f"/applications/{asked.pk}/granted/", sent))
    assert not Funding.objects.exists()


def test_instalments_that_came_are_told_beside_what_the_record_says(visit, otto, funding):
    held = funding(committed=10, received=9, currency="EUR")
    Instalment.objects.create(funding=held, what="First", amount=4, received="2026-01")
    Instalment.objects.create(funding=held, what="Second", amount=6, due="2026-12")
    page = " ".join(text(visit(otto).get(f"/funding/{held.pk}/")).split())
    assert "What came comes to: 4 EUR" in page
    assert "The record of the funding says otherwise:" in page


def test_a_report_is_reminded_of_to_the_office_and_then_to_whoever_takes_it_on(visit, otto, olga, rhea, funding):
    due = ReportDue.objects.create(funding=funding(), what="Interim report", due=DAY.isoformat())
    remind(DAY)
    remind(DAY)
    send_due()
    assert {each.to[0] for each in mail.outbox} == {"otto@example.org", "olga@example.org"}
    assert len(mail.outbox) == 2
    client = visit(otto)
    client.post(f"/funding-reports/{due.pk}/step/", {"step": "mine"})
    assert "Interim report" in text(client.get("/follow-ups/mine/"))
    client.post(f"/funding-reports/{due.pk}/step/", {"step": "submitted"})
    due.refresh_from_db()
    assert (due.owner, bool(due.submitted)) == (otto, True)
    assert visit(rhea).post(f"/funding-reports/{due.pk}/step/").status_code == 404


@pytest.mark.parametrize(
    "said", [{"amount": 5}, {"amount": -1, "currency": "EUR"}, {"currency": "euro"}, {"currency": "E1R"}]
)
def test_an_amount_has_a_currency_of_three_letters(actors, said):
    with pytest.raises(ValidationError):
        FundingCall(donor=actors["ecuador"], title="Call", **said).full_clean()
