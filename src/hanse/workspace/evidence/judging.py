"""What does somebody hold a piece of evidence to be? Each has one word on it, which can be changed and withdrawn."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hanse.errors import RefusedChange
from hanse.workspace.accounts.rights import Right, may
from hanse.workspace.evidence.models import Evidence, Judgement, Stance


def judge(evidence: Evidence, user: Any, stance: str, reason: str = "") -> Judgement:
    """Note what a user holds a piece of evidence to do to its claim: supports, contrasts, mentions or unsure.

    One judgement per person and piece: a second one takes the place of the first, which its history keeps. Raises
    RefusedChange for a stance that there is not, for a reason that is too long, for evidence that was withdrawn or
    that the user does not see, and for whoever may not judge.
    """
    if not may(user, Right.REVIEW):
        raise RefusedChange(_("evidence is judged by reviewers and the office"), do=_("ask one of them"))
    if stance not in Stance.values:
        told = {"stances": ", ".join(Stance.values)}
        raise RefusedChange(_("there is no such stance"), where=str(stance), do=_("choose of %(stances)s") % told)
    with transaction.atomic():
        held = Evidence.objects.visible_to(user).select_for_update(of=("self",)).filter(pk=evidence.pk).first()
        if held is None:
            raise RefusedChange(
                _("this evidence was withdrawn, or is not yours to see"),
                where=str(evidence.pk),
                do=_("bring it back before you judge it"),
            )
        found = Judgement.objects.filter(evidence=held, judge=user).first() or Judgement(evidence=held, judge=user)
        found.stance, found.reason, found.withdrawn = stance, reason.strip(), None
        try:
            found.full_clean(validate_unique=False, validate_constraints=False)
        except ValidationError as error:
            raise RefusedChange(" ".join(error.messages), do=_("shorten the reason")) from error
        found.save()
    return found


def withdraw(judgement: Judgement) -> None:
    """Take a judgement back: the evidence is as if its judge had not spoken; `stand_by` undoes it."""
    judgement.withdrawn = timezone.now()
    judgement.save()


def stand_by(judgement: Judgement) -> None:
    """Undo a withdrawal."""
    judgement.withdrawn = None
    judgement.save()
