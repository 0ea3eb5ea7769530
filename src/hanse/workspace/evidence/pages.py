"""What do the pages of claims show? The list by state; of one claim, the evidence on both sides; what is told apart."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from hanse.workspace.accounts.rights import Right, may
from hanse.workspace.evidence import saying
from hanse.workspace.evidence.forms import JudgementForm
from hanse.workspace.evidence.models import Evidence, Judgement
from hanse.workspace.evidence.pieces import sides
from hanse.workspace.evidence.states import LABELS, State, state, states
from hanse.workspace.evidence.values import told
from hanse.workspace.registry.as_of import AsOf, Count
from hanse.workspace.registry.filters import no_choice
from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.registry.listing import listed, said_aside
from hanse.workspace.registry.models import Claim
from hanse.workspace.registry.pages import listing, page
from hanse.workspace.registry.said import links_of
from hanse.workspace.registry.views.lists import Counted


@page("claims")
def claim(request: HttpRequest, record: Claim, as_of: AsOf) -> HttpResponse:
    """One claim: who makes it, how it stands, what supports and what contrasts it."""
    user = request.user
    both = sides(record, user)
    address = settings.HANSE_ADDRESS or request.build_absolute_uri("/").rstrip("/")
    context = {
        "record": record,
        "link": links_of([record.source], user)[record.source_id],
        "state": state(record, user),
        "sides": both,
        "columns": (("supports", both.supports), ("contrasts", both.contrasts)),
        "values": told(record, user),
        "judges": may(user, Right.REVIEW),
        "keeps": may(user, Right.RECORD),
        "form": JudgementForm(auto_id=False),
        "history": _history(record, user),
        "public": is_public(record),
        "address": address,
        "snippet": render_to_string("evidence/parts/snippet.html", {"record": record, "address": address}),
        "withdrawn": Judgement.objects.filter(
            pk=request.GET.get("withdrawn", ""), judge=user if user.is_authenticated else None
        )
        .exclude(withdrawn=None)
        .first(),
        "gone": Evidence.objects.removed_for(user).filter(pk=request.GET.get("gone", ""), claim=record).first(),
        "as_of": as_of,
    }
    return render(request, "evidence/claim.html", context)


def is_public(record: Claim) -> bool:
    """Whether everybody may see the claim: only then has it a badge."""
    if not settings.HANSE_OPEN_TO_PUBLIC:
        return False
    return Claim.objects.visible_to(AnonymousUser()).filter(pk=record.pk).exists()


def _history(record: Claim, user: Any) -> list[Any]:
    seen = Evidence.objects.of_seen([record.pk], user).order_by().values("pk")
    entries = Judgement.history.filter(evidence_id__in=seen).select_related("evidence", "judge")
    return list(entries.order_by("-history_date", "-history_id")[:200])


@page("evidence")
def evidence(request: HttpRequest, record: Evidence, as_of: AsOf) -> HttpResponse:
    """A piece of evidence is shown where it belongs: on the page of its claim."""
    return redirect(f"{record.claim.get_absolute_url()}#{record.pk}")


@listing("claims")
def claims(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """The claims, each with how it stands; narrowed by that too."""
    kind, user = KINDS["claims"], request.user
    asked = request.GET.copy()
    wanted = asked.pop("state", [""])[-1]
    found = listed(kind, asked, user, as_of)
    choices = [("", _("any")), *((label, saying.CALLED[label]) for label in LABELS)]
    found.filters.fields["state"] = forms.ChoiceField(choices=choices, required=False, label=capfirst(_("state")))
    found.filters.data = request.GET
    records, problem = found.records, found.problem or no_choice(_("state"), wanted, choices, kind.labels)
    if wanted and not problem:
        records = _in_state(records, wanted, user)
    count = Count(0, 0) if problem else Count(records.count(), 0)
    here = Counted(kind, records.none() if problem else records, count.total).get_page(request.GET.get("page"))
    how = states(list(here), user)
    gone = kind.records().removed_for(user)
    context = {
        "kind": kind,
        "list": {
            "records": records,
            "count": count,
            "any": found.any,
            "filters": found.filters,
            "filtered": found.filtered or bool(wanted),
            "tied_to": found.tied_to,
            "problem": problem,
        },
        "page": here,
        "lines": [(each, _aside(kind, each, how[each.pk])) for each in here],
        "as_of": as_of,
        "just_removed": gone.filter(pk=request.GET.get("removed", "")).first(),
        "gone": gone.count() if may(user, Right.RECORD) else 0,
    }
    return render(request, "evidence/claims.html", context)


def _in_state(records: Any, wanted: str, user: Any) -> Any:
    """Those of ``records`` that stand so for this user. A claim that nobody judged is open: it need not be asked."""
    judged = Judgement.objects.standing().order_by().values("evidence__claim")
    how = states(list(records.filter(pk__in=judged)), user)
    if wanted == "open":
        return records.exclude(pk__in=[pk for pk, each in how.items() if each.label != "open"])
    return records.filter(pk__in=[pk for pk, each in how.items() if each.label == wanted])


def _aside(kind: Any, record: Claim, how: State) -> SafeString:
    judged = saying.judged(how) if how.judged.total else ""
    parts = " · ".join(filter(None, (judged, *saying.apart(how), said_aside(kind, record))))
    return format_html('<span class="claim-state {}">{}</span> {}', how.label, saying.called(how), parts)
