"""The pages of a campaign; every view finds its campaign through `one`."""

from __future__ import annotations

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from hanse.workspace.campaigns.models import Campaign


def one(request: HttpRequest, pk: str) -> Campaign:
    """The campaign, if the visitor may know of it; else 404."""
    return get_object_or_404(Campaign.objects.visible_to(request.user), pk=pk)
