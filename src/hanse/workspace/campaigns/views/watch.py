"""Where did local governments gain or lose a mention?"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from markupsafe import Markup

from hanse.reports.marks import Layer, marked
from hanse.workspace.accounts.rights import reading
from hanse.workspace.campaigns.audience import audience
from hanse.workspace.campaigns.inputs import Inputs
from hanse.workspace.campaigns.views import one


@dataclass(frozen=True, slots=True)
class Mention:
    """A passage that gained or lost mentions; ``here`` is None where it is gone, ``before`` where it is new."""

    change: str
    number: str
    here: Markup | None
    before: Markup | None


@reading
def watch(request: HttpRequest, pk: str) -> HttpResponse:
    """The whole page, or for htmx the section that the board shows at its end."""
    campaign = one(request, pk)
    level = audience(campaign, request.user)
    run = campaign.runs.filter(audience=level).first()
    said = json.loads(run.watch) if run else []
    drafts = Inputs.of(campaign, level).drafts
    groups = [(draft, [_mention(row) for row in said if row["draft"] == draft.name]) for draft in drafts]
    context = {"campaign": campaign, "groups": [(draft, rows) for draft, rows in groups if rows], "run": run}
    return render(request, "campaigns/watched.html" if request.htmx else "campaigns/watch.html", context)


def _mention(row: dict[str, Any]) -> Mention:
    gone = row["change"] == "lost" and row["passage"] == row["before"]
    here = None if gone else _marked(row["passage"], row["mentions"])
    before = _marked(row["before"], row["before_mentions"]) if row["before"] else None
    return Mention(row["change"], row["passage"]["number"], here, before)


def _marked(passage: dict[str, Any], spans: list[list[int]]) -> Markup:
    return marked(passage["text"], (Layer("mention", [(start, end) for start, end in spans]),))
