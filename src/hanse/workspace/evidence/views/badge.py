"""How does another site show how a claim stands? A picture, and a page to frame: public claims only, no cookie."""

from __future__ import annotations

from typing import Any

from csp.decorators import csp_replace
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.views.decorators.clickjacking import xframe_options_exempt

from hanse.workspace.accounts.rights import reading
from hanse.workspace.evidence import saying
from hanse.workspace.evidence.drawing import drawn
from hanse.workspace.evidence.pages import is_public
from hanse.workspace.evidence.states import state
from hanse.workspace.languages import speaking
from hanse.workspace.registry.models import Claim

KEPT_FOR = 300
"""Seconds that other sites may show a badge without asking again."""


@reading
def badge(request: HttpRequest, pk: str) -> HttpResponse:
    """The picture, as the public sees the claim whoever looks; in the language that ``?language=fr`` names."""
    claim = _public(pk)
    how = state(claim, AnonymousUser())
    with speaking(request.GET.get("language", "en")):
        picture = drawn(how.label, list(filter(None, (saying.called(how), saying.judged(how), saying.proposed(how)))))
    response = HttpResponse(picture, content_type="image/svg+xml")
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    patch_cache_control(response, public=True, max_age=KEPT_FOR)
    return response


@csp_replace({"frame-ancestors": ["*"]})
@xframe_options_exempt
@reading
def embed(request: HttpRequest, pk: str) -> HttpResponse:
    """The claim in a few lines, with its state, to be framed."""
    claim = _public(pk)
    context = {"claim": claim, "state": state(claim, AnonymousUser()), "address": settings.HANSE_ADDRESS}
    response = render(request, "evidence/embed.html", context)
    patch_cache_control(response, public=True, max_age=KEPT_FOR)
    return response


def _public(pk: str) -> Any:
    claim = Claim.objects.visible_to(AnonymousUser()).filter(pk=pk).select_related("source").first()
    if claim is None or not is_public(claim):
        raise Http404
    return claim
