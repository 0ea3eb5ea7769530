from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hanse.workspace.campaigns import stored
from hanse.workspace.campaigns.inputs import Inputs
from hanse.workspace.campaigns.models import AskRecord, Campaign, CampaignDocument, FindingRecord, TraceRun
from hanse.workspace.documents.models import Document
from tests.effort import calls


def large(asks: int, drafts: int) -> Campaign:
    """A traced campaign of a size, without texts: the board needs none."""
    campaign = Campaign.objects.create(title="Large Accord", handling="public")
    AskRecord.objects.bulk_create(
        AskRecord(campaign=campaign, name=f"A{n}", order=n, text=f"Cities shall be heard on matter {n}, in good time.")
        for n in range(asks)
    )
    documents = Document.objects.bulk_create(
        Document(title=f"Revision {n}", date=f"2031-{n + 1:02}-01", handling="public") for n in range(drafts)
    )
    CampaignDocument.objects.bulk_create(
        CampaignDocument(campaign=campaign, document=each, role="draft", path=f"drafts/{n}.txt", name=f"drafts-{n}")
        for n, each in enumerate(documents)
    )
    inputs = Inputs.of(campaign, "public")
    outcomes = ["reflected", "weakened", "pending", "not reflected"]
    FindingRecord.objects.bulk_create(
        FindingRecord(
            campaign=campaign,
            audience="public",
            ask=ask,
            draft=draft,
            outcome=outcomes[(row + column) % 4],
            met="open",
            judged=stored.wordings(ask.text, ""),
            cell="{}",
        )
        for row, ask in enumerate(inputs.asks)
        for column, draft in enumerate(inputs.drafts)
    )
    TraceRun.objects.create(campaign=campaign, audience="public", columns=inputs.columns())
    return campaign


def queries(client, campaign) -> int:
    client.get(campaign.get_absolute_url())
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(campaign.get_absolute_url()).status_code == 200
    return len(captured)


def test_a_larger_board_asks_the_database_no_more_often(visit, otto):
    client = visit(otto)
    assert queries(client, large(3, 2)) == queries(client, large(40, 6)) <= 14


def test_a_board_of_four_times_the_asks_is_at_most_four_times_the_work(visit, otto):
    """``make bench`` says in how many milliseconds."""
    client, work = visit(otto), []
    for asks in (50, 200):
        address = large(asks, 10).get_absolute_url()
        assert client.get(address).content.count(b'<td class="o-') == 10 * asks
        work.append(calls(lambda: client.get(address)))  # noqa: B023 called at once
    assert work[1] < 4.5 * work[0]


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", ["a1", "a2"]),
        ("?theme=Money", ["a1"]),
        ("?actor=City of Highmere", ["a2"]),
        ("?q=tide+fund", ["a1"]),
        ("?outcome=reflected", ["a1", "a2"]),
        ("?outcome=reversed", []),
        ("?standing=confirmed", []),
        ("?outcome=unheard of", ["a1", "a2"]),
    ],
)
def test_the_board_is_filtered(visit, cem, traced, query, shown):
    campaign = traced()
    page = visit(cem).get(f"{campaign.get_absolute_url()}{query}")
    assert [row.ask.name for row in page.context["rows"]] == shown


def test_a_count_opens_onto_the_rows_that_it_counts(visit, cem, traced):
    campaign = traced()
    client = visit(cem)
    grid = client.get(campaign.get_absolute_url()).context["grid"]
    for count in grid.counts():
        query = {"outcome": count.outcome, "draft": grid.drafts[-1].pk}
        assert len(client.get(campaign.get_absolute_url(), query).context["rows"]) == count.number


def test_htmx_gets_the_rows_alone(visit, cem, traced):
    campaign = traced()
    part = visit(cem).get(campaign.get_absolute_url(), headers={"HX-Request": "true"}).content.decode()
    assert part.startswith('<p class="count"')


def test_an_ask_that_came_after_the_trace_is_shown_as_not_traced(visit, otto, traced):
    campaign = traced()
    AskRecord.objects.create(campaign=campaign, name="new", order=9, text="Something else.")
    page = visit(otto).get(campaign.get_absolute_url()).content.decode()
    assert page.count("not traced</td>") == 2
    assert "2 of 2 drafts are not up to date" in page
