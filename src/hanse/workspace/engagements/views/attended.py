"""How does an officer say that somebody was inside? With one click, that can be undone."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hanse.workspace.accounts.rights import Right, needs
from hanse.workspace.engagements.attending import confirm, take_back
from hanse.workspace.engagements.models import EngagementParticipant


@needs(Right.DESK)
@require_POST
def attended(request: HttpRequest, pk: str, participant: str) -> HttpResponse:
    """Record access of one who took part in an engagement at a session, or take that back."""
    held = EngagementParticipant.objects.visible_to(request.user).exclude(engagement__session=None).exclude(actor=None)
    found = get_object_or_404(held.select_related("engagement"), pk=participant, engagement=pk)
    if "undo" in request.POST:
        take_back(found)
        messages.success(request, _("Taken back: %(who)s is proposed again.") % {"who": found.actor})
    else:
        confirm(found, user=request.user)
        messages.success(
            request, _("Access of %(who)s is recorded, with this engagement as its source.") % {"who": found.actor}
        )
    return redirect(f"{found.engagement.get_absolute_url()}#access")
