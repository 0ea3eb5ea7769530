"""Where are the PDF files of a version?"""

from __future__ import annotations

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from hanse.workspace.accounts.rights import Right, needs, public, reading
from hanse.workspace.statements import closing
from hanse.workspace.statements.models import Edition, Invitation, Occasion, Stage
from hanse.workspace.statements.views.seen import frozen


@reading
def pdf(request: HttpRequest, pk: str, number: int, occasion: str, language: str) -> HttpResponse:
    """One PDF: of several with later endorsements the newest, or the one that ``?edition=`` names."""
    held = frozen(request, pk, number).editions.filter(occasion=occasion, language=language).order_by("-made", "-pk")
    named = request.GET.get("edition", "")
    found = (
        held.filter(pk=int(named) if named.isdecimal() and len(named) < 19 else 0).first() if named else held.first()
    )
    if found is None:
        raise Http404
    return _sent(found)


@public
@never_cache
def by_link(request: HttpRequest, token: str, language: str) -> HttpResponse:
    """What is to be signed, for whoever has a personal link that works."""
    invitation = Invitation.find(token)
    if invitation is None or invitation.used or invitation.taken_back or invitation.expired:
        raise Http404
    if invitation.version.statement.removed or invitation.city.removed:
        raise Http404
    held = invitation.version.editions
    return _sent(get_object_or_404(held, occasion=Occasion.PREVIEW, language=language))


def _sent(edition: Edition) -> HttpResponse:
    version = edition.version
    if not edition.file.exists():
        raise Http404
    name = f"statement-{version.statement_id}-{version.number}-{edition.language}.pdf"
    return FileResponse(edition.file.open("rb"), content_type="application/pdf", filename=name)


@needs(Right.DESK)
@require_POST
def anew(request: HttpRequest, pk: str, number: int) -> HttpResponse:
    """Make the files anew: those of before signing while it is open; after closing, with later endorsements."""
    version = frozen(request, pk, number)
    if version.stage() in {Stage.ROLLING, Stage.CLOSED}:
        closing.later(version, request.user)
    else:
        closing.preview(version, request.user)
    messages.success(request, _("The PDF files are being made."))
    return redirect(version)
