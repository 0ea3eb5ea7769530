"""What do people fill in about people?"""

from __future__ import annotations

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm
from allauth.account.forms import ReauthenticateForm as ReauthenticatePassword
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.contrib.auth.forms import BaseUserCreationForm
from django.utils.translation import gettext_lazy as _

from hanse.workspace.accounts.models import User


class Welcome(BaseUserCreationForm):
    """What somebody says who comes in by a one-time link."""

    class Meta:
        model = User
        fields = ["email", "name"]

    def clean_email(self) -> str:
        email = self.cleaned_data["email"]
        if User.objects.filter(email__iexact=email).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(_("Somebody with this e-mail is here already."))
        return email


class ChangePassword(ChangePasswordForm):
    """A new password in the place of the old one, asked for in the words of the other forms."""

    def __init__(self, *args: Any, **fields: Any) -> None:
        super().__init__(*args, **fields)
        for name, label in {
            "oldpassword": _("Present password"),
            "password1": _("New password"),
            "password2": _("New password, again"),
        }.items():
            self.fields[name].label = label
            self.fields[name].widget.attrs.pop("placeholder", None)


def _asked(form: forms.Form, name: str, label: str) -> None:
    form.fields[name].label = label
    form.fields[name].widget.attrs.pop("placeholder", None)
    form.fields[name].widget.attrs["inputmode"] = "numeric"


class SetUpFactor(ActivateTOTPForm):
    """The first code of an app."""

    def __init__(self, *args: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        _asked(self, "code", _("The code that the app shows now"))


class GiveCode(AuthenticateForm):
    """The code at sign-in."""

    def __init__(self, *args: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        _asked(self, "code", _("The code of your app, or a recovery code"))


class GiveCodeAgain(ReauthenticateForm):
    """The code before something that matters."""

    def __init__(self, *args: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        _asked(self, "code", _("The code of your app, or a recovery code"))


class GivePasswordAgain(ReauthenticatePassword):
    """The password before something that matters."""

    def __init__(self, *args: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        self.fields["password"].label = _("Your password")
        self.fields["password"].help_text = ""
        self.fields["password"].widget.attrs.pop("placeholder", None)


class SignIn(LoginForm):
    """E-mail and password."""

    def __init__(self, *args: Any, **fields: Any) -> None:
        super().__init__(*args, **fields)
        self.fields["login"].label = _("E-mail")
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
