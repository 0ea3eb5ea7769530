"""Who is asked to comment, and who to sign?"""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from hanse.errors import HanseError
from hanse.workspace.accounts.models import Named, User
from hanse.workspace.accounts.rights import Right, Role, needs
from hanse.workspace.mail.posting import address_of, post, told
from hanse.workspace.registry.models import Actor
from hanse.workspace.statements.forms import InvitationForm
from hanse.workspace.statements.inviting import invite
from hanse.workspace.statements.models import Invitation, Statement, Version
from hanse.workspace.statements.rules import why_not_invited
from hanse.workspace.statements.views.seen import one

LABEL = Statement._meta.label_lower


@needs(Right.DESK)
def invitations(request: HttpRequest, pk: str) -> HttpResponse:
    """The links that were sent, and one more."""
    version = _current(one(request, pk))
    form = InvitationForm(request.POST or None, user=request.user)
    links: list[tuple[Actor, str]] = []
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            token = invite(version, said["city"], said["email"], by=request.user, days=said["days"])
        except HanseError as refused:
            form.add_error("city", refused.sentence)
        else:
            links.append((said["city"], address_of("sign-link", token)))
            messages.success(request, _told())
            form = InvitationForm(user=request.user)
    held = version.invitations.select_related("city", "signature")
    context = {"statement": version.statement, "version": version, "form": form, "held": held, "links": links}
    context["refused"] = why_not_invited(version)
    return render(request, "statements/invitations.html", context)


def _told() -> str:
    return told(
        _("The invitation goes out with the next mail."),
        _("No mail is sent from here: hand the link over in a way that you trust."),
    )


@needs(Right.DESK)
@require_POST
def take_back(request: HttpRequest, pk: str, invitation: str) -> HttpResponse:
    """Let a link work no more."""
    statement = one(request, pk)
    held = Invitation.objects.filter(version__statement=statement, pk=invitation, used=None)
    if not held.update(taken_back=timezone.now()):
        raise Http404
    return redirect("statement-invitations", pk)


@needs(Right.DESK)
def commenters(request: HttpRequest, pk: str) -> HttpResponse:
    """Focal points who are asked to comment on the draft: they see it from then on."""
    statement = one(request, pk)
    named = Named.objects.filter(model=LABEL, record=pk).select_related("person")
    invited = {each.person_id for each in named}
    people = User.objects.filter(role=Role.CITY, is_active=True).exclude(pk__in=invited).order_by("name", "email")
    if request.method == "POST":
        return _change_commenters(request, statement, people, named)
    context = {"statement": statement, "named": named, "people": people.prefetch_related("speaks_for__city")}
    return render(request, "statements/commenters.html", context)


def _change_commenters(request: HttpRequest, statement: Statement, people: object, named: object) -> HttpResponse:
    wanted = [each for each in request.POST.getlist("person") if each.isdigit()]
    for person in people.filter(pk__in=wanted):  # type: ignore[attr-defined]
        Named.objects.get_or_create(person=person, model=LABEL, record=statement.pk, defaults={"by": request.user})
        title = "" if statement.handling == "restricted" else statement.title
        subject = (
            gettext_lazy("You are asked to comment: %(title)s")
            if title
            else gettext_lazy("You are asked to comment on a draft")
        )
        page = address_of("statement-draft", statement.pk)
        about = {"title": title, "page": page}
        once = f"comment {statement.pk} {person.pk}"
        post(person, subject, "statements/letters/comment.txt", about, once=once)
    out = request.POST.get("out", "")
    if out.isdigit():
        named.filter(pk=out).delete()  # type: ignore[attr-defined]
    return redirect("statement-commenters", statement.pk)


def _current(statement: Statement) -> Version:
    current = statement.current
    if current is None:
        raise Http404
    current.statement = statement
    return current
