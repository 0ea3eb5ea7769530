"""How does another site show the pledges? A bare list that may be framed anywhere: public pledges only, no cookie."""

from __future__ import annotations

from csp.decorators import csp_replace
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_exempt

from hanse.workspace.accounts.rights import reading
from hanse.workspace.pledges.choosing import Choice, chosen, published
from hanse.workspace.registry.as_of import as_of

MOST = 500


@csp_replace({"frame-ancestors": ["*"]})
@xframe_options_exempt
@reading
def embed(request: HttpRequest) -> HttpResponse:
    """The list with the filters of its address, as the public sees it whoever looks."""
    if not settings.HANSE_OPEN_TO_PUBLIC:
        raise Http404
    anyone = AnonymousUser()
    held, day = published(anyone), as_of(request)
    choice = Choice(request.GET, held, anyone)
    lines = chosen(held, choice.wanted(), anyone, day)
    context = {"lines": lines[:MOST], "count": len(lines), "as_of": day, "address": settings.HANSE_ADDRESS}
    return render(request, "pledges/embed.html", context)
