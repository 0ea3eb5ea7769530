"""How does a record get back to what it was? Its past state becomes its present one, and the history says so."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.fields import GenericForeignKey
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import JSONField
from django.utils.translation import gettext as _

from hanse.errors import RefusedChange
from hanse.workspace.registry.models import Actor, Record

KEPT = {"id", "made", "merged_into"}
"""What no restoring changes. Merges are taken back as a whole: `hanse.workspace.registry.merging`."""


def restore(record: Record, entry: Any, *, why: str = "") -> None:
    """Put a record back into the state of an entry of its history, whether it is removed or stands.

    An actor that the state names and that was merged away since is named where it stands now.
    Raises RefusedChange where the record was merged before or since, where a record that the state names is gone, or
    where the state contradicts what stands now.
    """
    now, then = getattr(record, "merged_into_id", None), getattr(entry, "merged_into_id", None)
    if now or then:
        raise RefusedChange(_("was merged into another"), where=str(record), do=_("take the merge back first"))
    for field in record._meta.concrete_fields:
        if not _stays(field):
            named = getattr(entry, field.attname)
            setattr(record, field.attname, _standing(field, record, named) if field.is_relation and named else named)
    for field in record._meta.private_fields:
        if isinstance(field, GenericForeignKey) and getattr(record, field.fk_field):
            about = getattr(record, field.ct_field).model_class()
            setattr(record, field.fk_field, _stands(about, getattr(record, field.fk_field)))
    if record.removed is None:
        agrees(record)
    when = entry.history_date
    record._change_reason = why or f"Restored the state of {when:%-d %B %Y, %H:%M} UTC."
    with transaction.atomic():
        record.save()


def _stays(field: Any) -> bool:
    """What no form writes was done by steps that have rules of their own, as publishing and freezing: it stays.

    Whether a record is removed comes back, and answers to questions, which are no columns of a form.
    """
    written = field.editable or field.name == "removed" or isinstance(field, JSONField)
    return field.name in KEPT or not written


def bring_back(record: Record) -> None:
    """Let a removed record stand again. Raises RefusedChange where it contradicts what stands now."""
    with transaction.atomic():
        agrees(record)
        record.restore()


def agrees(record: Record) -> None:
    """Raises RefusedChange where a record breaks a rule of its kind: a second vote, a signature under a compact."""
    try:
        record.clean()
    except ValidationError as error:
        raise RefusedChange(error.messages[0].rstrip("."), where=str(record), do=_("correct that first")) from None


def _standing(field: Any, record: Record, named: Any) -> Any:
    """What a relation names now: of an actor that was merged away since, where it stands; of its own self, nothing."""
    model = field.related_model
    if not model._base_manager.filter(pk=named).exists():
        what = _("its %(column)s of then is gone") % {"column": field.verbose_name}
        raise RefusedChange(what, where=str(record), do=_("edit it instead"))
    stands = _stands(model, named)
    return None if field.null and model is type(record) and stands == record.pk else stands


def _stands(model: Any, pk: Any) -> Any:
    while model is Actor and (into := Actor.objects.filter(pk=pk).values_list("merged_into", flat=True).first()):
        pk = into
    return pk
