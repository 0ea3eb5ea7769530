"""Which of our asks are open, what does the counterpart hold of them, and what does it ask for itself?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from hanse.places.folding import spaced
from hanse.saying import comma
from hanse.workspace.accounts.rights import Handling, Right, may, sees
from hanse.workspace.briefings.meeting import Meeting
from hanse.workspace.campaigns.audience import audience
from hanse.workspace.campaigns.inputs import Inputs
from hanse.workspace.campaigns.judging import judgement, verdicts
from hanse.workspace.campaigns.models import AskRecord, Campaign, CampaignDocument, Position
from hanse.workspace.documents.models import Passage

MET = "reflected"
"""The outcome of an ask that needs nothing more."""


@dataclass(frozen=True, slots=True)
class OpenAsk:
    """An ask that the latest draft does not have in full; ``outcome`` is empty where no draft was traced.

    ``level`` is the handling level that one must see to know of the outcome.
    """

    ask: AskRecord
    draft: CampaignDocument | None
    outcome: str
    proposed: bool
    level: str

    @property
    def address(self) -> str:
        """The cell that shows how the outcome was found; else the campaign."""
        if self.draft is None or not self.outcome:
            return self.ask.campaign.get_absolute_url()
        return reverse("cell", args=[self.ask.campaign_id, self.ask.pk, self.draft.pk])


@dataclass(frozen=True, slots=True)
class Held:
    """A position on an open ask; ``state`` where it is of the state that the counterpart lies in."""

    position: Position
    on: OpenAsk
    quote: str
    source: str
    href: str
    state: bool


def positions(meeting: Meeting) -> list[Held]:
    """What the counterpart's delegation holds of open asks; of a city, its state's. Only those who run campaigns."""
    if not may(meeting.user, Right.CAMPAIGN) or Handling.RESTRICTED not in sees(meeting.user):
        return []
    campaigns = Campaign.objects.visible_to(meeting.user).order_by()
    every = Position.objects.filter(campaign__in=campaigns)
    named = {name: spaced(name) for name in every.order_by().values_list("delegation", flat=True).distinct()}
    own = {name for name, folded in named.items() if folded in meeting.names}
    state = {name for name, folded in named.items() if folded in meeting.state_names} - own
    found = list(every.filter(delegation__in=own | state).select_related("ask", "campaign", "source__document"))
    opened = open_asks({each.campaign for each in found}, {each.ask_id for each in found}, meeting.user)
    texts = _passages([(each.source, each.paragraph) for each in found if each.source_id], meeting.user)
    return [
        Held(each, opened[each.ask_id], *_proof(each, texts), state=each.delegation in state)
        for each in found
        if each.ask_id in opened
    ]


def own_asks(meeting: Meeting) -> list[AskRecord]:
    """What the counterpart itself asks for in our campaigns."""
    campaigns = Campaign.objects.visible_to(meeting.user).order_by()
    every = AskRecord.objects.visible_to(meeting.user).standing().filter(campaign__in=campaigns, proposed=False)
    names = list(every.order_by().values_list("actor", flat=True).distinct())
    theirs = [name for name in names if spaced(name) and spaced(name) in meeting.names]
    return list(every.filter(actor__in=theirs).select_related("campaign", "source__document").order_by("-date", "pk"))


def sources_of(asks: Iterable[AskRecord], user: Any) -> dict[str, tuple[str, str]]:
    """Of each ask that was found in a text: the text with the number of the passage, and where that is read."""
    asked = [each for each in asks if each.source_id]
    keys = {(each.source.document_id, each.passage) for each in asked}
    held = Passage.objects.visible_to(user).filter(document__in={document for document, _pid in keys})
    found = {}
    for each in held.filter(pid__in={pid for _document, pid in keys}).select_related("document"):
        found[each.document_id, each.pid] = each
    return {
        each.pk: (_cited(each.source, passage.number), passage.get_absolute_url())
        for each in asked
        if (passage := found.get((each.source.document_id, each.passage)))
    }


def open_asks(campaigns: Iterable[Campaign], keys: set[str], user: Any) -> dict[str, OpenAsk]:
    """Of the asks of some campaigns those that are open, with what became of them in the latest draft."""
    found: dict[str, OpenAsk] = {}
    for campaign in sorted(campaigns, key=lambda each: each.pk):
        level = audience(campaign, user)
        inputs = Inputs.of(campaign, level)
        draft = inputs.drafts[-1] if inputs.drafts else None
        told = _outcomes(campaign, level, draft) if draft else {}
        for ask in inputs.asks:
            if ask.pk not in keys:
                continue
            ask.campaign = campaign
            outcome, proposed, met = told.get(ask.pk, ("", False, False))
            if not met:
                found[ask.pk] = OpenAsk(ask, draft, outcome, proposed, level)
    return found


def _outcomes(campaign: Campaign, level: str, draft: CampaignDocument) -> dict[str, tuple[str, bool, bool]]:
    """By ask: outcome in a draft, whether only the machine says so, and whether the ask is met."""
    said = verdicts(campaign, level)
    rows = campaign.findings.filter(audience=level, draft=draft).values_list("ask_id", "outcome", "met", "judged")
    found = {}
    for ask, machine, met, judged in rows:
        one = judgement(machine, judged, said.get((ask, draft.pk), ()))
        done = met == "yes" if one.outcome == machine else one.outcome == MET
        found[ask] = (one.outcome, one.standing == "proposed", done)
    return found


def _proof(position: Position, texts: dict[tuple[str, str], Passage]) -> tuple[str, str, str]:
    """What proves a position: the words, the text with its paragraph or the office's note, and where that is read."""
    notes = reverse("campaign-delegations", args=[position.campaign_id])
    if position.source_id is None:
        return "", position.note, notes
    passage = texts.get((position.source.document_id, position.paragraph))
    if passage is None:
        return position.note, _cited(position.source, position.paragraph), position.source.document.get_absolute_url()
    return passage.text, _cited(position.source, position.paragraph), passage.get_absolute_url()


def _cited(text: CampaignDocument, number: str) -> str:
    """ "A/RES/73/195, para. 31": symbol or title, and number."""
    name = text.document.symbol or text.document.title
    return f"{name}{comma()}{number}" if number else name


def _passages(wanted: list[tuple[CampaignDocument, str]], user: Any) -> dict[tuple[str, str], Passage]:
    documents = {text.document_id for text, _number in wanted}
    numbers = {number for _text, number in wanted if number}
    held = Passage.objects.visible_to(user).filter(document__in=documents, number__in=numbers)
    found = held.select_related("document").order_by("-order")
    return {(each.document_id, each.number): each for each in found}
