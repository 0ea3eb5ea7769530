"""Who is here, who comes in, and who decides that?"""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import login
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from hanse.workspace.accounts.forms import Invitation, Standing, Welcome
from hanse.workspace.accounts.models import Link, User
from hanse.workspace.accounts.rights import RIGHTS, SEES, Handling, Right, Role, needs, public


@needs(Right.INVITE)
def people(request: HttpRequest) -> HttpResponse:
    """Everybody who has an account, and the form to invite one more."""
    form = Invitation(request.POST or None)
    if request.method == "POST" and form.is_valid():
        user = form.save(commit=False)
        user.set_unusable_password()
        user.save()
        return hand_out(request, user)
    rows = [(user, Standing(instance=user, prefix=str(user.pk))) for user in User.objects.all()]
    roles = [(role.label, *rights_of(role)) for role in Role if role is not Role.PUBLIC]
    return render(request, "accounts/people.html", {"rows": rows, "form": form, "roles": roles})


def rights_of(role: Role) -> tuple[list[Right], list[Handling]]:
    """A role's rights and the levels it sees, in the order in which they are written down."""
    return [right for right in Right if right in RIGHTS[role]], [level for level in Handling if level in SEES[role]]


@needs(Right.INVITE)
@require_POST
def standing(request: HttpRequest, pk: int) -> HttpResponse:
    """Set a person's role."""
    user = get_object_or_404(User, pk=pk)
    form = Standing(request.POST, instance=user, prefix=str(pk))
    if form.is_valid():
        form.save()
        messages.success(request, f"{user}: {user.get_role_display().lower()}.")
    else:
        messages.error(request, " ".join(error for errors in form.errors.values() for error in errors))
    return redirect("people")


@needs(Right.INVITE)
@require_POST
def link(request: HttpRequest, pk: int) -> HttpResponse:
    """A fresh one-time link for somebody who cannot get in."""
    return hand_out(request, get_object_or_404(User, pk=pk, is_active=True))


def hand_out(request: HttpRequest, user: User) -> HttpResponse:
    """Show a link once; it is kept nowhere."""
    address = request.build_absolute_uri(reverse("welcome", args=[Link.make(user)]))
    return render(request, "accounts/link.html", {"person": user, "address": address})


@public
@never_cache
@sensitive_post_parameters()
def welcome(request: HttpRequest, token: str) -> HttpResponse:
    """Set a password by a one-time link; looking at it does not use it up."""
    found = Link.find(token)
    if found is None:
        return render(request, "accounts/link_spent.html", status=404)
    form = Welcome(request.POST or None, instance=found.user)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            if not found.spend():
                raise Http404
            user = form.save()
        login(request, user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return redirect("home")
    return render(request, "accounts/welcome.html", {"form": form, "person": found.user})
