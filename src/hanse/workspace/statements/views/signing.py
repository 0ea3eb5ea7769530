"""How does somebody sign for a city, by a personal link or signed in, and how is a signature withdrawn?"""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache

from hanse.errors import HanseError
from hanse.workspace.accounts.rights import Right, may, needs, public
from hanse.workspace.focal_points.models import cities_of, speaks_for
from hanse.workspace.languages import menu
from hanse.workspace.mail.posting import mailed
from hanse.workspace.registry.models import Actor
from hanse.workspace.statements import inviting
from hanse.workspace.statements.forms import SignForm, WithdrawalForm
from hanse.workspace.statements.models import Invitation, Route, Signature, Version
from hanse.workspace.statements.rules import standing, uncleared, why_not_open, why_not_withdrawn
from hanse.workspace.statements.signing import Signed, sign
from hanse.workspace.statements.signing import withdraw as take_back
from hanse.workspace.statements.views.seen import language_of, one, reading


@public
@never_cache
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """What is to be signed, and the form; signing spends the link. A link that cannot be used says why."""
    invitation = Invitation.find(token)
    if invitation is None or invitation.version.statement.removed or invitation.city.removed:
        return _page(request, "link_gone.html", status=404, why="unknown")
    if invitation.used or invitation.taken_back or invitation.expired:
        return _spent(request, invitation)
    return _sign(request, invitation.version, invitation.city, Route.LINK, invitation=invitation, token=token)


def _spent(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    """A link that signs no more: the signature that stands, or why there is none."""
    if not invitation.taken_back and (there := standing(invitation.city, invitation.version)):
        return _already(request, invitation.version, there)
    why = "used" if invitation.used else "taken back" if invitation.taken_back else "expired"
    return _page(request, "link_gone.html", status=410, why=why, invitation=invitation)


@needs(Right.SPEAK)
def by_account(request: HttpRequest, pk: str, city: str) -> HttpResponse:
    """Sign for a city that one speaks for."""
    statement = one(request, pk)
    governed = get_object_or_404(cities_of(request.user), pk=city)
    version = statement.current
    if version is None:
        raise Http404
    version.statement = statement
    return _sign(request, version, governed, Route.ACCOUNT, by=request.user)


def _sign(
    request: HttpRequest,
    version: Version,
    city: Actor,
    route: Route,
    *,
    by: Any = None,
    invitation: Invitation | None = None,
    token: str = "",
) -> HttpResponse:
    form, refused = SignForm(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        try:
            done = sign(version, city, form.given(), route=route, by=by, invitation=invitation)
        except HanseError as error:
            refused = error.sentence
        else:
            return _signed(request, version, done)
    elif there := standing(city, version):
        return _already(request, version, there)
    refused = refused or why_not_open(version) or uncleared(city, version)
    codes = version.language_codes
    language = language_of(request, codes)
    context = {
        "version": version,
        "statement": version.statement,
        "city": city,
        "form": form,
        "refused": refused,
        "invitation": invitation,
        "token": token,
        "language": language,
        "languages": menu(codes),
        "lines": lambda: reading(list(version.paragraphs.standing()), language),
        "previews": {each.language: each for each in version.editions.filter(occasion="preview")},
    }
    status = 422 if request.method == "POST" and not refused else 200
    return render(request, "statements/sign.html", context, status=status)


def _signed(request: HttpRequest, version: Version, done: Signed) -> HttpResponse:
    if not done.new:
        return _already(request, version, done.signature)
    return _page(request, "signed.html", version=version, signature=done.signature, new=True, mailed=mailed())


def _already(request: HttpRequest, version: Version, there: Signature) -> HttpResponse:
    return _page(request, "signed.html", version=version, signature=there, new=False)


def _page(request: HttpRequest, template: str, *, status: int = 200, **context: Any) -> HttpResponse:
    return render(request, f"statements/{template}", context, status=status)


@needs(Right.READ)
def withdraw(request: HttpRequest, pk: str) -> HttpResponse:
    """Withdraw a signature: the office, and whoever speaks for the city."""
    seen = Signature.objects.visible_to(request.user).select_related("city", "version__statement")
    found = get_object_or_404(seen, pk=pk)
    if not may(request.user, Right.DESK) and not speaks_for(request.user, found.city):
        raise Http404
    return _withdraw(request, found, request.user)


@public
@never_cache
def withdraw_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Withdraw by the link of the confirmation. Looking at it changes nothing: mail programs look at links."""
    found = inviting.of_withdrawal(token)
    if found is None or found.statement.removed or found.city.removed or not _speaks_still(found):
        return _page(request, "link_gone.html", status=404, why="unknown")
    return _withdraw(request, found, None)


def _speaks_still(signature: Signature) -> bool:
    """A link that went to an account works while that account speaks for the city."""
    return signature.route != Route.ACCOUNT or (signature.by is not None and speaks_for(signature.by, signature.city))


def _withdraw(request: HttpRequest, found: Signature, by: Any) -> HttpResponse:
    refused = why_not_withdrawn(found.version) if not found.until else ""
    form = WithdrawalForm(request.POST or None)
    if request.method == "POST" and not refused and not found.until and form.is_valid():
        try:
            found = take_back(found, form.cleaned_data["why"], by=by)
        except HanseError as error:
            refused = error.sentence
    context = {"signature": found, "version": found.version, "form": form, "refused": refused}
    return render(request, "statements/withdraw.html", context)
