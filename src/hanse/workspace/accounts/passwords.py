"""Which passwords are good enough? Long, not common, not a number, not one's own name: each refusal says which."""

from __future__ import annotations

from django.contrib.auth import password_validation as django
from django.utils.translation import gettext as _


class LongEnough(django.MinimumLengthValidator):
    def get_error_message(self) -> str:
        return _("This password is short: take %(number)d characters or more; a few words do well.") % {
            "number": self.min_length
        }

    def get_help_text(self) -> str:
        return _("%(number)d characters or more; a few words do well.") % {"number": self.min_length}


class NotCommon(django.CommonPasswordValidator):
    def get_error_message(self) -> str:
        return _("Many people have this password, and it is the first to be tried: take another.")

    def get_help_text(self) -> str:
        return _("None that many people have.")


class NotANumber(django.NumericPasswordValidator):
    def get_error_message(self) -> str:
        return _("This password is a number: add words.")

    def get_help_text(self) -> str:
        return _("Not a number alone.")


class NotOnesOwnName(django.UserAttributeSimilarityValidator):
    def __init__(self) -> None:
        super().__init__(user_attributes=("email", "name"))

    def get_error_message(self) -> str:
        return _("This password is much like your %(verbose_name)s: take another.")

    def get_help_text(self) -> str:
        return _("Not your name or e-mail.")
