"""What can be asked of the words of texts? The way in to everything of this room."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hanse.workspace.accounts.rights import reading
from hanse.workspace.documents.models import Document
from hanse.workspace.visibility.lexicons import in_force
from hanse.workspace.visibility.seen import called

LATEST = 12


@reading
def wording(request: HttpRequest) -> HttpResponse:
    """The page."""
    documents = Document.objects.visible_to(request.user)
    context = {"documents": documents.order_by("-added", "pk")[:LATEST], "lexicon": called(in_force())}
    return render(request, "visibility/wording.html", context)
