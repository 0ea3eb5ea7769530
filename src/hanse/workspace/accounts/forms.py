"""What do people fill in about people?"""

from __future__ import annotations

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm
from django import forms
from django.contrib.auth.forms import BaseUserCreationForm

from hanse.workspace.accounts.models import User
from hanse.workspace.accounts.rights import Role

ROLES = [choice for choice in Role.choices if choice[0] != Role.PUBLIC]


class Invitation(forms.ModelForm):
    """Somebody new."""

    role = forms.ChoiceField(choices=ROLES, initial=Role.OFFICER)

    class Meta:
        model = User
        fields = ["email", "name", "role"]

    def clean_email(self) -> str:
        email = self.cleaned_data["email"]
        if User.objects.filter(email__iexact=email).exists():
            raise forms.ValidationError("Somebody with this e-mail is here already.")
        return email


class Standing(forms.ModelForm):
    """A person's role, and whether they may sign in."""

    role = forms.ChoiceField(choices=ROLES)
    is_active = forms.BooleanField(label="may sign in", required=False)

    class Meta:
        model = User
        fields = ["role", "is_active"]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        rules = data.get("role") == Role.ADMINISTRATOR and data.get("is_active")
        others = User.objects.filter(role=Role.ADMINISTRATOR, is_active=True).exclude(pk=self.instance.pk)
        if not rules and not others.exists():
            raise forms.ValidationError("This is the last administrator; name another one first.")
        return data


class Welcome(BaseUserCreationForm):
    """What somebody says who comes in by a one-time link."""

    class Meta:
        model = User
        fields = ["email", "name"]

    def clean_email(self) -> str:
        email = self.cleaned_data["email"]
        if User.objects.filter(email__iexact=email).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError("Somebody with this e-mail is here already.")
        return email


class ChangePassword(ChangePasswordForm):
    """A new password in the place of the old one, asked for in the words of the other forms."""

    def __init__(self, *args: Any, **fields: Any) -> None:
        super().__init__(*args, **fields)
        for name, label in {
            "oldpassword": "Present password",
            "password1": "New password",
            "password2": "New password, again",
        }.items():
            self.fields[name].label = label
            self.fields[name].widget.attrs.pop("placeholder", None)


class SignIn(LoginForm):
    """E-mail and password."""

    def __init__(self, *args: Any, **fields: Any) -> None:
        super().__init__(*args, **fields)
        self.fields["login"].label = "E-mail"
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
