"""Which dates are dates? Those of EDTF's first steps: a day, a month, a year."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from hanse.text.dates import is_date


def validate_edtf(value: str) -> None:
    """Raises ValidationError unless the value is ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` and exists."""
    if not (is_date(value) and value[:1].isdecimal() and value[-1:].isdecimal()):
        raise ValidationError(_("Write a date as 2018-07-11, 2018-07 or 2018."))
