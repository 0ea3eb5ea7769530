"""What does the ledger show? The list of positions, and one position with all that stands behind it."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from hanse.reports import phrases
from hanse.workspace.accounts.rights import Right, may, needs, reading
from hanse.workspace.audit.models import Verb
from hanse.workspace.audit.pending import note
from hanse.workspace.campaigns.audience import audience
from hanse.workspace.campaigns.models import AskRecord, Campaign, Review
from hanse.workspace.campaigns.opened import cell_address, opened
from hanse.workspace.impact.ledger import exporting, findings, words
from hanse.workspace.impact.ledger.choosing import Choice
from hanse.workspace.impact.ledger.forms import OutsideForm, ReplyForm
from hanse.workspace.impact.ledger.influence import influenced
from hanse.workspace.impact.ledger.positions import Ledger, Position, grouped
from hanse.workspace.impact.ledger.reviewers import stated
from hanse.workspace.impact.ledger.rule import STATES
from hanse.workspace.registry.as_of import as_of

PER_PAGE = 50


@reading
def ledger(request: HttpRequest) -> HttpResponse:
    """The positions of a day, those that count first; the others apart, by state."""
    day = as_of(request)
    whole = influenced(request.user, day.day)
    choice = Choice(request.GET, whole)
    problem = choice.problem
    chosen = whole.only(() if problem else choice.chosen(whole.positions))
    state = choice.state_wanted
    held = chosen.of(state)
    units = [(each,) for each in held] if choice.by_ask else list(grouped(held))
    here = Paginator(units, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "whole": whole,
        "ledger": chosen,
        "choice": choice,
        "problem": problem,
        "state": state,
        "states": [(each, words.STATES[each], _number(chosen, each, choice.by_ask)) for each in STATES],
        "page": here,
        "rule": words.rule(),
        "left_out": words.left_out(whole.left_out),
        "silent": _silent(request.user, whole),
        "as_of": day,
        "say": phrases,
    }
    return render(request, "impact/ledger/ledger.html", context)


def _number(ledger: Ledger, state: Any, by_ask: bool) -> int:
    held = ledger.of(state)
    return len(held) if by_ask else len(grouped(held))


def _silent(user: Any, ledger: Ledger) -> list[Position]:
    """What the user confirmed without stating where they belong."""
    if not may(user, Right.REVIEW):
        return []
    own = set(Review.objects.filter(reviewer=user).values_list("pk", flat=True))
    return [
        each
        for each in ledger.positions
        if any(said.key in own and said.why in ("silent", "lapsed") for said in each.confirmed if each.ask)
    ]


@reading
def finding(request: HttpRequest, ask: str, draft: str) -> HttpResponse:
    """One ask in the text that counts: its words and the passage side by side, rivals, who confirmed it, replies."""
    return finding_page(request, ask, draft)


def finding_page(
    request: HttpRequest, ask: str, draft: str, *, statement: Any = None, reply: Any = None, status: int = 200
) -> HttpResponse:
    """The page of a position, with forms that were filled in."""
    position = position_of(request, ask, draft)
    campaign = campaign_of(request, ask)
    shown = opened(campaign, audience(campaign, request.user), ask, draft)
    if shown is None:
        raise Http404
    own = own_review(request.user, ask, draft)
    inside = next((each for each in position.confirmed if own and each.key == own.pk), None)
    context = {
        "position": position,
        "campaign": campaign,
        "shown": shown,
        "cell_address": cell_address(campaign, shown.ask, shown.draft),
        "own": own,
        "may_state": own is not None and inside is not None and inside.why not in ("campaign", "speaks"),
        "statement": statement or OutsideForm(user=request.user, instance=stated(own) if own else None),
        "reply": reply or ReplyForm() if may(request.user, Right.RECORD) else None,
        "reply_open": reply is not None,
        "missing": words.missing(position),
        "as_of": as_of(request),
        "say": phrases,
    }
    return render(request, "impact/ledger/finding.html", context, status=status)


def position_of(request: HttpRequest, ask: str, draft: str) -> Position:
    """The position; Http404 where there is none that the visitor may see."""
    found = findings.one(request.user, ask, draft, as_of(request).day)
    if found is None:
        raise Http404
    return found


def campaign_of(request: HttpRequest, ask: str) -> Campaign:
    held = AskRecord.objects.filter(pk=ask).values("campaign")
    found = Campaign.objects.visible_to(request.user).filter(pk__in=held).first()
    if found is None:
        raise Http404
    return found


def own_review(user: Any, ask: str, draft: str) -> Review | None:
    """The visitor's own verdict on a finding."""
    if not may(user, Right.REVIEW):
        return None
    return Review.objects.filter(reviewer=user, ask=ask, draft=draft).select_related("outside").first()


@needs(Right.EXPORT)
def export(request: HttpRequest, form: str) -> HttpResponse:
    """The list as it is shown, all states where none is chosen: one row a position, with its evidence."""
    if form not in exporting.FORMS:
        raise Http404
    day = as_of(request)
    whole = influenced(request.user, day.day)
    choice = Choice(request.GET, whole)
    if choice.problem:
        return render(request, "impact/ledger/refused.html", {"problem": choice.problem}, status=422)
    chosen = choice.chosen(whole.positions)
    if state := choice.wanted().get("state"):
        chosen = [each for each in chosen if each.state == state]
    name = f"positions-influenced-{day.day.isoformat()}.{form}"
    if any(each.handling == "restricted" for each in chosen):
        note(Verb.DOWNLOADED, person=request.user, model="impact.change", said=name)
    file = exporting.FORMS[form](chosen, day.day)
    return FileResponse(file, as_attachment=True, filename=name, content_type=exporting.TYPES[form])
