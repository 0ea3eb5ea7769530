"""How does a statement begin, and what is said about it?"""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from hanse.workspace.accounts.rights import Right, needs
from hanse.workspace.statements import drafting
from hanse.workspace.statements.forms import StatementForm
from hanse.workspace.statements.models import Statement


@needs(Right.DESK)
def new(request: HttpRequest) -> HttpResponse:
    """Begin a statement: what it is about, and then its draft."""
    form = StatementForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            made = form.save()
            drafting.begin(made, request.user)
        return redirect("statement-draft", made.pk)
    return render(request, "statements/settings.html", {"form": form, "statement": None})


@needs(Right.DESK)
def settings(request: HttpRequest, pk: str) -> HttpResponse:
    """Dates, languages, networks, handling."""
    found = get_object_or_404(Statement.objects.visible_to(request.user), pk=pk)
    form = StatementForm(request.POST or None, user=request.user, instance=found)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect(found)
    return render(request, "statements/settings.html", {"form": form, "statement": found})
