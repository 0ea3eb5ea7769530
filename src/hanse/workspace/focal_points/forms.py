"""What do people fill in about people?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hanse.workspace.accounts.models import User
from hanse.workspace.accounts.rights import Role
from hanse.workspace.registry.fields import NamedRecord

ROLES = [choice for choice in Role.choices if choice[0] != Role.PUBLIC]
MOST_CITIES = 50


class NamedCities(forms.CharField):
    """Cities by their names, one a line."""

    def __init__(self, *, user: Any, **said: Any) -> None:
        widget = forms.Textarea(attrs={"rows": 2, "spellcheck": "false"})
        super().__init__(**{"widget": widget, "max_length": 5000, **said})
        self.one = NamedRecord(what="cities", user=user)

    def clean(self, value: Any) -> list[Any]:
        names = [line.strip() for line in super().clean(value).splitlines() if line.strip()]
        if len(names) > MOST_CITIES:
            raise forms.ValidationError(_("At most %(n)d cities at once.") % {"n": MOST_CITIES})
        return list(dict.fromkeys(self.one.clean(name) for name in names))


class Invitation(forms.ModelForm):
    """Somebody new."""

    role = forms.ChoiceField(choices=ROLES, initial=Role.OFFICER, label=gettext_lazy("Role"))

    class Meta:
        model = User
        fields = ["email", "name", "role"]

    def __init__(self, *args: Any, user: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        self.fields["cities"] = NamedCities(
            user=user,
            required=False,
            label=gettext_lazy("Cities"),
            help_text=gettext_lazy("For a city focal point: whom this person speaks for, one city a line."),
        )

    def clean_email(self) -> str:
        return unused(self.cleaned_data["email"])

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("cities") and said.get("role") != Role.CITY:
            self.add_error("role", _("Only a city focal point speaks for cities."))
        return said


def unused(email: str) -> str:
    """An address that nobody has here; raises ValidationError for another."""
    if User.objects.filter(email__iexact=email).exists():
        raise forms.ValidationError(_("Somebody with this e-mail is here already."))
    return email


class Standing(forms.ModelForm):
    """A person's role, and whether they may sign in."""

    role = forms.ChoiceField(choices=ROLES, label=gettext_lazy("Role"))
    is_active = forms.BooleanField(label=gettext_lazy("may sign in"), required=False)

    class Meta:
        model = User
        fields = ["role", "is_active"]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        rules = data.get("role") == Role.ADMINISTRATOR and data.get("is_active")
        others = User.objects.filter(role=Role.ADMINISTRATOR, is_active=True).exclude(pk=self.instance.pk)
        if not rules and not others.exists():
            raise forms.ValidationError(_("This is the last administrator; name another one first."))
        return data


class OneMoreCity(forms.Form):
    """A city that somebody speaks for from now on."""

    def __init__(self, *args: Any, user: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        self.fields["city"] = NamedRecord(what="cities", user=user, label=gettext_lazy("One more city"))


class Ending(forms.Form):
    """Why somebody speaks for a city no longer."""

    why = forms.CharField(max_length=300, label=gettext_lazy("Why"))


class HandOver(forms.Form):
    """Who follows whom, in which cities: somebody who is here, somebody new, or nobody yet."""

    cities = forms.ModelMultipleChoiceField(
        None, widget=forms.CheckboxSelectMultiple, label=gettext_lazy("What is handed over")
    )
    successor = forms.ModelChoiceField(
        None,
        required=False,
        label=gettext_lazy("To somebody who is here"),
        empty_label=gettext_lazy("nobody who is here"),
    )
    email = forms.EmailField(
        required=False,
        label=gettext_lazy("Or to somebody new, by e-mail"),
        help_text=gettext_lazy("Who is invited by this."),
    )
    name = forms.CharField(required=False, max_length=200, label=gettext_lazy("Name of the new person"))
    why = forms.CharField(max_length=300, label=gettext_lazy("Why"), help_text=gettext_lazy("As: left in May."))
    leaves = forms.BooleanField(
        required=False, initial=True, label=gettext_lazy("Shut the account of whoever hands over")
    )

    def __init__(self, *args: Any, held: Any, person: User, **said: Any) -> None:
        super().__init__(*args, **said)
        self.fields["cities"].queryset = held
        self.fields["cities"].label_from_instance = lambda each: str(each.city)
        self.fields["cities"].initial = [each.pk for each in held]
        others = User.objects.filter(role=Role.CITY, is_active=True).exclude(pk=person.pk)
        self.fields["successor"].queryset = others.order_by("name", "email")
        self.fields["successor"].label_from_instance = lambda each: f"{each.name}, {each.email}".strip(", ")

    def clean_email(self) -> str:
        return unused(self.cleaned_data["email"]) if self.cleaned_data["email"] else ""

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if said.get("successor") and said.get("email"):
            self.add_error("email", _("Name one successor: somebody who is here, or somebody new."))
        return said
