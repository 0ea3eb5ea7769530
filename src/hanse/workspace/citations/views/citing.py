"""The page of a document that cites: its references, what each of them is here, and the passages for each."""

from __future__ import annotations

from collections import defaultdict

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from hanse.citing.exchange import to_bibtex, to_csl, to_ris
from hanse.errors import HanseError
from hanse.workspace.accounts.rights import Right, needs, reading
from hanse.workspace.citations import importing, linked
from hanse.workspace.citations.elsewhere import rows
from hanse.workspace.citations.models import CitingPassage, Paper, Reference
from hanse.workspace.citations.shown import Shown, shown
from hanse.workspace.citations.work import begin
from hanse.workspace.documents.models import Document

SHOWN = 50
"""References on a page."""
FORMS = {
    "bib": (to_bibtex, "application/x-bibtex"),
    "ris": (to_ris, "application/x-research-info-systems"),
    "json": (to_csl, "application/vnd.citationstyles.csl+json"),
}
LARGEST = 10_000_000
"""Bytes of a file with references."""


@reading
def references(request: HttpRequest, pk: str) -> HttpResponse:
    """What a document refers to."""
    document = get_object_or_404(Document.objects.visible_to(request.user), pk=pk)
    page = Paginator(rows(document, request.user), SHOWN).get_page(request.GET.get("page"))
    passages: dict[str, list[Shown]] = defaultdict(list)
    held = CitingPassage.objects.visible_to(request.user).filter(reference__in=[row.reference.pk for row in page])
    for each in shown(held.select_related("document", "reference").order_by("order"), request.user):
        passages[each.passage.reference_id].append(each)
    context = {
        "document": document,
        "paper": Paper.objects.filter(document=document).first(),
        "page": page,
        "lines": [(row, passages[row.reference.pk]) for row in page],
        "passages": CitingPassage.objects.visible_to(request.user).filter(document=document).count(),
    }
    return render(request, "citations/references.html", context)


@needs(Right.UPLOAD)
@require_POST
def read(request: HttpRequest, pk: str) -> HttpResponse:
    """Read a document's references, in the background."""
    document = get_object_or_404(Document.objects.visible_to(request.user), pk=pk)
    return redirect("job", pk=begin(document, request.user).pk)


@needs(Right.UPLOAD)
@require_POST
def bring(request: HttpRequest, pk: str) -> HttpResponse:
    """Bring a document's references from another program; its citing passages are tied to them."""
    document = get_object_or_404(Document.objects.visible_to(request.user), pk=pk)
    file = request.FILES.get("file")
    if file is None:
        messages.error(request, _("Choose the file with the references first."))
        return redirect("document-references", pk=pk)
    try:
        if file.size > LARGEST:
            raise HanseError(_("the file has more than 10 MB"), do=_("leave out what the text does not cite"))
        brought = importing.read_file(file.name, file.read())
    except HanseError as error:
        messages.error(request, error.sentence)
        return redirect("document-references", pk=pk)
    Paper.objects.update_or_create(document=document, defaults={"imported": brought})
    said = ngettext("%(n)s reference was brought.", "%(n)s references were brought.", len(brought))
    messages.success(request, said % {"n": len(brought)})
    return redirect("job", pk=begin(document, request.user).pk)


@reading
def exchange(request: HttpRequest, pk: str, form: str) -> HttpResponse:
    """A document's references as BibTeX, RIS or CSL-JSON; its citations as JSON-LD."""
    document = get_object_or_404(Document.objects.visible_to(request.user), pk=pk)
    if form == "jsonld":
        return _download(linked.citing(document, request.user), "application/ld+json", f"{pk}-citations.jsonld")
    if form not in FORMS:
        raise Http404
    made, kind = FORMS[form]
    held = Reference.objects.visible_to(request.user).filter(document=document).order_by("order")
    return _download(made(each.as_reference() for each in held), kind, f"{pk}-references.{form}")


def _download(words: str, kind: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(words, content_type=f"{kind}; charset=utf-8", headers=headers)
