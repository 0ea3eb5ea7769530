"""How does somebody come in by a one-time link?"""

from __future__ import annotations

from allauth.account.utils import perform_login
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from hanse.workspace.accounts.forms import Welcome
from hanse.workspace.accounts.models import Link
from hanse.workspace.accounts.rights import public
from hanse.workspace.accounts.signals import link_used


@public
@never_cache
@sensitive_post_parameters()
def welcome(request: HttpRequest, token: str) -> HttpResponse:
    """Set a password by a one-time link; looking at it does not use it up. Who has a second factor is asked for it."""
    found = Link.find(token)
    if found is None:
        return render(request, "accounts/link_spent.html", status=404)
    form = Welcome(request.POST or None, instance=found.user)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            if not found.spend():
                raise Http404
            user = form.save()
            link_used.send(sender=Link, person=user)
        return perform_login(request, user, redirect_url=reverse("home"))
    return render(request, "accounts/welcome.html", {"form": form, "person": found.user})
