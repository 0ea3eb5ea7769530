"""How do the asks of a statement get into a campaign? With one click, by its frozen text."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hanse.errors import HanseError
from hanse.workspace.accounts.rights import Right, needs
from hanse.workspace.campaigns.models import Campaign
from hanse.workspace.languages import menu
from hanse.workspace.statements.asking import asks_of, bring
from hanse.workspace.statements.views.seen import frozen, language_of


@needs(Right.CAMPAIGN)
def asks(request: HttpRequest, pk: str, number: int) -> HttpResponse:
    """What the statement asks for, as the machine finds it, and the campaigns that it can go to."""
    version = frozen(request, pk, number)
    language = language_of(request, version.language_codes)
    campaigns = Campaign.objects.visible_to(request.user)
    if request.method == "POST":
        campaign = get_object_or_404(campaigns, pk=request.POST.get("campaign", ""))
        try:
            found = bring(version, language, campaign, request.user)
        except HanseError as refused:
            messages.error(request, refused.sentence)
            return redirect("statement-asks", pk, number)
        said = ngettext("%d ask is proposed; look at it.", "%d asks are proposed; look at them.", len(found))
        messages.success(request, said % len(found) if found else _("No new ask was found in it."))
        return redirect("campaign-asks", campaign.pk)
    context = {
        "version": version,
        "statement": version.statement,
        "found": asks_of(version, language),
        "campaigns": campaigns,
        "language": language,
        "languages": menu(version.language_codes),
    }
    return render(request, "statements/asks.html", context)
