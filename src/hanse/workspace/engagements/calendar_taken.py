"""What of a calendar would be new here, and how is it taken in? Known events are recognised, attendees matched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from simple_history.utils import bulk_create_with_history

from hanse.errors import RefusedChange
from hanse.places.folding import spaced
from hanse.workspace.accounts.models import Named, User
from hanse.workspace.accounts.rights import Handling, Right, may
from hanse.workspace.engagements.calendar_in import Row, Somebody
from hanse.workspace.engagements.models import CalendarDraft, Engagement, EngagementParticipant
from hanse.workspace.focal_points.models import FocalPoint
from hanse.workspace.processes.naming import Names
from hanse.workspace.registry.models import Actor

NEW, KNOWN, REFUSED = "new", "known", "refused"
AT_ONCE = 500


def weighed(rows: Sequence[Row], user: Any) -> list[dict[str, Any]]:
    """The rows as they would be taken in, to be kept as JSON: ``state`` new, known or refused, and why.

    Of attendees only those are kept who are actors of the registry, by their name, or by the city that somebody with
    this address speaks for here; the others are counted.
    """
    known, own = _known(user), _own({each.own for each in rows if each.own}, user)
    match = _Matching(rows, user)
    before: set[str] = set()
    told = []
    for row in rows:
        found, unknown = match.of(row.people)
        kept = {
            "line": row.line,
            "uid": row.uid,
            "title": row.title,
            "since": row.since,
            "until": row.until,
            "place": row.place,
            "note": row.note,
            "people": found,
            "unknown": unknown,
            "repeats": row.repeats,
            "private": row.private,
            "addresses": row.addresses,
            "state": NEW,
            "why": "",
        }
        if row.problem:
            kept |= {"state": REFUSED, "why": row.problem}
        elif row.uid in before:
            kept |= {"state": REFUSED, "why": _("it stands in the file twice")}
        elif row.uid in known or row.own in own:
            kept |= {"state": KNOWN, "why": known.get(row.uid, "") or _("here already")}
        before.add(row.uid)
        told.append(kept)
    return told


def _known(user: Any) -> dict[str, str]:
    """What somebody can know to have come from a calendar, with what became of it."""
    held = dict.fromkeys(Engagement.objects.visible_to(user).exclude(uid="").values_list("uid", flat=True), "")
    mine = Engagement.objects.filter(author=user).exclude(uid="").values_list("uid", "removed")
    return {**held, **{uid: _("removed here, and not brought again") if removed else "" for uid, removed in mine}}


def _own(keys: set[str], user: Any) -> set[str]:
    return set(Engagement.objects.visible_to(user).filter(pk__in=keys).values_list("pk", flat=True))


class _Matching:
    """Attendees and the actors that they are, read once for a file."""

    def __init__(self, rows: Iterable[Row], user: Any) -> None:
        people = [each for row in rows for each in row.people]
        self.keys = Names(user).keys if people else {}
        held = User.objects.filter(is_active=True).values_list("email", "pk")
        users = {email.lower(): pk for email, pk in held} if people else {}
        here = {pk for each in people if (pk := users.get(each.address))}
        seen = Actor.objects.visible_to(user).order_by().values("pk")
        speaking = FocalPoint.objects.at_work().filter(person__in=here, city__in=seen)
        self.users = users
        self.cities: dict[Any, list[str]] = {}
        for person, city in speaking.order_by("city").values_list("person", "city"):
            self.cities.setdefault(person, []).append(city)

    def of(self, people: Iterable[Somebody]) -> tuple[list[str], int]:
        """The keys of the actors among them, and how many others there are, those who work here apart."""
        found: dict[str, None] = {}
        unknown = 0
        for each in people:
            named = self.keys.get(spaced(each.name), set()) if each.name else set()
            speaks = self.cities.get(self.users.get(each.address), [])
            if len(named) == 1:
                found |= dict.fromkeys(named)
            elif len(speaks) == 1:
                found[speaks[0]] = None
            elif each.address not in self.users:
                unknown += 1
        return list(found), unknown


def take(draft: CalendarDraft, left_out: Iterable[int], *, user: Any) -> int:
    """Take in what is new of a draft, but for the lines ``left_out``; how many that were. The draft is gone then.

    All or nothing. Raises RefusedChange where the draft has been taken or thrown away meanwhile.
    """
    without = set(left_out)
    with transaction.atomic():
        if not CalendarDraft.objects.filter(pk=draft.pk, owner=user).delete()[0]:
            raise RefusedChange(_("it was taken in already"), where=draft.name, do=_("look at the list"))
        known = _known(user)
        rows = [each for each in draft.rows if each["state"] == NEW and each["line"] not in without]
        rows = [each for each in rows if each["uid"] not in known]
        made = [_engagement(each, draft, user) for each in rows]
        said = {"default_user": user, "default_change_reason": _("From the calendar “%s”.") % draft.name}
        bulk_create_with_history(made, Engagement, batch_size=AT_ONCE, **said)
        seen = set(Actor.objects.visible_to(user).values_list("pk", flat=True))
        people = [
            EngagementParticipant(engagement=each, actor_id=pk, handling=each.handling)
            for each, row in zip(made, rows, strict=True)
            for pk in dict.fromkeys([*([draft.city_id] if draft.city_id else []), *row["people"]])
            if pk in seen
        ]
        bulk_create_with_history(people, EngagementParticipant, batch_size=AT_ONCE, **said)
        if draft.handling == Handling.RESTRICTED and not may(user, Right.DESK):
            label = Engagement._meta.label_lower
            Named.objects.bulk_create(Named(person=user, model=label, record=each.pk, by=user) for each in made)
    return len(made)


def _engagement(row: dict[str, Any], draft: CalendarDraft, user: Any) -> Engagement:
    note = [row["note"], _("It repeats (%s); its first day stands here.") % row["repeats"] if row["repeats"] else ""]
    made = Engagement(
        kind=draft.kind,
        title=row["title"],
        since=row["since"],
        until=row["until"],
        place=row["place"],
        note="\n\n".join(filter(None, note)),
        uid=row["uid"],
        handling=draft.handling,
        author=user,
        city_id=draft.city_id,
        made=timezone.now(),
    )
    made.place_in_time()
    return made
