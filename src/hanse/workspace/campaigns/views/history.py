"""Who changed what, and when?"""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hanse.workspace.accounts.rights import reading
from hanse.workspace.campaigns.histories import history
from hanse.workspace.campaigns.views import one


@reading
def changes(request: HttpRequest, pk: str) -> HttpResponse:
    """Every change of the campaign that the visitor may know of, newest first."""
    campaign = one(request, pk)
    page = Paginator(history(campaign, request.user), 100).get_page(request.GET.get("page"))
    named = request.user.is_authenticated
    return render(request, "campaigns/history.html", {"campaign": campaign, "page": page, "named": named})
