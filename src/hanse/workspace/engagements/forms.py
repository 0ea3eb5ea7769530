"""What do people fill in? The short form for the corridor, the whole one for the desk."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q
from django.forms import BaseInlineFormSet, inlineformset_factory
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hanse.workspace.accounts.models import User
from hanse.workspace.accounts.rights import Handling, Right, Role, may
from hanse.workspace.engagements.models import (
    LONGEST_TEXT,
    Engagement,
    EngagementKind,
    EngagementParticipant,
    FollowUp,
)
from hanse.workspace.engagements.words import Worded
from hanse.workspace.focal_points.models import FocalPoint, cities_of
from hanse.workspace.processes.models import Session
from hanse.workspace.registry.fields import NamedRecord, Typed

NAMES = 3
"""Inputs for names in the short form."""
HANDLINGS = [
    (Handling.INTERNAL, gettext_lazy("everybody who signs in")),
    (Handling.PUBLIC, gettext_lazy("everybody")),
    (Handling.RESTRICTED, gettext_lazy("the office, and those named")),
]
WHO_SEES = gettext_lazy("Who sees it")


def people(user: Any) -> Any:
    """Whom somebody can ask to follow something up: of the office, anybody at work; of a city, its own people."""
    at_work = User.objects.filter(is_active=True)
    if may(user, Right.DESK):
        return at_work.exclude(role=Role.PUBLIC).order_by("name", "email")
    speaking = FocalPoint.objects.at_work().filter(city__in=cities_of(user)).order_by().values("person")
    return at_work.filter(Q(pk=user.pk) | Q(pk__in=speaking)).order_by("name", "email")


class Day(forms.DateField):
    """A day, picked or typed."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class QuickForm(Worded):
    """Who, when, where, what was agreed, what follows: a minute on a phone."""

    kind = forms.ChoiceField(label=gettext_lazy("What"), choices=EngagementKind.choices, initial=EngagementKind.MEETING)
    when = Day(label=gettext_lazy("When"))
    place = forms.CharField(label=gettext_lazy("Where"), required=False, max_length=200)
    agreed = forms.CharField(
        label=gettext_lazy("What was agreed"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    follow_up = forms.CharField(label=gettext_lazy("What is to be done"), required=False, max_length=300)
    due = Day(label=gettext_lazy("By when"), required=False)
    owner = forms.ModelChoiceField(label=gettext_lazy("By whom"), queryset=User.objects.none(), required=False)
    session = forms.ModelChoiceField(
        label=gettext_lazy("At which session"), queryset=Session.objects.none(), required=False
    )
    city = forms.ModelChoiceField(label=gettext_lazy("For which city"), queryset=None, empty_label=None)
    handling = forms.ChoiceField(label=WHO_SEES, choices=HANDLINGS, initial=Handling.INTERNAL)
    mark = forms.CharField(widget=forms.HiddenInput, max_length=20)

    def __init__(self, *args: Any, user: Any, **said: Any) -> None:
        self.user = user
        super().__init__(*args, **said)
        today = timezone.localdate()
        self.fields["when"].initial = today
        self.fields["owner"].queryset, self.fields["owner"].initial = people(user), user.pk
        self.fields["owner"].empty_label = _("nobody yet")
        sessions = Session.objects.visible_to(user).filter(first__lte=today, last__gte=today)
        self.fields["session"].queryset = sessions
        if not sessions:
            del self.fields["session"]
        cities = cities_of(user)
        self.fields["city"].queryset = cities
        if len(cities) < 2:
            del self.fields["city"]

    @property
    def names(self) -> list[str]:
        """The names as they were typed."""
        return [self.data.get(f"who-{number}", "")[:300] for number in range(NAMES)] if self.is_bound else [""] * NAMES

    @property
    def inputs(self) -> list[dict[str, str]]:
        """The inputs for names, with their suggestions, as HTML."""
        labels = [_("Who"), _("and"), _("and")]
        return [
            {
                "id": f"id_who-{number}",
                "label": str(labels[number]),
                "html": Typed("actor").render(f"who-{number}", typed, {"id": f"id_who-{number}", "maxlength": 300}),
            }
            for number, typed in enumerate(self.names)
        ]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if (said.get("due") or said.get("owner") not in (None, self.user)) and not said.get("follow_up"):
            self.add_error("follow_up", _("Say what is to be done, or leave the day empty."))
        return said


class EngagementForm(Worded, forms.ModelForm):
    """All that is kept of an engagement, but for its people and follow-ups."""

    session = NamedRecord(
        what="sessions",
        user=None,
        required=False,
        label=gettext_lazy("At which session"),
        help_text=gettext_lazy("of a process; type its name"),
    )
    note = forms.CharField(
        label=gettext_lazy("Note"), required=False, max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 3})
    )
    handling = forms.ChoiceField(label=WHO_SEES, choices=HANDLINGS)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Engagement
        fields = ["kind", "title", "since", "until", "place", "session", "agreed", "languages", "note", "handling"]
        widgets = {"agreed": forms.Textarea(attrs={"rows": 5})}
        labels = {"since": gettext_lazy("From"), "until": gettext_lazy("To")}

    def __init__(self, *args: Any, user: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        self.fields["session"].user = user
        if held := self.instance.session_id:
            self.initial["session"] = self.fields["session"].prepare_value(held)
        self.initial["seen"] = self._last()
        if not may_handle(self.instance, user):
            del self.fields["handling"]

    def _last(self) -> str:
        entries = self.instance.history.order_by("-history_id").values_list("history_id", flat=True)
        return str(entries.first() or "")

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("seen") and said["seen"] != self._last():
            self.data = self.data.copy()
            self.data[self.add_prefix("seen")] = self._last()
            self.add_error(None, _("Somebody changed it since you opened the form. Save again to put yours over it."))
        return said


def may_handle(engagement: Engagement, user: Any) -> bool:
    """Whether somebody decides who sees an engagement: the office, and the city that entered it."""
    if may(user, Right.DESK):
        return True
    return engagement.city_id is not None and cities_of(user).filter(pk=engagement.city_id).exists()


class ParticipantForm(Worded, forms.ModelForm):
    """One who took part."""

    actor = NamedRecord(what="actor", user=None, required=False, label=gettext_lazy("Who"))
    person = NamedRecord(what="office-holders", user=None, required=False, label=gettext_lazy("Office-holder"))

    class Meta:
        model = EngagementParticipant
        fields = ["actor", "person", "function", "side"]

    def __init__(self, *args: Any, user: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        for name in ("actor", "person"):
            self.fields[name].user = user
            if held := getattr(self.instance, f"{name}_id"):
                self.initial[name] = self.fields[name].prepare_value(held)
        for name in ("function", "side"):
            self.fields[name].help_text = ""
        self.fields["side"].label = _("Side")


class FollowUpForm(Worded, forms.ModelForm):
    """One thing to be done."""

    due = Day(label=gettext_lazy("By when"), required=False)
    owner = forms.ModelChoiceField(label=gettext_lazy("By whom"), queryset=User.objects.none(), required=False)

    class Meta:
        model = FollowUp
        fields = ["what", "due"]

    def __init__(self, *args: Any, user: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        held = self.instance.owner_id
        self.fields["owner"].queryset = (
            people(user) | User.objects.filter(pk=held).order_by("name", "email") if held else people(user)
        )
        self.fields["owner"].empty_label = _("nobody yet")
        self.initial["owner"] = held

    def clean_due(self) -> str:
        due, held = self.cleaned_data["due"], self.instance.due
        whole = len(held) == len("2026-12-01")
        return due.isoformat() if due else "" if whole else held  # a partial day has no place in the input, and stays

    def save(self, commit: bool = True) -> Any:
        self.instance.owner = self.cleaned_data["owner"]
        return super().save(commit)


class Lines(BaseInlineFormSet):
    """Lines of one engagement; those that are taken out are removed, and can be brought back."""

    def delete_existing(self, obj: Any, commit: bool = True) -> None:
        obj.remove()


_LINES = {"formset": Lines, "extra": 2, "can_delete": True, "max_num": 500}
PARTICIPANTS = inlineformset_factory(Engagement, EngagementParticipant, form=ParticipantForm, **_LINES)
FOLLOW_UPS = inlineformset_factory(Engagement, FollowUp, form=FollowUpForm, **_LINES)
