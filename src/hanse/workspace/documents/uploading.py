"""How do files come in? Dropped or chosen, kept at once, read by a job."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from hanse.errors import EmptyFile, OversizedFile
from hanse.workspace.accounts.rights import Right, needs
from hanse.workspace.documents.forms import CorrectionForm, UploadForm
from hanse.workspace.documents.models import Document, Upload
from hanse.workspace.documents.shelf import keep
from hanse.workspace.jobs.models import Job
from hanse.workspace.jobs.work import start


@needs(Right.UPLOAD)
def upload(request: HttpRequest) -> HttpResponse:
    """The form, and what is done with it."""
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        said = {field: form.cleaned_data[field] for field in ("handling", "called", "kind", "actor")}
        return redirect("job", pk=take_in(form.cleaned_data["files"], request.user, said).pk)
    return render(request, "documents/upload.html", {"form": form})


@needs(Right.EDIT)
@require_POST
def correct(request: HttpRequest, pk: str) -> HttpResponse:
    """A corrected file takes a document's place."""
    found = get_object_or_404(Document.objects.visible_to(request.user), pk=pk)
    form = CorrectionForm(request.POST, request.FILES)
    if not form.is_valid():
        messages.error(request, _("Choose the corrected file first."))
        return redirect("document-edit", pk=pk)
    said = {"handling": found.handling, "instead_of": found.pk}
    return redirect("job", pk=take_in([form.cleaned_data["file"]], request.user, said).pk)


def take_in(files: list[Any], owner: Any, said: dict[str, Any]) -> Job:
    """Keep the files' bytes, then start the job that reads them. A file that is too large is refused unread."""
    arrived = [(file.name, *kept(file)) for file in files]
    title = _("Reading %(name)s") % {"name": files[0].name}
    if len(files) != 1:
        title = ngettext("Reading %(n)d file", "Reading %(n)d files", len(files)) % {"n": len(files)}
    with transaction.atomic():
        job = start("documents.read", title=title, owner=owner, **said)
        Upload.objects.bulk_create(
            Upload(job=job, name=name[:300], sha256=sha256, refused=refused) for name, sha256, refused in arrived
        )
    return job


def kept(file: Any) -> tuple[str, str]:
    """The digest of a file's bytes and nothing, or nothing and the sentence that refuses it."""
    megabytes = settings.HANSE_MAX_FILE_BYTES // 1_000_000
    if not file.size:
        return "", EmptyFile(
            _("there is nothing in it"), where=file.name, do=_("save it again and upload it anew")
        ).sentence
    if file.size > settings.HANSE_MAX_FILE_BYTES:
        return "", OversizedFile(
            _("it has %(size)s MB, and %(most)d MB are read at most")
            % {"size": f"{file.size / 1_000_000:.0f}", "most": megabytes},
            where=file.name,
            do=_("leave out its pictures, or split it"),
        ).sentence
    return keep(file.chunks()), ""
