"""What does the office hold, and what does it say? Lists, reading, and corrections."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hanse.workspace.accounts.rights import Right, needs, reading
from hanse.workspace.documents import quoted
from hanse.workspace.documents.above import sections, ways
from hanse.workspace.documents.forms import CorrectionForm, DocumentForm, Filters
from hanse.workspace.documents.models import Document
from hanse.workspace.documents.page import lines
from hanse.workspace.history import changes

ORDERS = {"added": ["-added"], "date": ["-date", "title"], "title": ["title"]}


@reading
def documents(request: HttpRequest) -> HttpResponse:
    """The list, filtered."""
    held = Document.objects.visible_to(request.user)
    filters = Filters(request.GET, held)
    order = request.GET.get("order", "added")
    chosen = filters.chosen(held).order_by(*ORDERS.get(order, ORDERS["added"]), "id")
    page = Paginator(chosen, 50).get_page(request.GET.get("page"))
    removed = removed_by(request)
    context = {"page": page, "filters": filters, "order": order, "any": held.exists(), "removed": removed}
    return render(request, "documents/documents.html", context)


def removed_by(request: HttpRequest) -> Document | None:
    """The document that was just taken away, so that it can be brought back."""
    key = "".join(filter(str.isalnum, request.GET.get("removed", "")))
    return Document.objects.removed_for(request.user).filter(pk=key).first()


@reading
def document(request: HttpRequest, pk: str) -> HttpResponse:
    """The reading page."""
    found = get_object_or_404(Document.objects.visible_to(request.user), pk=pk)
    furnished = "furniture" in request.GET
    parent = Document.objects.visible_to(request.user).filter(pk=found.parent_id).first()
    quote = request.GET.get("quote", "")[: quoted.LONGEST]
    marked = quoted.found(found.passages.all(), quote, request.GET.get("in", "")) if quote else None
    context = {
        "document": found,
        "lines": lines(found, furnished=furnished, marked=marked),
        "quote": quote,
        "marked": marked,
        "furnished": furnished,
        "furniture_count": found.furniture.count(),
        "parent": parent,
        "revisions": Document.objects.visible_to(request.user).filter(parent=found).order_by("date"),
        "ways": ways(request, found),
        "sections": sections(request, found),
    }
    return render(request, "documents/document.html", context)


@reading
def file(request: HttpRequest, pk: str) -> HttpResponse:
    """The file as it came in."""
    found = get_object_or_404(Document.objects.visible_to(request.user), pk=pk)
    if not found.sha256 or not found.file.exists():
        raise Http404
    return FileResponse(
        found.file.open("rb"), as_attachment=True, filename=found.source, content_type="application/octet-stream"
    )


@needs(Right.EDIT)
def edit(request: HttpRequest, pk: str) -> HttpResponse:
    """Correct what is said of a document."""
    found = get_object_or_404(Document.objects.visible_to(request.user), pk=pk)
    form = DocumentForm(request.POST or None, instance=found, user=request.user)
    if request.method == "POST" and form.is_valid():
        if form.has_changed():
            form.save()
        return redirect("document", pk=pk)
    title = Document.objects.values_list("title", flat=True).get(pk=pk)
    context = {"document": found, "title": title, "form": form, "correction": CorrectionForm()}
    return render(request, "documents/edit.html", context)


@needs(Right.EDIT)
def history(request: HttpRequest, pk: str) -> HttpResponse:
    """Who changed what, newest first."""
    found = get_object_or_404(Document.objects.visible_to(request.user), pk=pk)
    return render(request, "documents/history.html", {"document": found, "changes": changes(found)})


@needs(Right.EDIT)
@require_POST
def remove(request: HttpRequest, pk: str) -> HttpResponse:
    """Take a document away; the list offers to bring it back."""
    get_object_or_404(Document.objects.visible_to(request.user), pk=pk).remove()
    return redirect(f"/documents/?removed={pk}")


@needs(Right.EDIT)
@require_POST
def restore(request: HttpRequest, pk: str) -> HttpResponse:
    """Bring a removed document back."""
    get_object_or_404(Document.objects.removed_for(request.user), pk=pk).restore()
    messages.success(request, _("The document is back."))
    return redirect("document", pk=pk)
