"""How did a city's words come to stand in a text? An ask's way through the drafts, as the public may see it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from hanse.reports.impact import Quote, Step, Story, Voice
from hanse.reports.reasons import said as said_again
from hanse.saying import comma
from hanse.text.document import Passage
from hanse.workspace.campaigns.audience import audience, up_to
from hanse.workspace.campaigns.inputs import in_order
from hanse.workspace.campaigns.models import AskRecord, CampaignDocument, FindingRecord
from hanse.workspace.campaigns.models.texts import As
from hanse.workspace.impact.ledger import Position, influenced
from hanse.workspace.impact.models import Snapshot
from hanse.workspace.impact.report.evidence import POSITIONS, numbered, voice
from hanse.workspace.impact.snapshots import PUBLIC


def stories(snapshots: Sequence[Snapshot], most: int) -> tuple[Story, ...]:
    """At most so many of the asks that the snapshots count: of adopted texts first, of one campaign after the other."""
    counted = {
        (each.record, snapshot.as_of) for snapshot in snapshots for each in snapshot.members.filter(kind__in=POSITIONS)
    }
    found = [
        position
        for day in sorted({day for _record, day in counted})
        for position in influenced(PUBLIC, day).positions
        if (position.key, day) in counted and position.kind == "finding"
    ]
    return tuple(_story(each) for each in _chosen(found, most))


def again(told: Sequence[Story], snapshots: Sequence[Snapshot]) -> list[Story | None]:
    """The same stories as the public may read them today; None for one that it may not any more."""
    if not told:
        return []
    days = sorted({each.as_of for each in snapshots})
    today = {
        (each.campaign, each.asked, each.asked_on): each for day in days for each in influenced(PUBLIC, day).positions
    }
    there = [today.get((each.title, each.asked.words, str(each.date))) for each in told]
    return [_story(each) if each else None for each in there]


def _chosen(positions: Sequence[Position], most: int) -> list[Position]:
    """The best of each campaign, then the second of each, and so on."""
    ranked = sorted(positions, key=lambda each: (not (each.text and each.text.adopted), each.date or "9999", each.key))
    taken: dict[str, int] = {}
    placed = []
    for each in ranked:
        taken[each.campaign] = taken.get(each.campaign, 0) + 1
        placed.append((taken[each.campaign], len(placed), each))
    return [each for _turn, _rank, each in sorted(placed, key=lambda one: one[:2])][:most]


def _story(position: Position) -> Story:
    actor = comma().join(each.name for each in position.claimants)
    steps = tuple(_steps(position))
    return Story(
        title=position.campaign,
        actor=actor,
        date=position.asked_on,
        asked=Quote(position.asked, comma().join(filter(None, (position.source, position.ask))), position.address),
        steps=steps,
        adopted=bool(position.text and position.text.adopted),
    )


def _steps(position: Position) -> Iterator[Step]:
    """Each draft up to the one that counts, with the finding that the public has."""
    _kind, ask_key, draft_key = position.key.split("-")
    ask = AskRecord.objects.select_related("campaign").get(pk=ask_key)
    level = audience(ask.campaign, PUBLIC)
    held = CampaignDocument.objects.standing().filter(campaign=ask.campaign, role=As.DRAFT)
    drafts = in_order(held.filter(document__handling__in=up_to(level)).select_related("document"))
    rows = FindingRecord.objects.filter(ask=ask, audience=level)
    findings = {each.draft_id: each for each in rows}
    for draft in drafts:
        if draft.pk in findings:
            yield _step(position, draft, findings[draft.pk], last=draft.pk == draft_key)
        if draft.pk == draft_key:
            return


def _step(position: Position, draft: CampaignDocument, finding: FindingRecord, *, last: bool) -> Step:
    cell: dict[str, Any] = json.loads(finding.cell)
    words = cell["draft_passage"]
    outcome = position.outcome if last else finding.outcome
    judged = comma().join(_told(voice(each)) for each in position.confirmed) if last else ""
    return Step(
        draft=draft.document.title,
        date=draft.document.date,
        outcome=outcome,  # type: ignore[arg-type]
        passage=_quote(words, draft) if words else None,
        why=said_again(cell["why"]) or cell["why"],
        judged=judged,
    )


def _quote(words: Any, draft: CampaignDocument) -> Quote:
    where = numbered(Passage(words["id"], words["text"], number=words["number"], page=words["page"]))
    return Quote(words["text"], where, draft.document.get_absolute_url(), _tag(draft.document.language))


def _tag(language: str) -> str:
    return "" if language == "und" else language


def _told(voice: Voice) -> str:
    return _("%(who)s (%(why)s)") % {"who": voice.who, "why": voice.why} if voice.why else voice.who
