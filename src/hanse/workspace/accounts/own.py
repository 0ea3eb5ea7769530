"""What does somebody see of their own account? What they may do, their second factor, where they are signed in."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from hanse.saying import semicolon
from hanse.workspace.accounts import second_factor
from hanse.workspace.accounts.rights import RIGHTS, Right, role
from hanse.workspace.accounts.sessions import end, sessions


@never_cache
def account(request: HttpRequest) -> HttpResponse:
    """One's own account."""
    held = RIGHTS[role(request.user)]
    context = {
        "rights": semicolon().join(str(each.label) for each in Right if each in held),
        "second_factor": second_factor.has(request.user),
        "required": second_factor.required(request.user),
        "sessions": sessions(request),
    }
    return render(request, "account/account.html", context)


@require_POST
def end_session(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign out elsewhere."""
    if not end(request.user, request.user, only=pk, but=request.session.session_key):
        raise Http404
    messages.success(request, _("Signed out there."))
    return redirect("account")


@require_POST
def end_others(request: HttpRequest) -> HttpResponse:
    """Sign out everywhere else."""
    ended = end(request.user, request.user, but=request.session.session_key)
    said = ngettext("Signed out in one other place.", "Signed out in %(n)d other places.", ended) % {"n": ended}
    messages.success(request, said if ended else _("You were signed in nowhere else."))
    return redirect("account")
