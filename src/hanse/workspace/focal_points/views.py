"""Who is here, who comes in, who speaks for which city, and who decides that?"""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.db import IntegrityError, transaction
from django.db.models import Prefetch, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from hanse.saying import semicolon
from hanse.workspace.accounts import second_factor
from hanse.workspace.accounts.models import Link, User
from hanse.workspace.accounts.rights import RIGHTS, SEES, Handling, Right, Role, needs
from hanse.workspace.accounts.sessions import end as end_sessions
from hanse.workspace.accounts.signals import factor_reset
from hanse.workspace.focal_points import inviting
from hanse.workspace.focal_points.forms import Ending, HandOver, Invitation, OneMoreCity, Standing
from hanse.workspace.focal_points.handing_over import hand_over
from hanse.workspace.focal_points.models import FocalPoint
from hanse.workspace.languages import listed


@needs(Right.INVITE)
@never_cache
def people(request: HttpRequest) -> HttpResponse:
    """Everybody who has an account, and the form to invite one more."""
    form = Invitation(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            token = inviting.invite(form.save(commit=False), form.cleaned_data["cities"], request.user)
            return _handed_out(request, form.instance, token)
        except IntegrityError:  # invited by another click at the same moment
            form.add_error("email", _("Somebody with this e-mail is here already."))
    speaking = FocalPoint.objects.at_work().select_related("city")
    known = User.objects.prefetch_related("links", Prefetch("speaks_for", speaking, to_attr="speaks"))
    rows = [(user, inviting.standing(user), Standing(instance=user, prefix=str(user.pk))) for user in known]
    roles = [(role.label, *told_of(role)) for role in Role if role is not Role.PUBLIC]
    return render(request, "focal_points/people.html", {"rows": rows, "form": form, "roles": roles})


def told_of(role: Role) -> tuple[str, str]:
    """A role's rights and the levels that it sees, in words, in the order in which they are written down."""
    rights = [str(right.label) for right in Right if right in RIGHTS[role]]
    return semicolon().join(rights), listed(level.label for level in Handling if level in SEES[role])


def _handed_out(request: HttpRequest, person: User, token: str) -> HttpResponse:
    """Say that a link was mailed, or show it once; it is kept nowhere."""
    if not token:
        messages.success(request, _("A link goes to %(email)s.") % {"email": person.email})
        return redirect("person", person.pk)
    address = request.build_absolute_uri(reverse("welcome", args=[token]))
    return render(request, "accounts/link.html", {"person": person, "address": address})


@needs(Right.INVITE)
@never_cache
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """One person: how far they are, their role, and whom they speak for; a role is set here."""
    found = get_object_or_404(User, pk=pk)
    if request.method == "POST":
        return _set(request, found)
    points = found.speaks_for.select_related("city", "successor__person")
    state, when = inviting.standing(found)
    context = {
        "person": found,
        "state": state,
        "when": when,
        "standing": Standing(instance=found, prefix=str(pk)),
        "speaks": [(each, Ending(prefix=f"end-{each.pk}")) for each in points if each.ended is None],
        "spoke": [each for each in points if each.ended is not None],
        "one_more": OneMoreCity(user=request.user) if found.role == Role.CITY else None,
        "second_factor": second_factor.has(found),
    }
    return render(request, "focal_points/person.html", context)


def _set(request: HttpRequest, found: User) -> HttpResponse:
    """Set a person's role, and whether they may sign in. Of two that do it at once the second sees the first's."""
    with transaction.atomic():
        list(User.objects.select_for_update().filter(Q(role=Role.ADMINISTRATOR) | Q(pk=found.pk)).order_by("pk"))
        found.refresh_from_db()
        form = Standing(request.POST, instance=found, prefix=str(found.pk))
        done = form.is_valid()
        if done:
            form.save()
            if not found.is_active:
                Link.revoke(found)
                end_sessions(found, request.user)
    if done:
        said = {"person": found, "role": found.get_role_display().lower()}
        messages.success(request, _("%(person)s: %(role)s.") % said)
    else:
        messages.error(request, " ".join(error for errors in form.errors.values() for error in errors))
    return redirect("people")


@needs(Right.INVITE)
@require_POST
def link(request: HttpRequest, pk: int) -> HttpResponse:
    """A fresh one-time link: an invitation sent again, or a way in for somebody who forgot the password."""
    found = get_object_or_404(User, pk=pk)
    if not found.is_active and found.has_usable_password():
        messages.error(request, _("%(person)s is shut out; let them sign in first.") % {"person": found})
        return redirect("person", pk)
    return _handed_out(request, found, inviting.send_link(found, request.user))


@needs(Right.INVITE)
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an invitation back."""
    found = get_object_or_404(User, pk=pk)
    if found.has_usable_password():
        messages.error(request, _("%(person)s has come in already.") % {"person": found})
    else:
        inviting.withdraw(found)
        messages.success(request, _("The invitation is withdrawn; its link lets nobody in."))
    return redirect("person", pk)


@needs(Right.INVITE)
@require_POST
def reset_factor(request: HttpRequest, pk: int) -> HttpResponse:
    """Take away somebody's second factor: the phone is lost, and the recovery codes too."""
    found = get_object_or_404(User, pk=pk)
    with transaction.atomic():
        if Authenticator.objects.filter(user=found).delete()[0]:
            factor_reset.send(sender=User, person=found, by=request.user)
            end_sessions(found, request.user)
            messages.success(request, _("The second factor of %(person)s is gone.") % {"person": found})
    return redirect("person", pk)


@needs(Right.INVITE)
@require_POST
def sign_out(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign somebody out everywhere."""
    found = get_object_or_404(User, pk=pk)
    ended = end_sessions(found, request.user)
    said = ngettext("Signed out in one place.", "Signed out in %(n)d places.", ended) % {"n": ended}
    messages.success(request, said if ended else _("%(person)s is signed in nowhere.") % {"person": found})
    return redirect("person", pk)


@needs(Right.INVITE)
@require_POST
def speak(request: HttpRequest, pk: int) -> HttpResponse:
    """From now on this person speaks for one more city."""
    found = get_object_or_404(User, pk=pk, role=Role.CITY)
    form = OneMoreCity(request.POST, user=request.user)
    if not form.is_valid():
        messages.error(request, " ".join(form.errors["city"]))
        return redirect("person", pk)
    city = form.cleaned_data["city"]
    try:
        with transaction.atomic():
            FocalPoint.objects.create(person=found, city=city)
    except IntegrityError:  # already, or at the same time by somebody else
        pass
    messages.success(request, _("%(person)s speaks for %(city)s.") % {"person": found, "city": city})
    return redirect("person", pk)


@needs(Right.INVITE)
@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """A person speaks for a city no longer; why is kept."""
    held = get_object_or_404(FocalPoint.objects.select_related("person", "city"), pk=pk, ended=None)
    form = Ending(request.POST, prefix=f"end-{pk}")
    if form.is_valid():
        held.end(why=form.cleaned_data["why"])
        messages.success(request, _("%(person)s speaks for %(city)s no longer.") % _both(held))
    else:
        messages.error(request, _("Say why, in at most 300 letters."))
    return redirect("person", held.person_id)


def _both(held: FocalPoint) -> dict[str, Any]:
    return {"person": held.person, "city": held.city}


@needs(Right.INVITE)
@transaction.atomic
def hand(request: HttpRequest, pk: int) -> HttpResponse:
    """One focal point hands over to the next; sent twice, the second finds it done."""
    found = User.objects.select_for_update() if request.method == "POST" else User.objects
    leaving = get_object_or_404(found, pk=pk, role=Role.CITY)
    held = leaving.speaks_for.filter(ended=None).select_related("city", "person")
    form = HandOver(request.POST or None, held=held, person=leaving)
    if request.method == "POST" and form.is_valid():
        return _handed_over(request, leaving, form.cleaned_data)
    return render(request, "focal_points/hand_over.html", {"person": leaving, "held": held, "form": form})


def _handed_over(request: HttpRequest, leaving: User, said: dict[str, Any]) -> HttpResponse:
    successor, token = said["successor"], ""
    with transaction.atomic():
        if said["email"]:
            successor = User(email=said["email"], name=said["name"], role=Role.CITY)
            token = inviting.invite(successor, [each.city for each in said["cities"]], request.user)
        done = hand_over(said["cities"], successor, by=request.user, why=said["why"], leaves=said["leaves"])
    told = [listed(done.cities), *done.told]
    messages.success(request, _("Handed over: %(what)s.") % {"what": semicolon().join(told)})
    if token:
        return _handed_out(request, successor, token)
    return redirect("person", successor.pk if successor else leaving.pk)
