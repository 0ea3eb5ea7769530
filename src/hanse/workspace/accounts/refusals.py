"""What does a form say of what it cannot take? For every form and field one sentence that says what to do.

Django's own sentences ("Enter a valid value.") are replaced here, once, where its fields and validators keep them,
before any form is made; a field that says something more particular still does.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.core import validators
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

NUMBER = _("Write a number, as 12.5.")
DAY = _("Write a date that there is, as 2031-06-02.")
TIME = _("Write a time, as 14:30.")
ADDRESS = _("Write a whole address, as https://example.org/page.")
NOT_OF_THE_LIST = _("This is not one of the list: take one that is.")
AGAIN = _("The file did not come through: choose it once more.")
FIELDS: dict[type[forms.Field], dict[str, Any]] = {
    forms.Field: {"required": _("Fill this in.")},
    forms.BooleanField: {"required": _("Tick this to go on.")},
    forms.IntegerField: {"invalid": _("Write a whole number, as 12.")},
    forms.FloatField: {"invalid": NUMBER},
    forms.DecimalField: {"invalid": NUMBER},
    forms.DateField: {"invalid": DAY},
    forms.TimeField: {"invalid": TIME},
    forms.DateTimeField: {"invalid": _("Write a day and a time, as 2031-06-02 14:30.")},
    forms.DurationField: {
        "invalid": _("Write how long, as 2 12:00:00 for two days and a half."),
        "overflow": _("Write a time of {min_days} to {max_days} days."),
    },
    forms.FileField: {
        "required": _("Choose a file."),
        "invalid": AGAIN,
        "missing": AGAIN,
        "empty": _("There is nothing in this file: save it again, and choose it once more."),
        "max_length": ngettext_lazy(
            "The name of this file has %(length)d letters: give it one of %(max)d at most.",
            "The name of this file has %(length)d letters: give it one of %(max)d at most.",
            "max",
        ),
        "contradiction": _("Either choose a file, or tick that there is none."),
    },
    forms.ChoiceField: {"required": _("Choose one."), "invalid_choice": NOT_OF_THE_LIST},
    forms.MultipleChoiceField: {
        "required": _("Choose at least one."),
        "invalid_choice": NOT_OF_THE_LIST,
        "invalid_list": NOT_OF_THE_LIST,
    },
    forms.ModelChoiceField: {"required": _("Choose one."), "invalid_choice": NOT_OF_THE_LIST},
    forms.ModelMultipleChoiceField: {
        "required": _("Choose at least one."),
        "invalid_list": NOT_OF_THE_LIST,
        "invalid_choice": NOT_OF_THE_LIST,
        "invalid_pk_value": NOT_OF_THE_LIST,
    },
    forms.MultiValueField: {"invalid": _("Fill in each part."), "incomplete": _("Fill in each part.")},
    forms.SplitDateTimeField: {"invalid_date": DAY, "invalid_time": TIME},
    forms.URLField: {"invalid": ADDRESS},
    forms.JSONField: {"invalid": _("Write it as JSON.")},
    forms.UUIDField: {"invalid": _("Write an id of 32 letters and digits.")},
}
COLUMNS: dict[str, Any] = {
    "unique": _("There is one with this already: take another."),
    "blank": _("Fill this in."),
    "null": _("Fill this in."),
    "invalid_choice": NOT_OF_THE_LIST,
}
VALIDATORS: dict[type[Any], Any] = {
    validators.EmailValidator: _("Write an e-mail address, as name@example.org."),
    validators.URLValidator: ADDRESS,
    validators.MaxValueValidator: _("Write a number of %(limit_value)s at most."),
    validators.MinValueValidator: _("Write a number of %(limit_value)s or more."),
    validators.MaxLengthValidator: ngettext_lazy(
        "It has %(show_value)d characters; take %(limit_value)d at most.",
        "It has %(show_value)d characters; take %(limit_value)d at most.",
        "limit_value",
    ),
    validators.MinLengthValidator: ngettext_lazy(
        "It has %(show_value)d characters; take %(limit_value)d or more.",
        "It has %(show_value)d characters; take %(limit_value)d or more.",
        "limit_value",
    ),
    validators.ProhibitNullCharactersValidator: _("It has a character that nobody can read (U+0000); leave it out."),
}
DIGITS: dict[str, Any] = {
    "max_digits": ngettext_lazy("Write %(max)s digit at most.", "Write %(max)s digits at most.", "max"),
    "max_decimal_places": ngettext_lazy(
        "Write %(max)s digit behind the point at most.", "Write %(max)s digits behind the point at most.", "max"
    ),
    "max_whole_digits": ngettext_lazy(
        "Write %(max)s digit before the point at most.", "Write %(max)s digits before the point at most.", "max"
    ),
}


def say() -> None:
    """From now on."""
    for field, said in FIELDS.items():
        field.default_error_messages = {**vars(field).get("default_error_messages", {}), **said}
    models.Field.default_error_messages = {**models.Field.default_error_messages, **COLUMNS}
    for validator, sentence in VALIDATORS.items():
        validator.message = sentence
    validators.DecimalValidator.messages = {"invalid": NUMBER, **DIGITS}
