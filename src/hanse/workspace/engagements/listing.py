"""Which engagements does a list show? What somebody may see, by kind, by whom it was with, by session and by words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.db.models import Prefetch
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hanse.errors import echoed
from hanse.workspace.accounts.rights import Handling, Right, may
from hanse.workspace.engagements.models import Engagement, EngagementKind, EngagementParticipant, FollowUp
from hanse.workspace.processes.models import Session
from hanse.workspace.registry.fields import found
from hanse.workspace.registry.filters import refused
from hanse.workspace.registry.models import Actor


@dataclass(frozen=True, slots=True)
class Line:
    """One engagement of a list, with those who took part and the follow-ups that are open."""

    engagement: Engagement
    people: tuple[EngagementParticipant, ...]
    open: int


class Choice(forms.Form):
    """What a list is narrowed by; a choice that does not exist is a `problem`."""

    q = forms.CharField(
        required=False, label=gettext_lazy("Search"), max_length=200, widget=forms.TextInput(attrs={"type": "search"})
    )
    kind = forms.ChoiceField(
        required=False, label=gettext_lazy("Kind"), choices=[("", gettext_lazy("any")), *EngagementKind.choices]
    )
    follow_up = forms.ChoiceField(
        required=False,
        label=gettext_lazy("Follow-ups"),
        choices=[("", gettext_lazy("any")), ("open", gettext_lazy("some open")), ("overdue", gettext_lazy("overdue"))],
    )

    def __init__(self, data: Any, user: Any) -> None:
        super().__init__(data)
        self.user = user
        if not may(user, Right.READ) or not user.is_authenticated:
            del self.fields["follow_up"]
        if may(user, Right.DESK):
            offered = [("", _("any")), *Handling.choices]
            self.fields["handling"] = forms.ChoiceField(required=False, label=_("Handling"), choices=offered)

    def wanted(self) -> dict[str, str]:
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def problem(self) -> str:
        """Why nothing can be told as it was asked for; "" where it can."""
        return refused(self, _("engagements"), {*self.fields, "actor", "session"})


def tied_to(asked: Any, user: Any) -> tuple[dict[str, Any], str]:
    """The actor and the session that an address names, ``?actor=tunis``, and what is said of one that is not here."""
    ends: dict[str, Any] = {}
    for name, model in (("actor", Actor), ("session", Session)):
        if given := asked.get(name, ""):
            ends[name] = model.objects.visible_to(user).filter(pk=given).first()
            if ends[name] is None:
                told = _("There is no %(what)s “%(given)s” here that you may see.")
                return {}, told % {"what": name, "given": echoed(given)}
    return ends, ""


def chosen(wanted: dict[str, str], ends: dict[str, Any], user: Any, today: date) -> Any:
    """The engagements as they were asked for."""
    held = Engagement.objects.visible_to(user)
    if actor := ends.get("actor"):
        held = held.filter(pk__in=with_actor(actor, user))
    if session := ends.get("session"):
        held = held.filter(session=session)
    for name, value in wanted.items():
        if name == "q":
            said = found(held, value, user).order_by().values("pk")
            there = EngagementParticipant.objects.visible_to(user).filter(
                actor__in=found(Actor.objects.visible_to(user), value, user).order_by().values("pk")
            )
            held = held.filter(pk__in=said) | held.filter(pk__in=there.order_by().values("engagement"))
        elif name == "follow_up":
            todo = FollowUp.objects.visible_to(user).filter(done="")
            todo = todo.exclude(due="").filter(due__lt=today.isoformat()) if value == "overdue" else todo
            held = held.filter(pk__in=todo.order_by().values("engagement"))
        else:
            held = held.filter(**{name: value})
    return held


def with_actor(actor: Actor, user: Any) -> Any:
    """The keys of engagements in which an actor took part, as a body or as an office-holder."""
    seen = EngagementParticipant.objects.visible_to(user).order_by()
    return (seen.filter(actor=actor) | seen.filter(person=actor)).values("engagement")


def lines(engagements: Any, user: Any) -> list[Line]:
    """Engagements with their people and how much is open. Three queries."""
    people = EngagementParticipant.objects.visible_to(user).select_related("actor", "person")
    todo = FollowUp.objects.visible_to(user).filter(done="")
    listed = engagements.select_related("session").prefetch_related(
        Prefetch("participants", people, "people"), Prefetch("follow_ups", todo, "todo")
    )
    return [Line(each, tuple(each.people), len(each.todo)) for each in listed]
