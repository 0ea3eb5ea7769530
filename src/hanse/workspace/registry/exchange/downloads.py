"""How does a person take records out? Any list as it is shown, as CSV or XLSX; all of it as a zip."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone

from hanse.errors import HanseError
from hanse.workspace.accounts.rights import Handling, Right, named_for, needs, sees
from hanse.workspace.audit.models import Verb
from hanse.workspace.audit.pending import note
from hanse.workspace.registry.as_of import as_of
from hanse.workspace.registry.exchange.exporting import csv_of, everything, xlsx_of
from hanse.workspace.registry.kinds import Kind
from hanse.workspace.registry.listing import listed

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@needs(Right.EXPORT)
def export(request: HttpRequest, kind: Kind, form: str) -> HttpResponse:
    """The list of a kind with its filters and its day: what the user may see of it."""
    if form not in ("csv", "xlsx"):
        raise Http404
    day = as_of(request)
    found = listed(kind, request.GET, request.user, day)
    if found.problem:
        return _refused(request, kind, found.problem)
    name = f"{kind.plural}{'-' + day.day.isoformat() if day.past else ''}.{form}"
    if found.records.filter(handling=Handling.RESTRICTED).exists():
        note(Verb.DOWNLOADED, person=request.user, model=kind.model._meta.label_lower, said=name)
    if form == "csv":
        said = {"Content-Disposition": f'attachment; filename="{name}"'}
        return StreamingHttpResponse(csv_of(kind, found.records, request.user), content_type="text/csv", headers=said)
    try:
        file = xlsx_of(kind, found.records, request.user)
    except HanseError as error:
        return _refused(request, kind, error.sentence)
    return FileResponse(file, as_attachment=True, filename=name, content_type=XLSX)


def _refused(request: HttpRequest, kind: Kind, problem: str) -> HttpResponse:
    return render(request, "registry/exchange/refused.html", {"kind": kind, "problem": problem}, status=422)


@needs(Right.EXPORT)
def export_all(request: HttpRequest) -> HttpResponse:
    """The sheets of all kinds, zipped."""
    name = f"registry-{timezone.localdate().isoformat()}.zip"
    if Handling.RESTRICTED in sees(request.user) or named_for(request.user):
        note(Verb.DOWNLOADED, person=request.user, said=name)
    return FileResponse(everything(request.user), as_attachment=True, filename=name, content_type="application/zip")
