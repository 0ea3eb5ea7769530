"""Which campaigns are there?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hanse.workspace.accounts.rights import reading


@reading
def campaigns(request: HttpRequest) -> HttpResponse:
    return render(request, "campaigns/campaigns.html")
