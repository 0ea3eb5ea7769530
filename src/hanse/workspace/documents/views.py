"""What does the office hold, and what does it say?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from hanse.workspace.accounts.rights import reading
from hanse.workspace.documents.models import Document


@reading
def documents(request: HttpRequest) -> HttpResponse:
    return render(request, "documents/documents.html", {"documents": Document.objects.visible_to(request.user)})


@reading
def document(request: HttpRequest, pk: str) -> HttpResponse:
    found = get_object_or_404(Document.objects.visible_to(request.user), pk=pk)
    return render(request, "documents/document.html", {"document": found})


@reading
def search(request: HttpRequest) -> HttpResponse:
    return render(request, "documents/documents.html", {})
