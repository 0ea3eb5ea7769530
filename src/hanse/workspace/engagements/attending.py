"""Did who took part have access to the session? Proposed by the engagement, confirmed by an officer, never doubled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from hanse.workspace.engagements.models import Engagement, EngagementParticipant
from hanse.workspace.mail.posting import address_of
from hanse.workspace.processes.models import Access, Decision, Function, Session
from hanse.workspace.processes.recording import SAME, Evidence, record
from hanse.workspace.registry.models import Attestation, Source


def attending(
    engagement: Engagement, people: Sequence[EngagementParticipant]
) -> list[tuple[EngagementParticipant, Access | None, bool]]:
    """Those who took part at a session: each with the access that was confirmed of it, else None and whether there is
    another record of the actor's access there. None of them where the engagement was at no session."""
    if engagement.session_id is None:
        return []
    there = [each for each in people if each.actor_id]
    confirmed = Access.objects.standing().in_bulk([each.access_id for each in there if each.access_id])
    held = set(
        _held(engagement.session).filter(actor__in=[each.actor_id for each in there]).values_list("actor", flat=True)
    )
    return [(each, confirmed.get(each.access_id), each.actor_id in held) for each in there]


def confirm(participant: EngagementParticipant, *, user: Any) -> Access:
    """Record that an actor had access to the session of an engagement, which is the source of it.

    Where its access is recorded, that record gets one source more. Confirmed twice, at the same instant too, it is
    recorded once: whoever confirms waits for the others at this session.
    """
    with transaction.atomic():
        session = Session.objects.select_for_update().get(pk=participant.engagement.session_id)
        participant.refresh_from_db()
        if participant.access_id and participant.access.removed is None:
            return participant.access
        engagement = participant.engagement
        there = _held(session).filter(actor=participant.actor).order_by("made", "pk").first()
        said = {name: getattr(there, name) for name in SAME} if there else {"function": _function(participant)}
        handling = there.handling if there else engagement.handling
        evidence = Evidence(_source(engagement), quote=_quote(participant))
        record(session, [participant.actor], said, handling=engagement.handling, evidence=evidence)
        access = there or _held(session).filter(actor=participant.actor, handling=handling).latest("made", "pk")
        if there is None and participant.person_id:
            access.person = participant.person
            access.save()
        participant.access, participant.access_made = access, there is None
        participant.save()
        return access


def take_back(participant: EngagementParticipant) -> None:
    """Undo a confirmation: the source goes, and the access with it where it was made of it and has no other source."""
    with transaction.atomic():
        list(Session.objects.select_for_update().filter(pk=participant.engagement.session_id))
        participant.refresh_from_db()
        access, made = participant.access, participant.access_made
        participant.access, participant.access_made = None, False
        participant.save()
        if access is None:
            return
        others = EngagementParticipant.objects.standing().filter(access=access)
        if others.filter(engagement=participant.engagement).exists():
            return
        said = Attestation.objects.standing().filter(record_id=access.pk, source=participant.engagement.source)
        for each in said:
            each.remove()
        if made and not access.attestations.filter(removed=None).exists() and access.removed is None:
            access.remove()


def _held(session: Session) -> Any:
    """What is recorded of access to a session; a refusal is none."""
    return Access.objects.standing().filter(session=session).exclude(decision=Decision.REFUSED)


def _function(participant: EngagementParticipant) -> str:
    said = participant.function.strip().casefold()
    return said if said in {Function.SPEAKER, Function.MODERATOR} else Function.ATTENDEE


def _quote(participant: EngagementParticipant) -> str:
    return _("%(who)s took part") % {"who": participant}


def _source(engagement: Engagement) -> Source:
    """The engagement as a source, made when first needed, and handled as it is."""
    if engagement.source is None or engagement.source.removed is not None:
        address = address_of("record", "engagements", engagement.pk)
        engagement.source = Source.objects.create(
            title=(_("Engagement: %s") % engagement)[:500],
            url=address if address.startswith("http") else "",
            date=engagement.since,
            handling=engagement.handling,
        )
        engagement.save()
    return engagement.source
