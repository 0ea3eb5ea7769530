"""Which texts does the campaign compare? Drafts, record and statements; added, uploaded, taken out."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_POST

from hanse.errors import HanseError
from hanse.workspace.accounts.rights import Right, may, needs, reading
from hanse.workspace.campaigns import texts as shelf
from hanse.workspace.campaigns.audience import audience
from hanse.workspace.campaigns.forms_texts import BringForm, TakeForm
from hanse.workspace.campaigns.inputs import Inputs
from hanse.workspace.campaigns.models import Campaign
from hanse.workspace.campaigns.models.texts import As
from hanse.workspace.campaigns.views import one
from hanse.workspace.documents.models import Upload
from hanse.workspace.documents.uploading import kept
from hanse.workspace.jobs.work import start


@reading
def texts(request: HttpRequest, pk: str) -> HttpResponse:
    """All texts by role, and for officers the two ways to add more."""
    campaign = one(request, pk)
    forms = {}
    if may(request.user, Right.CAMPAIGN):
        forms = {"take": TakeForm(campaign=campaign, user=request.user, auto_id="take_%s"), "bring": BringForm()}
    return _page(request, campaign, **forms)


@needs(Right.CAMPAIGN)
@require_POST
def take(request: HttpRequest, pk: str) -> HttpResponse:
    """Add documents that the office has."""
    campaign = one(request, pk)
    form = TakeForm(request.POST, campaign=campaign, user=request.user, auto_id="take_%s")
    if not form.is_valid():
        return _page(request, campaign, take=form, bring=BringForm())
    for document in form.cleaned_data["documents"]:
        _take(request, campaign, document, form.cleaned_data["role"], form.cleaned_data["parent"])
    return redirect("campaign-texts", pk=pk)


def _take(request: HttpRequest, campaign: Any, document: Any, role: str, parent: Any) -> None:
    """Put a document into a campaign; what speaks against it is told."""
    try:
        shelf.take(campaign, document, As(role), parent)
    except HanseError as error:
        messages.error(request, error.sentence)


@needs(Right.CAMPAIGN)
@require_POST
def bring(request: HttpRequest, pk: str) -> HttpResponse:
    """Upload files straight into the campaign: kept at once, read by a job."""
    campaign = one(request, pk)
    form = BringForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(
            request, campaign, take=TakeForm(campaign=campaign, user=request.user, auto_id="take_%s"), bring=form
        )
    said = {field: form.cleaned_data[field] for field in ("role", "handling", "actor")}
    files = [(file.name, *kept(file)) for file in form.cleaned_data["files"]]
    reading = ngettext(
        "Reading %(number)s text for %(campaign)s", "Reading %(number)s texts for %(campaign)s", len(files)
    )
    with transaction.atomic():
        job = start(
            "campaigns.texts",
            title=(reading % {"number": len(files), "campaign": campaign.title})[:300],
            owner=request.user,
            campaign=campaign.pk,
            **said,
        )
        Upload.objects.bulk_create(
            Upload(job=job, name=name[:300], sha256=sha256, refused=refused) for name, sha256, refused in files
        )
    return redirect("job", pk=job.pk)


@needs(Right.CAMPAIGN)
@require_POST
def take_out(request: HttpRequest, pk: str, text: str) -> HttpResponse:
    """Leave a text out; the page offers to bring it back."""
    campaign = one(request, pk)
    held = get_object_or_404(campaign.in_reading_order(request.user), pk=text)
    shelf.take_out(held)
    return redirect(f"{request.path.rsplit('/', 3)[0]}/?out={held.pk}")


@needs(Right.CAMPAIGN)
@require_POST
def put_back(request: HttpRequest, pk: str, text: str) -> HttpResponse:
    campaign = one(request, pk)
    held = get_object_or_404(campaign.texts.filter(taken_out=True).select_related("document"), pk=text)
    _take(request, campaign, held.document, held.role, held.parent)
    return redirect("campaign-texts", pk=pk)


@needs(Right.CAMPAIGN)
@require_POST
def doubts_seen(request: HttpRequest, pk: str) -> HttpResponse:
    """Somebody has looked at what was refused or read with doubt."""
    campaign = one(request, pk)
    campaign.doubts = []
    campaign.save()
    return redirect("campaign-texts", pk=pk)


def _page(request: HttpRequest, campaign: Campaign, **forms: object) -> HttpResponse:
    inputs = Inputs.of(campaign, audience(campaign, request.user))
    context = {
        "campaign": campaign,
        "groups": [
            (_("Drafts"), _("None yet: versions of the text under negotiation, in their order."), inputs.drafts),
            (_("Statements"), _("None yet: what cities ask for; asks are found in them."), inputs.statements),
            (
                pgettext("role of a text", "Record"),
                _("None yet: agreed language, earlier texts, other actors’ proposals."),
                inputs.record,
            ),
        ],
        "doubts": campaign.doubts if may(request.user, Right.CAMPAIGN) else (),
        "out": campaign.texts.filter(taken_out=True, pk=request.GET.get("out", "")).first(),
        **forms,
    }
    return render(request, "campaigns/texts.html", context)
