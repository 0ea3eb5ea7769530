"""A restricted text leaves no trace: whoever may not see it gets, byte for byte, a campaign that lacks it."""

from __future__ import annotations

import re

import pytest

from hanse.workspace.campaigns.audience import audience, audiences
from hanse.workspace.campaigns.models import FindingRecord
from hanse.workspace.documents.models import Document

from .conftest import ASKS, files
from .test_cell import judge

NON_PAPER = "1. The Tide Fund shall be open to municipalities directly, and States shall consult mayors.\n"
LEAKED = "1. The Tide Fund may be open.\n"


def settings(*restricted: str) -> str:
    documents = "".join(f'[[documents]]\nfile = "{file}"\nhandling = "restricted"\n' for file in restricted)
    return f'title = "Small Accord"\nforum = "Small Assembly"\n{documents}'


SECRETS = {
    "record/2029-01-01 Non-paper.txt": NON_PAPER,
    "drafts/2031-03-20 Leaked revision.txt": LEAKED,
    "asks/2031-02-02 Confidential letter.txt": "We call on States to open every harbour to cities at once.\n",
}
SECRET_ASK = (
    "a9,City of Highmere,2031-02-02,States shall open every harbour to cities at once.,add,Harbours,restricted\n"
)


def with_secrets() -> dict[str, str]:
    table = ASKS.replace("kind,theme\n", "kind,theme,handling\n").replace(",Money\n", ",Money,\n")
    table = table.replace(",Reception\n", ",Reception,\n") + SECRET_ASK
    return files(**{"campaign.toml": settings(*SECRETS), **SECRETS, "asks/asks.csv": table})


def without() -> dict[str, str]:
    return files(**{"campaign.toml": settings()})


PAGES = ("", "asks/", "texts/", "watch/", "dates/", "download/")
EXPORTS = ("board.html", "board.pdf", "board.csv", "board.json", "campaign.zip")


def told(client, campaign) -> dict[str, bytes]:
    """Every page and download of a campaign, with random keys, moments and form keys made equal."""
    base = f"/campaigns/{campaign.pk}/"
    board = client.get(base)
    cells = [square.address.removeprefix(base) for row in board.context["rows"] for square in row.squares if square]
    found = {}
    for name in (*PAGES, *cells, *(f"download/{each}" for each in EXPORTS)):
        answer = client.get(base + name)
        content = b"".join(answer) if answer.streaming else answer.content
        found[f"{len(found)} {name.split('/')[0]}"] = plain(content) if not answer.streaming else content
    return found


def plain(content: bytes) -> bytes:
    content = re.sub(rb'(X-CSRFToken": "|csrfmiddlewaretoken" value=")[^"]+', b"", content)
    content = re.sub(rb"(?<=/)[2-9a-z]{10}(?=/)", b"-", content)
    content = re.sub(rb'value="[2-9a-z]{10}"|(?:draft|campaign|ask)=[2-9a-z]{10}', b"", content)
    content = re.sub(rb"\d+ \w+ \d{4}, \d\d:\d\d", b"", content)
    return re.sub(rb'datetime="[^"]+"', b"", content)


@pytest.mark.parametrize("who", ["cem", "rhea", None])
def test_whoever_may_not_see_it_gets_a_campaign_that_lacks_it(visit, settings, request, traced, who):
    settings.HANSE_OPEN_TO_PUBLIC = True
    reader = visit(request.getfixturevalue(who) if who else None)
    full, bare = traced(with_secrets(), handling="public"), traced(without(), handling="public")
    if who is None:
        Document.objects.exclude(handling="restricted").update(handling="public")
    seen, wanted = told(reader, full), told(reader, bare)
    assert list(seen) == list(wanted)
    for name, content in seen.items():
        assert content == wanted[name], name


def test_the_office_sees_what_the_restricted_text_changes(visit, otto, cem, traced):
    campaign = traced(with_secrets(), handling="public")
    assert audiences(campaign) == ["public", "restricted"]
    assert audience(campaign, otto) == "restricted"
    assert audience(campaign, cem) == "public"
    page = visit(otto).get(f"/campaigns/{campaign.pk}/").content.decode()
    assert page.count('<td class="o-') == 3 * 3
    assert "every harbour" in page
    office = FindingRecord.objects.get(audience="restricted", ask__name="a1", draft__document__title="Revision 1")
    assert "Non-paper" in office.cell
    others = FindingRecord.objects.get(audience="public", ask__name="a1", draft__document__title="Revision 1")
    assert "Non-paper" not in others.cell


def test_a_campaign_of_one_level_is_traced_once_for_all(traced):
    campaign = traced(without())
    assert audiences(campaign) == ["public"]
    assert FindingRecord.objects.count() == 4


def test_a_restricted_campaign_does_not_exist_for_others(visit, cem, otto, traced):
    campaign = traced(without(), handling="restricted")
    assert visit(otto).get(f"/campaigns/{campaign.pk}/").status_code == 200
    assert visit(cem).get(f"/campaigns/{campaign.pk}/").status_code == 404
    assert "Small Accord" not in visit(cem).get("/campaigns/").content.decode()


def test_a_verdict_of_the_office_is_heard_outside_without_its_note_where_the_finding_is_the_same(
    visit, otto, cem, traced
):
    campaign = traced(with_secrets(), handling="public")
    ask, draft = campaign.asks.get(name="a2"), campaign.texts.get(document__title="Zero draft")
    where = f"/campaigns/{campaign.pk}/cells/{ask.pk}/{draft.pk}/"
    judge(visit(otto), where, "override", "partly reflected", "As the non-paper says.")
    page = visit(cem).get(where).content.decode()
    assert "partly reflected" in page
    assert "non-paper" not in page
    history = visit(cem).get(f"/campaigns/{campaign.pk}/history/").content.decode()
    assert "non-paper" not in history
    assert "Leaked" not in history
    assert not re.search(r"\ba9\b", history)


def test_positions_of_delegations_are_for_officers_alone(visit, otto, rosa, cem, traced):
    campaign = traced()
    where = f"/campaigns/{campaign.pk}/delegations/"
    ask = campaign.asks.get(name="a1")
    said = {"delegation": "Northern Rim Group", "ask": ask.pk, "stance": "opposed", "note": "Told us in the corridor."}
    assert visit(otto).post(where, said).status_code == 302
    assert "in the corridor" in visit(otto).get(where).content.decode()
    for other in (rosa, cem):
        assert visit(other).get(where).status_code == 404
        assert "corridor" not in visit(other).get(f"/campaigns/{campaign.pk}/history/").content.decode()


def test_a_position_needs_a_source_or_a_note(visit, otto, traced):
    campaign = traced()
    said = {"delegation": "Northern Rim Group", "ask": campaign.asks.get(name="a1").pk, "stance": "opposed"}
    page = visit(otto).post(f"/campaigns/{campaign.pk}/delegations/", said).content.decode()
    assert "Say how you know" in page
    assert not campaign.positions.exists()
