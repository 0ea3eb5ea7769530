"""Which dates are dates? Those of EDTF's first steps: a day, a month, a year."""

from __future__ import annotations

import re
from datetime import date

from django.core.exceptions import ValidationError

EDTF = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def validate_edtf(value: str) -> None:
    """Raises ValidationError unless the value is ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` and exists."""
    match = EDTF.fullmatch(value)
    try:
        if not match:
            raise ValueError
        date(*(int(part or 1) for part in match.groups()))
    except ValueError as error:
        raise ValidationError("Write a date as 2018-07-11, 2018-07 or 2018.") from error
