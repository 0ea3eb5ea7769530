"""A small campaign with two asks taken up, and changes that somebody claims."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ASKS = """id,actor,date,text,kind,theme
a1,City of Port Velane,2031-01-20,The Tide Fund shall be open to municipalities directly.,add,Money
a2,City of Highmere,2031-01-22,States shall consult mayors before they open a reception centre.,add,Reception
a3,City of Lowmark,2031-01-23,The Tide Fund shall be open to municipalities directly.,add,Money
a4,City of Lowmark,2031-01-23,The Parties shall meet every spring in a harbour town.,add,Other
"""
ZERO = """1. The Tide Fund shall be open to States.

2. States should consult mayors, as appropriate, before they open a reception centre.
"""
FINAL = """1. The Tide Fund shall be open to municipalities directly.

2. States shall consult mayors before they open a reception centre.
"""


@pytest.fixture(autouse=True)
def open_to_the_public(settings: Any) -> None:
    settings.HANSE_OPEN_TO_PUBLIC = True


@pytest.fixture
def campaign(otto: Any, tmp_path: Path) -> Callable[..., Any]:
    """A traced campaign, public unless said otherwise; the files are those of a folder."""
    from hanse.workspace.campaigns.folder_in import import_folder
    from hanse.workspace.campaigns.retracing import retrace

    def make(content: dict[str, str] | None = None, title: str = "Small Accord", **said: Any) -> Any:
        files = {
            "campaign.toml": f'title = "{title}"\nforum = "Small Assembly"\n',
            "asks/asks.csv": ASKS,
            "drafts/2031-03-02 Zero draft.txt": ZERO,
            "drafts/2031-04-27 Final text.txt": FINAL,
            **(content or {}),
        }
        path = tmp_path / f"{title}.zip"
        with zipfile.ZipFile(path, "w") as archive:
            for inside, text in files.items():
                archive.writestr(inside, text)
        made = import_folder(path, otto, **{"handling": "public", **said})
        retrace(made, lambda share, words: None, lambda: False)
        return made

    return make


@pytest.fixture
def judged() -> Callable[..., Any]:
    """Somebody's verdict on an ask in the last draft: ``judged(campaign, "a1", rosa)``."""
    from hanse.workspace.campaigns.models import Review

    def judge(campaign: Any, ask: str, reviewer: Any, outcome: str = "", draft: str = "Final text") -> Any:
        wanted = campaign.asks.get(name=ask)
        version = campaign.texts.get(document__title=draft)
        record = wanted.findings.filter(draft=version).order_by("audience").last()
        outcome = outcome or record.outcome
        return Review.objects.create(
            campaign=campaign,
            ask=wanted,
            draft=version,
            reviewer=reviewer,
            verdict="confirm" if outcome == record.outcome else "override",
            outcome=outcome,
            machine=record.outcome,
            judged=record.judged,
            audience=record.audience,
        )

    return judge


@pytest.fixture
def outside() -> Callable[..., Any]:
    """A reviewer's statement to belong to somebody else."""
    from hanse.workspace.impact.models import Outside

    def state(review: Any, name: str = "Institute of Harbours", claimants: str = "", **said: Any) -> Any:
        everybody = "\n".join(sorted({each.actor for each in review.campaign.asks.all()}))
        return Outside.objects.create(review=review, name=name, claimants=claimants or everybody, **said)

    return state


@pytest.fixture
def actor(db: None) -> Callable[..., Any]:
    from hanse.workspace.registry.models import Actor

    def make(name: str, kind: str = "network", **said: Any) -> Any:
        return Actor.objects.create(**{"name": name, "kind": kind, "handling": "public", **said})

    return make


@pytest.fixture
def change(actor: Any) -> Callable[..., Any]:
    """A change with its claimants and the bodies that confirm it, all public unless said otherwise."""
    from hanse.workspace.impact.models import Change, Claimed, Confirmation

    def make(title: str, claimed: Any = (), confirmed: Any = (), denied: Any = (), **said: Any) -> Any:
        said = {"date": "2024-05", "handling": "public", **said}
        made = Change.objects.create(title=title, **said)
        for each in claimed:
            Claimed.objects.create(change=made, actor=each, contribution="We wrote.", handling=made.handling)
        for says, bodies in (("confirms", confirmed), ("denies", denied)):
            for each in bodies:
                Confirmation.objects.create(
                    change=made, by=each, says=says, words="It is so.", date="2024-06", handling=made.handling
                )
        return made

    return make
