"""The reference check of a manuscript: upload it, see what its references are here, take the table away."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from hanse.workspace.accounts.rights import Handling, Right, needs, reading
from hanse.workspace.citations import checking
from hanse.workspace.citations.elsewhere import passages_of
from hanse.workspace.citations.forms import ManuscriptForm
from hanse.workspace.citations.models import Paper, StanceKind
from hanse.workspace.citations.shown import shown
from hanse.workspace.documents.models import Document, Upload
from hanse.workspace.documents.uploading import kept
from hanse.workspace.jobs.work import start

SHOWN = 50


@needs(Right.UPLOAD)
def upload(request: HttpRequest) -> HttpResponse:
    """Take a manuscript in: restricted, and outside of every tally."""
    form = ManuscriptForm(request.POST, request.FILES) if request.method == "POST" else ManuscriptForm()
    if form.is_valid():
        file = form.cleaned_data["file"]
        sha256, refused = kept(file)
        said = {"handling": Handling.RESTRICTED, "kind": "manuscript"}
        with transaction.atomic():
            title = _("Checking the references of %(name)s") % {"name": file.name}
            job = start("citations.check", title=title[:300], owner=request.user, **said)
            Upload.objects.create(job=job, name=file.name[:300], sha256=sha256, refused=refused)
        return redirect("job", pk=job.pk)
    return render(request, "citations/manuscript.html", {"form": form}, status=422 if form.errors else 200)


@reading
def check(request: HttpRequest, pk: str) -> HttpResponse:
    """The check, by question: all, contrasted elsewhere, not held, never cited, by the same authors."""
    document = get_object_or_404(Document.objects.visible_to(request.user), pk=pk)
    found = checking.check(document, request.user)
    side = request.GET.get("side", "")
    side = side if side in checking.SIDES else "unanswered" if side == "unanswered" else "all"
    lines = found.unanswered if side == "unanswered" else found.side(side)
    page = Paginator(lines, SHOWN).get_page(request.GET.get("page"))
    against = {} if side == "unanswered" else passages_of(list(page), request.user, StanceKind.CONTRASTS)
    context = {
        "document": document,
        "paper": Paper.objects.filter(document=document).first(),
        "found": found,
        "side": side,
        "sides": [*found.counts(), ("unanswered", _("Cited without a reference"), len(found.unanswered))],
        "page": page,
        "contrasted": found.side("contrasted"),
        "lines": []
        if side == "unanswered"
        else [(row, shown(against.get(row.reference.pk, ()), request.user)) for row in page],
    }
    return render(request, "citations/check.html", context)


@reading
def table(request: HttpRequest, pk: str) -> HttpResponse:
    """The check as CSV."""
    document = get_object_or_404(Document.objects.visible_to(request.user), pk=pk)
    words = checking.as_csv(checking.check(document, request.user), request.user)
    headers = {"Content-Disposition": f'attachment; filename="{pk}-reference-check.csv"'}
    return HttpResponse("\ufeff" + words, content_type="text/csv; charset=utf-8", headers=headers)
