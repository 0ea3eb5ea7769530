"""What does this room say on the pages of others? A document's page leads to its wording, a claim's to its audit."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from hanse.workspace.documents.above import Way, way
from hanse.workspace.documents.models import Document
from hanse.workspace.registry.as_of import AsOf
from hanse.workspace.registry.pages import section
from hanse.workspace.visibility.auditing import claims_seen, matches
from hanse.workspace.visibility.matching import OTHER, texts_of


@way
def wording(request: HttpRequest, document: Document) -> Way:
    """The page of who is named in a document."""
    return Way(reverse("document-wording", args=[document.pk]), _("Who is named, and how binding"))


@section("claims")
def audit(request: HttpRequest, record: Any, as_of: AsOf) -> str:
    """What can be counted of a claim about words, and the texts that can be asked."""
    claimed = claims_seen(request.user).filter(claim=record).first()
    if claimed is None:
        return ""
    texts = [
        (document, match)
        for document in texts_of(claimed, Document.objects.visible_to(request.user))
        for _claimed, match in matches(document, [claimed])
        if match != OTHER
    ]
    return render_to_string("visibility/claim_section.html", {"each": claimed, "texts": texts}, request=request)
