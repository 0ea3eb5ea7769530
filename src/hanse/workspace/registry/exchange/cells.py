"""How is the value of a field written in a cell, and read from one?"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from hanse.errors import HanseError
from hanse.saying import comma
from hanse.text.dates import days
from hanse.workspace.languages import speaking
from hanse.workspace.registry.exchange.dates import edtf
from hanse.workspace.registry.models import EdtfField

_YES = frozenset({"yes", "true", "1", "y", "oui", "ja", "sí", "si", "sim", "x"})
_NO = frozenset({"no", "false", "0", "n", "non", "nein", "não", "nao"})


def cell_of(field: models.Field, value: Any) -> str:
    """A value as a cell; a reference to another record is written by `hanse.workspace.registry.exchange.columns`."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(field, models.DecimalField):
        return f"{Decimal(value):.{field.decimal_places}f}"
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return str(value)


def value_of(field: models.Field, cell: str) -> Any:
    """The value that a cell writes, empty cells too; raises HanseError with what is wrong and what to do."""
    if not cell.strip() and not _keeps_space(field):
        return empty(field)
    if isinstance(field, EdtfField):
        return cell if days(cell) else edtf(cell)
    if field.choices:
        return _chosen(field, cell)
    if isinstance(field, models.BooleanField):
        return _yes_or_no(cell)
    if isinstance(field, models.DateTimeField):
        return _moment(field, cell)
    if isinstance(field, models.IntegerField | models.FloatField | models.DecimalField):
        return _number(field, cell)
    return cell


def empty(field: models.Field) -> Any:
    """The value that an empty cell stands for."""
    if field.null:
        return None
    return field.get_default() if field.has_default() else "" if _is_text(field) else None


def content_type(cell: str) -> ContentType:
    """The type of record that a cell names, as "membership"; raises HanseError where there is none."""
    from hanse.workspace.registry.kinds import KINDS

    models_of = {kind.name: kind.model for kind in KINDS.values()}
    wanted = models_of.get(cell.strip().lower())
    if wanted is None:
        do = _("give one of %(choices)s") % {"choices": comma().join(sorted(models_of))}
        raise HanseError(_("“%(cell)s” is no type of record") % {"cell": cell}, do=do)
    return ContentType.objects.get_for_model(wanted)


def _is_text(field: models.Field) -> bool:
    return isinstance(field, models.CharField | models.TextField)


def _keeps_space(field: models.Field) -> bool:
    return _is_text(field) and not field.choices and not isinstance(field, EdtfField)


def _chosen(field: models.Field, cell: str) -> str:
    wanted = " ".join(cell.split()).casefold()
    with speaking("en"):
        for value, label in field.flatchoices:
            if wanted in {str(value).casefold(), str(label).casefold()}:
                return str(value)
    offered = comma().join(str(value) for value, _label in field.flatchoices if value)
    wrong = _("“%(cell)s” is none of %(choices)s") % {"cell": cell, "choices": offered}
    raise HanseError(wrong, do=_("write one of these"))


def _yes_or_no(cell: str) -> bool:
    said = cell.strip().casefold()
    if said in _YES or said in _NO:
        return said in _YES
    raise HanseError(_("“%(cell)s” says neither yes nor no") % {"cell": cell}, do=_("write yes or no"))


def _moment(field: models.DateTimeField, cell: str) -> datetime:
    """A day and an hour; what a day without an hour means is the field's to say."""
    try:
        found = field.to_python(cell.strip())
    except ValidationError:
        found = None
    if found is None:
        raise HanseError(_("“%(cell)s” is no day and hour") % {"cell": cell}, do=_("write it as 2018-12-10 15:00"))
    return found if timezone.is_aware(found) else timezone.make_aware(found)


def _number(field: models.Field, cell: str) -> Any:
    """Thousands may be set apart by spaces, and the decimals by a comma."""
    written = re.sub(r"[\s\u00a0\u202f']", "", cell)
    if "," in written and "." not in written and not re.fullmatch(r"[+-]?\d{1,3}(,\d{3})+", written):
        written = written.replace(",", ".")
    if isinstance(field, models.IntegerField):
        written = re.sub(r"\.0+$", "", written)
    try:
        value = field.to_python(written)
    except ValidationError:
        value = None
    if value is None or value != value or value in (float("inf"), float("-inf")):
        whole = isinstance(field, models.IntegerField)
        wrong = _("“%(cell)s” is no whole number") if whole else _("“%(cell)s” is no number")
        raise HanseError(wrong % {"cell": cell}, do=_("write it in figures, as 1234 or 12.5"))
    return value
