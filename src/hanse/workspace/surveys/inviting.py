"""How is somebody asked, and asked once more? By a letter with a personal link, of which only a digest is kept."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from hanse.errors import RefusedChange, echoed
from hanse.workspace.accounts.models import digest
from hanse.workspace.audit.models import Verb
from hanse.workspace.audit.pending import note
from hanse.workspace.languages import called_by_itself, listed
from hanse.workspace.mail.posting import address_of, post
from hanse.workspace.registry.fields import candidates, exactly
from hanse.workspace.registry.models import Actor
from hanse.workspace.surveys.models import Invitation, Link, State, Survey

MOST_AT_ONCE = 1_000
AGAIN, TAKEN_BACK = gettext_noop("once more"), gettext_noop("an invitation taken back")
"""What stands in the log, in English."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom a line names: an address, and the actor for whom is answered."""

    email: str
    actor: Actor | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """A letter that was written: who is asked, and the address that takes the answer. It is kept nowhere else."""

    invitation: Invitation
    link: str


def read(lines: str, survey: Survey, user: Any) -> list[Asked]:
    """Whom lines as ``address`` or ``address, actor`` name. Raises ValidationError, a sentence for each bad line."""
    given = [line.strip() for line in lines.splitlines() if line.strip()]
    if len(given) > MOST_AT_ONCE:
        raise ValidationError(_("At most %d people are asked at once.") % MOST_AT_ONCE)
    wrong: list[str] = []
    found: dict[str, Asked] = {}
    for number, line in enumerate(given, 1):
        try:
            asked = _read(line, survey, user)
        except ValidationError as error:
            wrong.append(_("Line %(number)d: %(why)s") % {"number": number, "why": error.messages[0]})
        else:
            found.setdefault(asked.email.casefold(), asked)
    if wrong:
        raise ValidationError(wrong[:20])
    return list(found.values())


def _read(line: str, survey: Survey, user: Any) -> Asked:
    email, _comma, named = (part.strip() for part in line.replace("\t", ",").partition(","))
    try:
        validate_email(email)
    except ValidationError:
        raise ValidationError(_("“%s” is no e-mail address.") % echoed(email)) from None
    if not named:
        if not survey.anonymous:
            raise ValidationError(_("write for whom %s answers, behind a comma.") % echoed(email))
        return Asked(email)
    meant = exactly(candidates("actor", user), named, user)
    if len(meant) != 1:
        why = _("nobody in the registry is called “%s”.") if not meant else _("several are called “%s”.")
        raise ValidationError(why % echoed(named))
    return Asked(email, meant[0])


def invite(survey: Survey, people: Sequence[Asked], *, by: Any = None) -> list[Sent]:
    """Ask people, each once; the links of those who were not asked before. Raises RefusedChange unless it is open."""
    with transaction.atomic():
        held = _open(survey)
        there = {each.casefold() for each in held.invitations.values_list("email", flat=True)}
        fresh = [each for each in people if each.email.casefold() not in there]
        sent = []
        for each in fresh:
            made = Invitation.objects.create(survey=held, email=each.email, actor=each.actor, by=by)
            sent.append(_write(made, held, again=False))
        if sent:
            _note(Verb.INVITED, held, by, len(sent))
    return sent


def remind(survey: Survey, *, by: Any = None) -> list[Sent]:
    """Write once more, once, to those who did not answer; their links. Raises RefusedChange unless it is open."""
    with transaction.atomic():
        held = _open(survey)
        waiting = held.invitations.filter(answered=False, taken_back=None, reminded=None)
        sent = [
            _write(each, held, again=True)
            for each in waiting.select_related("actor")
            if Invitation.objects.filter(pk=each.pk, reminded=None).update(reminded=timezone.now())
        ]
        if sent:
            _note(Verb.INVITED, held, by, len(sent), AGAIN)
    return sent


def take_back(survey: Survey, pk: str, *, by: Any = None) -> bool:
    """Let an invitation that was not answered work no more; False where there is none."""
    with transaction.atomic():
        waiting = survey.invitations.filter(pk=pk, answered=False, taken_back=None)
        taken = bool(waiting.update(taken_back=timezone.now(), draft=""))
        if taken:
            _note(Verb.CHANGED, survey, by, 1, TAKEN_BACK)
    return taken


def _note(verb: Verb, survey: Survey, by: Any, count: int, said: str = "") -> None:
    """In the log: how many, never whom, for nothing there may lead to an anonymous answer."""
    note(verb, person=by, model="surveys.survey", record=survey.pk, count=count, said=said)


def find(token: str) -> Invitation | None:
    """The invitation of a link."""
    held = Link.objects.filter(digest=digest(token)).select_related("invitation__survey", "invitation__actor").first()
    return held.invitation if held and held.invitation.survey.removed is None else None


def _open(survey: Survey) -> Survey:
    """The survey, held so that it does not close meanwhile."""
    held = Survey.objects.select_for_update(of=("self",)).get(pk=survey.pk)
    if held.state != State.OPEN:
        raise RefusedChange(_("it is not open: nobody is asked"), where=str(held))
    return held


def _write(invitation: Invitation, survey: Survey, *, again: bool) -> Sent:
    token = secrets.token_urlsafe(32)
    link = address_of("survey-answer", token)
    Link.objects.create(invitation=invitation, digest=digest(token))
    spoken = survey.languages
    subject = gettext_lazy("Once more: %(title)s") if again else gettext_lazy("You are asked: %(title)s")
    title = "" if survey.handling == "restricted" else survey.title
    post(
        invitation.email,
        subject if title else gettext_lazy("You are asked to answer a few questions"),
        "surveys/letters/invitation.txt",
        {
            "survey": survey,
            "title": title,
            "again": again,
            "actor": invitation.actor,
            "link": link,
            "languages": listed(map(called_by_itself, spoken)) if len(spoken) > 1 else "",
        },
        once=f"survey {invitation.pk}{' again' if again else ''}",
        secret=True,
        language=survey.language,
    )
    return Sent(invitation, link)
