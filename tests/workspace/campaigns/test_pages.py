"""Every page of a campaign is accessible, light and dark, on a phone and on a desk, and keeps to its policy."""

from __future__ import annotations

import pytest

from hanse.workspace.campaigns.folder_in import import_folder
from hanse.workspace.campaigns.models import Campaign, Deadline, Position
from hanse.workspace.campaigns.retracing import retrace
from tests.workspace.looks import LOOKS

from .conftest import files
from .test_cell import judge

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def campaign(example_zip, otto, rosa, ada, visit):
    """The example, traced and judged, with positions and dates."""
    made = import_folder(example_zip, otto, handling="public")
    retrace(made, lambda share, words: None, lambda: False)
    asks, drafts = list(made.asks.all()), list(made.texts.filter(role="draft"))
    cells = [f"/campaigns/{made.pk}/cells/{ask.pk}/{draft.pk}/" for ask in asks[:3] for draft in drafts[:1]]
    judge(visit(rosa), cells[0], "confirm", note="The words are there.")
    judge(visit(rosa), cells[1], "override", "reversed")
    judge(visit(rosa), cells[2], "override", "reversed", "It says the opposite.")
    judge(visit(otto), cells[2], "confirm")
    Position.objects.create(
        campaign=made, delegation="Northern Rim Group", ask=asks[0], stance="opposed", note="Said so."
    )
    Position.objects.create(campaign=made, delegation="Quillon", ask=asks[0], stance="champion", source=drafts[0])
    Deadline.objects.create(campaign=made, what="Amendments to Revision 2", when="2031-06-20T18:00:00Z")
    silent = {"kind": "silence", "what": "Revision 2 under silence", "end": "broken", "by": "Northern Rim Group"}
    Deadline.objects.create(campaign=made, when="2031-07-01T12:00:00Z", **silent)
    asks[5].discarded = True
    asks[5].save()
    retrace(made, lambda share, words: None, lambda: False)
    return made


@pytest.mark.parametrize("look", LOOKS, ids=[f"{scheme}-{width}" for scheme, width in LOOKS])
def test_every_page_of_a_campaign_can_be_used_by_everybody(see, look, campaign, otto, cem, packed):
    base = f"/campaigns/{campaign.pk}/"
    ask = {each.name: each.pk for each in campaign.asks.all()}
    draft = [each.pk for each in campaign.texts.filter(role="draft").order_by("path")]
    pages = {
        "campaigns": "/campaigns/",
        "new": "/campaigns/new/",
        "import": "/campaigns/import/",
        "board": base,
        "board-filtered": f"{base}?outcome=weakened",
        "board-none": f"{base}?q=unicorns",
        "cell-agreed": f"{base}cells/{ask['A01']}/{draft[0]}/",
        "cell-disputed": f"{base}cells/{ask['A03']}/{draft[0]}/",
        "cell-tracked": f"{base}cells/{ask['A04']}/{draft[2]}/",
        "cell-absent": f"{base}cells/{ask['A14']}/{draft[0]}/",
        "watch": f"{base}watch/",
        "asks": f"{base}asks/",
        "ask": f"{base}asks/{ask['A01']}/",
        "split": f"{base}asks/{ask['A01']}/split/",
        "texts": f"{base}texts/",
        "delegations": f"{base}delegations/",
        "dates": f"{base}dates/",
        "history": f"{base}history/",
        "download": f"{base}download/",
    }
    for name, path in pages.items():
        see(path, otto, look, f"campaign-{name}")
    see(base, cem, look, "campaign-board-reader")


@pytest.mark.parametrize("look", LOOKS[:1], ids=["light-desk"])
def test_an_empty_page_teaches(see, look, otto, packed):
    see("/campaigns/", otto, look, "campaigns-empty")
    made = Campaign.objects.create(title="Tide Accord")
    for name in ("", "asks/", "texts/", "delegations/", "dates/", "watch/"):
        see(f"/campaigns/{made.pk}/{name}", otto, look, f"campaign-empty-{name.strip('/') or 'board'}")
    found = files(
        **{
            "record/2030-02-02 Empty.txt": "",
            "asks/2031-01-20 Highmere.txt": "We call on States to consult mayors before they decide.\n",
        }
    )
    del found["asks/asks.csv"]
    proposed = import_folder(packed(found), otto)
    see(f"/campaigns/{proposed.pk}/asks/", otto, look, "campaign-asks-proposed")
    see(f"/campaigns/{proposed.pk}/", otto, look, "campaign-untraced")
    see(f"/campaigns/{proposed.pk}/texts/", otto, look, "campaign-doubts")
    see(f"/campaigns/{proposed.pk}/edit/", otto, look, "campaign-settings")
