"""Who had access? A pasted list of names becomes records, after a person has settled what is in doubt."""

from __future__ import annotations

from dataclasses import replace

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import ngettext

from hanse.workspace.accounts.rights import Right, needs
from hanse.workspace.languages import listed
from hanse.workspace.processes.forms import AccessForm
from hanse.workspace.processes.models import Access, Session
from hanse.workspace.processes.naming import LEAVE_OUT, Line, Names
from hanse.workspace.processes.recording import record
from hanse.workspace.registry.models import Actor


@needs(Right.RECORD)
def session_access(request: HttpRequest, pk: str) -> HttpResponse:
    """Paste names, see whom they mean, record. Nothing is written while a line is in doubt."""
    session = get_object_or_404(Session.objects.visible_to(request.user), pk=pk)
    form = AccessForm(request.POST or None, session=session, user=request.user, instance=Access())
    lines: list[Line] = []
    left_out: set[int] = set()
    if request.method == "POST" and form.is_valid():
        lines, left_out = _settled(Names(request.user).read(form.cleaned_data["names"]), request)
        open_ = [each for each in lines if each.actor is None and each.number not in left_out]
        if "record" in request.POST and lines and not open_:
            return _record(request, session, form, lines, len(left_out))
    context = {
        "session": session,
        "form": form,
        "lines": lines,
        "left_out": left_out,
        "sure": [each for each in lines if each.actor],
        "open": [each for each in lines if each.actor is None and each.number not in left_out],
        "leave_out": LEAVE_OUT,
        "tried": "record" in request.POST,
    }
    return render(request, "processes/record_access.html", context)


def _settled(lines: list[Line], request: HttpRequest) -> tuple[list[Line], set[int]]:
    """The lines with what a person chose for those in doubt; and which are to be left out."""
    chosen = {each.number: request.POST.get(each.name, "") for each in lines if each.actor is None}
    actors = Actor.objects.visible_to(request.user).in_bulk({pk for pk in chosen.values() if pk})
    settled = [replace(each, actor=each.actor or actors.get(chosen.get(each.number, ""))) for each in lines]
    return settled, {number for number, choice in chosen.items() if choice == LEAVE_OUT}


def _record(request: HttpRequest, session: Session, form: AccessForm, lines: list[Line], left_out: int) -> HttpResponse:
    actors = [each.actor for each in lines if each.actor]
    said = form.cleaned_data
    with transaction.atomic():
        done = record(
            session,
            actors,
            form.said(),
            handling=said["handling"],
            evidence=form.evidence(),
            why=said["why"].strip(),
        )
    parts = [ngettext("%(number)s recorded", "%(number)s recorded", done.added) % {"number": done.added}]
    if done.known:
        parts.append(
            ngettext("%(number)s had been there", "%(number)s had been there", done.known) % {"number": done.known}
        )
    if left_out:
        parts.append(ngettext("%(number)s left out", "%(number)s left out", left_out) % {"number": left_out})
    said = f"{listed(parts)}."
    messages.success(request, said)
    return redirect(f"{session.get_absolute_url()}#access")
