"""How does the office run a call? Made, its questions written, opened, closed."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hanse.workspace.accounts.rights import Right, needs
from hanse.workspace.pledges.forms import QUESTIONS, CallForm
from hanse.workspace.pledges.models import Call
from hanse.workspace.pledges.openings import begin_with


@needs(Right.DESK)
def new(request: HttpRequest) -> HttpResponse:
    """A new call, not open yet."""
    form = CallForm(request.POST or None, user=request.user, initial=_after_last(request))
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            call = form.save()
            begin_with(call, form.cleaned_data["beginning"])
        messages.success(request, _("The call is made. Look through its questions, then open it."))
        return redirect("call-form", call.pk)
    return render(request, "pledges/call_new.html", {"form": form})


def _after_last(request: HttpRequest) -> dict[str, object]:
    last = Call.objects.visible_to(request.user).exclude(opened=None).order_by("-opened").first()
    return {"previous": last.pk, "beginning": "last"} if last else {"beginning": "gcm"}


@needs(Right.DESK)
def form(request: HttpRequest, pk: str) -> HttpResponse:
    """The call's own fields, and the questions of its form."""
    call = get_object_or_404(Call.objects.visible_to(request.user), pk=pk)
    about = CallForm(request.POST or None, instance=call, user=request.user, prefix="call")
    asked = QUESTIONS(request.POST or None, call=call, prefix="questions")
    if request.method == "POST" and about.is_valid() & asked.is_valid():
        with transaction.atomic():
            about.save()
            asked.save_all()
        messages.success(request, _("Saved."))
        return redirect("call-form", call.pk)
    fresh = get_object_or_404(Call, pk=pk)
    return render(request, "pledges/call_form.html", {"call": fresh, "record": fresh, "form": about, "asked": asked})


@needs(Right.DESK)
@require_POST
@transaction.atomic
def open_(request: HttpRequest, pk: str) -> HttpResponse:
    """Open a call, or open it again."""
    call = _held(request, pk)
    if call.deadline and call.deadline <= timezone.now():
        messages.error(request, _("Its deadline has passed: set a later one first."))
        return redirect("call-form", pk)
    if not call.open:
        call.opened, call.closed = call.opened or timezone.now(), None
        call._change_reason = _("Opened.")
        call.save()
    messages.success(request, _("The call is open: focal points see it and can pledge."))
    return redirect(call)


@needs(Right.DESK)
@require_POST
@transaction.atomic
def close(request: HttpRequest, pk: str) -> HttpResponse:
    """Close a call now. Drafts are kept, and what was returned can still be handed in."""
    call = _held(request, pk)
    if call.open:
        call.closed = timezone.now()
        call._change_reason = _("Closed.")
        call.save()
    messages.success(request, _("The call is closed. Drafts are kept; what was returned can still be filed."))
    return redirect(call)


def _held(request: HttpRequest, pk: str) -> Call:
    """A call, held until the transaction ends: pledges are filed before it closes, or not at all."""
    seen = Call.objects.visible_to(request.user).order_by().values("pk")
    return get_object_or_404(Call.objects.select_for_update().filter(pk__in=seen), pk=pk)
