"""When does a survey open and close, and when are its results shown? Each once."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hanse.errors import RefusedChange
from hanse.workspace.surveys.answering import prepare
from hanse.workspace.surveys.counting import FEWEST, response
from hanse.workspace.surveys.models import State, Survey


def open_(survey: Survey) -> None:
    """Take answers from now on; its questions stay as they are. Raises RefusedChange where it is not ready."""
    with transaction.atomic():
        held = _held(survey)
        if held.state != State.DRAFT:
            raise RefusedChange(_("it was opened already"), where=str(held))
        if not held.questions.exists():
            raise RefusedChange(_("it has no question"), where=str(held), do=_("write one first"))
        if not held.closes or held.closes <= timezone.now():
            raise RefusedChange(_("it does not say by when it closes"), where=str(held), do=_("give a day to come"))
        prepare(held)
        held.opened, held._change_reason = timezone.now(), _("Opened.")
        held.save()


def close(survey: Survey, now: datetime | None = None) -> None:
    """Take no more answers; drafts are wiped. Raises RefusedChange where it was never opened."""
    now = now or timezone.now()
    with transaction.atomic():
        held = _held(survey)
        if held.opened is None:
            raise RefusedChange(_("it was not opened yet"), where=str(held))
        if held.closed is None:
            held.closed = min(held.closes or now, now)
            held._change_reason = _("Closed.")
            held.save()
        held.invitations.exclude(draft="").update(draft="")


def close_due(now: datetime | None = None) -> bool:
    """Close what came to its date, one at a time; whether there is more."""
    due = list(Survey.objects.standing().due(now or timezone.now()).order_by("closes", "pk")[:2])
    for each in due[:1]:
        close(each, now)
    return len(due) > 1


def publish(survey: Survey) -> None:
    """Show the results, as its handling says. Raises RefusedChange while it is open or too few answered."""
    with transaction.atomic():
        held = _held(survey)
        if held.state != State.CLOSED:
            raise RefusedChange(_("results are shown once it has closed"), where=str(held))
        if response(held).answered < FEWEST:
            why = _("fewer than %d answered: their answers could be told apart") % FEWEST
            raise RefusedChange(why, where=str(held))
        if held.published is None:
            held.published, held._change_reason = timezone.now(), _("Results published.")
            held.save()


def withdraw(survey: Survey) -> None:
    """Show the results no more."""
    with transaction.atomic():
        held = _held(survey)
        if held.published is not None:
            held.published, held._change_reason = None, _("Results taken back.")
            held.save()


def _held(survey: Survey) -> Survey:
    return Survey.objects.select_for_update(of=("self",)).get(pk=survey.pk)
