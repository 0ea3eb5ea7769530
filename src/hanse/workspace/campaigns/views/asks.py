"""What do cities want in the text? The asks: proposed ones accepted or discarded, all of them edited."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from hanse.errors import HanseError, echoed
from hanse.workspace.accounts.rights import Right, needs, reading
from hanse.workspace.campaigns import editing
from hanse.workspace.campaigns.forms_asks import AskForm, SplitForm
from hanse.workspace.campaigns.models import AskRecord
from hanse.workspace.campaigns.views import one


@reading
def asks(request: HttpRequest, pk: str) -> HttpResponse:
    """All asks, proposed ones marked; discarded ones at the end, for whoever may bring them back."""
    campaign = one(request, pk)
    held = campaign.asks.visible_to(request.user).select_related("source__document")
    standing = [each for each in held if not each.discarded]
    context = {
        "campaign": campaign,
        "asks": standing,
        "discarded": [each for each in held if each.discarded],
        "proposed": sum(each.proposed for each in standing),
        "statements": campaign.in_reading_order(request.user).filter(role="statement"),
    }
    return render(request, "campaigns/asks.html", context)


@needs(Right.CAMPAIGN)
def add(request: HttpRequest, pk: str) -> HttpResponse:
    """Write an ask by hand."""
    campaign = one(request, pk)
    form = AskForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        ask = editing.add(campaign, form.save(commit=False))
        messages.success(request, _("“%(name)s” was added.") % {"name": echoed(ask.name)})
        return redirect("campaign-asks", pk=pk)
    return render(request, "campaigns/form.html", {"campaign": campaign, "form": form, "heading": _("Add an ask")})


@needs(Right.CAMPAIGN)
def edit(request: HttpRequest, pk: str, ask: str) -> HttpResponse:
    """Correct an ask; whoever corrects a proposed one accepts it."""
    campaign, record = one(request, pk), _ask(request, pk, ask)
    form = AskForm(request.POST or None, instance=record)
    if request.method == "POST" and form.is_valid():
        record = form.save(commit=False)
        record.proposed = False
        if "text" in form.changed_data:
            editing.tie(record)
        record.save()
        return redirect("campaign-asks", pk=pk)
    context = {"campaign": campaign, "form": form, "ask": record, "heading": _("Edit %(name)s") % {"name": record.name}}
    return render(request, "campaigns/form.html", context)


@needs(Right.CAMPAIGN)
def split(request: HttpRequest, pk: str, ask: str) -> HttpResponse:
    """Make several asks of one: each paragraph of the form becomes an ask."""
    campaign, record = one(request, pk), _ask(request, pk, ask)
    form = SplitForm(request.POST or None, initial={"parts": record.text})
    if request.method == "POST" and form.is_valid():
        editing.split(record, form.cleaned_data["parts"])
        return redirect("campaign-asks", pk=pk)
    context = {
        "campaign": campaign,
        "form": form,
        "ask": record,
        "heading": _("Split %(name)s") % {"name": record.name},
    }
    return render(request, "campaigns/form.html", context)


@needs(Right.CAMPAIGN)
@require_POST
def change(request: HttpRequest, pk: str) -> HttpResponse:
    """What is done with the chosen asks: accept, merge, discard, restore; and ``find`` in the statements."""
    campaign = one(request, pk)
    chosen = list(campaign.asks.visible_to(request.user).filter(pk__in=request.POST.getlist("ask")))
    doing = request.POST.get("do")
    try:
        if doing == "find":
            _tell_found(request, sum(len(editing.find(campaign, each)) for each in _statements(request, campaign)))
        elif doing == "merge":
            _tell_merged(request, editing.merge(chosen), len(chosen))
        else:
            for ask in chosen:
                _one_change(doing, ask)
    except (HanseError, ValueError) as error:
        messages.error(request, getattr(error, "sentence", _("Choose two or more asks to merge.")))
    return redirect("campaign-asks", pk=pk)


def _one_change(doing: str | None, ask: AskRecord) -> None:
    if doing == "accept":
        editing.accept(ask)
    elif doing in ("discard", "restore"):
        editing.discard(ask, doing == "discard")


def _statements(request: HttpRequest, campaign: object) -> object:
    return campaign.in_reading_order(request.user).filter(role="statement")  # type: ignore[attr-defined]


def _tell_found(request: HttpRequest, number: int) -> None:
    if number:
        told = ngettext(
            "%(number)s ask was found; it is proposed until somebody accepts it.",
            "%(number)s asks were found; they are proposed until somebody accepts them.",
            number,
        )
        messages.success(request, told % {"number": number})
    else:
        messages.info(request, _("No further asks were found in the statements."))


def _tell_merged(request: HttpRequest, one: AskRecord, number: int) -> None:
    told = ngettext(
        "“%(name)s” now holds what %(number)s ask said.", "“%(name)s” now holds what %(number)s asks said.", number
    )
    messages.success(request, told % {"name": echoed(one.name), "number": number})


def _ask(request: HttpRequest, pk: str, ask: str) -> AskRecord:
    return get_object_or_404(one(request, pk).asks.visible_to(request.user), pk=ask)
