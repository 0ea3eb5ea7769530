"""Which survey is meant? One that the visitor may see."""

from __future__ import annotations

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from hanse.workspace.surveys.models import Survey


def one(request: HttpRequest, pk: str) -> Survey:
    """A survey that the visitor sees. Raises Http404 for any other."""
    found: Survey = get_object_or_404(Survey.objects.visible_to(request.user), pk=pk)
    return found
