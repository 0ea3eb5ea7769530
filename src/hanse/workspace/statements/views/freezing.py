"""When is the text fixed, and when does it close?"""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hanse.errors import HanseError
from hanse.workspace.accounts.rights import Right, needs
from hanse.workspace.statements import closing
from hanse.workspace.statements.counting import signatories
from hanse.workspace.statements.freezing import freeze as fix
from hanse.workspace.statements.freezing import readiness
from hanse.workspace.statements.lettering import lettered
from hanse.workspace.statements.models import Statement
from hanse.workspace.statements.printing import names_of
from hanse.workspace.statements.rules import why_not_open
from hanse.workspace.statements.views.seen import its_draft


@needs(Right.DESK)
def freeze(request: HttpRequest, pk: str) -> HttpResponse:
    """What to think of before; then the text is fixed."""
    held = its_draft(request, pk)
    if request.method == "POST" and request.POST.get("sure") == "yes":
        try:
            frozen = fix(held, request.user)
        except HanseError as refused:
            messages.error(request, refused.sentence)
            return redirect("statement-freeze", pk)
        closing.preview(frozen, request.user)
        messages.success(request, _("The text is frozen.") + " " + (why_not_open(frozen) or _("It can be signed now.")))
        return redirect("record", "statements", pk)
    ready = readiness(held)
    earlier = held.statement.current
    context = {
        "draft": held,
        "ready": ready,
        "languages": ready.languages,
        "absent": ready.absent,
        "earlier": earlier,
        "signed": earlier.signatures.standing().filter(until="").count() if earlier else 0,
    }
    return render(request, "statements/freeze.html", context)


@needs(Right.DESK)
def close(request: HttpRequest, pk: str) -> HttpResponse:
    """Close the version that stands before its day, or now where it has none."""
    statement = get_object_or_404(Statement.objects.visible_to(request.user), pk=pk)
    current = statement.current
    if current is None or current.closed_at:
        raise Http404
    if request.method == "POST":
        return _close(request, statement)
    signed = signatories(current, request.user, timezone.localdate())
    context = {
        "statement": statement,
        "version": current,
        "signed": signed.count,
        "otherwise": sorted(lettered(names_of(signed)).items()),
    }
    return render(request, "statements/close.html", context)


@require_POST
def _close(request: HttpRequest, statement: Statement) -> HttpResponse:
    closing.close(statement.current, request.user)
    messages.success(request, _("It is closed. The PDF files are being made."))
    return redirect(statement)
