"""Do two sources say the same of a field? "2018" and "2018-07-11" do, "MAR" and "Morocco" too; 1984 and 1985 do not."""

from __future__ import annotations

import re

from django.db import models

from hanse.places.countries import countries
from hanse.places.folding import spaced
from hanse.text.dates import days
from hanse.workspace.languages import speaking
from hanse.workspace.registry.models import EdtfField

_ID = re.compile(r"\s*\[[-\w]+\]\s*$")


def agree(field: models.Field, one: str, other: str) -> bool:
    """Whether two values of a field can both be right."""
    if spaced(one) == spaced(other) and bool(spaced(one)):
        return True
    if isinstance(field, EdtfField):
        return _overlap(one, other)
    if field.name == "country":
        return bool(set(countries(one)) & set(countries(other)))
    if field.choices:
        meant = _choices(field)
        one, other = one.casefold(), other.casefold()
        return meant.get(one, one) == meant.get(other, other)
    if isinstance(field, models.FloatField | models.IntegerField | models.DecimalField):
        return _number(one) is not None and _number(one) == _number(other)
    if field.is_relation:
        return spaced(_ID.sub("", one)) == spaced(_ID.sub("", other))
    return one == other


def _choices(field: models.Field) -> dict[str, str]:
    """What each choice is stored as, by that and by its name, in English and in the language of the page."""
    meant = {str(name).casefold(): str(value) for value, name in field.flatchoices}
    with speaking("en"):
        meant |= {str(name).casefold(): str(value) for value, name in field.flatchoices}
    return meant | {str(value).casefold(): str(value) for value, _ in field.flatchoices}


def _overlap(one: str, other: str) -> bool:
    """A date that is less precise says nothing against one that lies within it."""
    first, second = days(one), days(other)
    if first is None or second is None:
        return False
    return first[0] <= second[0] <= second[1] <= first[1] or second[0] <= first[0] <= first[1] <= second[1]


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", "").replace("\u00a0", "").replace(" ", ""))
    except ValueError:
        return None
