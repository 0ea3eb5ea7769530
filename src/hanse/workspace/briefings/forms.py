"""What must be known to prepare a meeting? On whose behalf, and at which session or on which day."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hanse.workspace.accounts.rights import Handling, Right, may, sees
from hanse.workspace.briefings.models import Briefing
from hanse.workspace.focal_points.models import cities_of
from hanse.workspace.processes.models import Session
from hanse.workspace.registry.fields import NamedRecord
from hanse.workspace.registry.models import Actor, ActorKind, Membership

SESSIONS = 60
"""Sessions to come that are offered."""
OURS = (ActorKind.LOCAL_GOVERNMENT, ActorKind.NETWORK)


class PrepareForm(forms.Form):
    """On behalf of whom, and for which occasion."""

    session = forms.ModelChoiceField(
        Session.objects.none(),
        required=False,
        label=gettext_lazy("Session"),
        empty_label=gettext_lazy("at none: on the day below"),
    )
    day = forms.DateField(
        required=False,
        label=gettext_lazy("Day"),
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=gettext_lazy("of the meeting; where a session is chosen, its first day counts"),
    )
    occasion = forms.CharField(
        required=False,
        max_length=200,
        label=gettext_lazy("Occasion"),
        help_text=gettext_lazy("as Visit to the harbour; where a session is chosen, it need not be said"),
    )
    handling = forms.ChoiceField(label=gettext_lazy("Who may read it"), choices=())

    def __init__(self, *args: Any, user: Any, counterpart: Actor, **said: Any) -> None:
        super().__init__(*args, **said)
        self.user, self.counterpart = user, counterpart
        self.fields["ours"] = _ours_field(user, counterpart)
        self.order_fields(["ours", "session", "day", "occasion", "handling"])
        self.fields["session"].queryset = sessions(user)
        self.fields["session"].label_from_instance = lambda each: f"{each} ({each.since})"
        self.fields["day"].initial = timezone.localdate() + timedelta(days=1)
        self.fields["handling"].choices = [
            (Handling.INTERNAL, _("whoever signs in, each line by its own handling")),
            (Handling.RESTRICTED, _("the office and you")),
        ]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("ours") == self.counterpart:
            self.add_error("ours", _("That is whom you meet; say on whose behalf."))
        if not said.get("session") and not said.get("day") and "day" not in self.errors:
            self.add_error("day", _("Choose a session, or say on which day you meet."))
        return said

    def asked(self) -> dict[str, Any]:
        """What `hanse.workspace.briefings.preparing.prepare` takes besides counterpart and user."""
        said = self.cleaned_data
        session = said["session"]
        return {
            "ours": said["ours"],
            "session": session,
            "day": session.since if session and session.since else said["day"].isoformat() if said["day"] else "",
            "occasion": said["occasion"] or (str(session) if session else _("Meeting")),
            "handling": said["handling"],
        }


def sessions(user: Any) -> Any:
    """Sessions that are to come or under way, the next first."""
    ahead = Session.objects.visible_to(user).filter(Q(last__gte=timezone.localdate()) | Q(last=None))
    keys = ahead.order_by(F("first").asc(nulls_last=True), "pk").values_list("pk", flat=True)[:SESSIONS]
    return Session.objects.filter(pk__in=list(keys)).order_by(F("first").asc(nulls_last=True), "pk")


class OurName(NamedRecord):
    """A city or a network by its name."""

    def clean(self, value: Any) -> Any:
        found = super().clean(value)
        if found is not None and found.kind not in OURS:
            raise forms.ValidationError(_("%s is no city and no network: those are briefed here.") % found)
        return found


def _ours_field(user: Any, counterpart: Actor) -> forms.Field:
    label = gettext_lazy("On behalf of")
    if may(user, Right.DESK):
        return OurName(
            what="actor",
            user=user,
            label=label,
            initial=usual(user, counterpart),
            help_text=gettext_lazy("the city or network whose mayor or secretary is to be briefed, as Metropolis"),
        )
    own = own_side(user)
    return forms.ModelChoiceField(own, label=label, empty_label=None, initial=own.first())


def own_side(user: Any) -> Any:
    """The cities that somebody speaks for; their networks can be briefed by the office."""
    return cities_of(user) & Actor.objects.visible_to(user) if Handling.PUBLIC in sees(user) else Actor.objects.none()


def usual(user: Any, counterpart: Actor) -> Actor | None:
    """On whose behalf somebody prepared a meeting last; else whom the office mostly briefs; else the one network that
    carries its joint statements. Never the counterpart, nor one of several."""
    seen = Actor.objects.visible_to(user).filter(kind__in=OURS).exclude(pk=counterpart.pk)
    mine = Briefing.objects.visible_to(user).filter(ours__in=seen)
    if last := mine.filter(by=user).order_by("-made").first() or mine.order_by("-made").first():
        return last.ours
    carriers = list(seen.filter(statements__isnull=False).distinct()[:2])
    return carriers[0] if len(carriers) == 1 else None


def member_of(user: Any, network: Actor) -> bool:
    """Whether a city that somebody speaks for is in a network."""
    held = Membership.objects.visible_to(user).known(timezone.localdate())
    return held.filter(actor__in=cities_of(user), network=network).exists()
