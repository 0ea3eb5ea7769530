"""What stands on the page of a document: ways to who cites it and to its references; the tally, where it is cited."""

from __future__ import annotations

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from hanse.workspace.citations.cited import of_document, tally
from hanse.workspace.documents.above import Way, section, way
from hanse.workspace.documents.models import Document


@way
def who_cites_it(request: HttpRequest, document: Document) -> Way:
    return Way(reverse("cited", args=[document.pk]), _("Who cites it"))


@way
def its_references(request: HttpRequest, document: Document) -> Way:
    return Way(reverse("document-references", args=[document.pk]), _("Its references"))


@section
def badge(request: HttpRequest, document: Document) -> str:
    """The tally, where anybody that the reader may see cites the document."""
    found = tally(of_document(document, request.user))
    if not found.total:
        return ""
    return render_to_string("citations/parts/badge.html", {"tally": found, "document": document}, request)
