"""Which writes are logged? Every one of a record: by its history where it keeps one, else as it is saved or deleted."""

from __future__ import annotations

from functools import cache, wraps
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.utils import timezone
from django.utils.translation import gettext_noop
from simple_history.manager import HistoryManager
from simple_history.models import HistoricalRecords
from simple_history.signals import post_create_historical_record

from hanse.workspace.audit.models import Verb
from hanse.workspace.audit.pending import note
from hanse.workspace.audit.states import digest
from hanse.workspace.audit.unsigned import Unsigned

DERIVED = {
    "audit.entry": "the log itself",
    "audit.head": "the log itself",
    "accounts.link": "making and using one is logged as such",
    "mail.letter": "queued with what it tells of, which is logged",
    "documents.passage": "read from a document by a machine",
    "documents.furniture": "read from a document by a machine",
    "documents.upload": "a file on its way into a document",
    "campaigns.findingrecord": "found by a machine; a person's word on it is a review",
    "campaigns.tracerun": "a machine's run, started by a job",
    "lineage.tracedlineage": "a machine's answer, kept for a while",
    "processes.reminder": "queued by a watch, which is logged",
    "surveys.invitation": "a row at the time of an answer would tell whose it is; that people are asked is logged",
    "surveys.link": "likewise",
    "surveys.tally": "likewise",
    "surveys.box": "likewise",
}
"""Models of the workspace whose rows are not records, and why."""

LET_IN, SHUT_OUT = gettext_noop("let in again"), gettext_noop("shut out")
"""What stands in the log, in English."""

STARTED_ONLY = {"jobs.job"}
"""Logged when made: what becomes of them is their own business."""


def watch() -> None:
    """Begin to listen. Once, when all models are known."""
    tables: dict[str, str] = {}
    for model in apps.get_models():
        if not model.__module__.startswith("hanse.workspace.") or issubclass(model, _historical()):
            continue
        label = model._meta.label_lower
        if label in DERIVED:
            continue
        if label not in STARTED_ONLY:
            tables[model._meta.db_table] = label
        model.save_base = _whole(model.save_base)
        if attribute := getattr(model._meta, "simple_history_manager_attribute", ""):
            vars(model)[attribute].manager_class = LoggedHistory
        else:
            post_save.connect(saved, sender=model)
            post_delete.connect(deleted, sender=model)
    m2m_changed.connect(tied)
    post_create_historical_record.connect(kept_in_history)
    Unsigned(tables, signed_in).listen()


def _whole(save_base: Any) -> Any:
    """A record, the state in its history and the row of the log are one transaction, also where no other is open."""

    @wraps(save_base)
    def saved_whole(self: Model, *args: Any, **said: Any) -> None:
        with transaction.atomic(savepoint=False):
            save_base(self, *args, **said)

    return saved_whole


def _historical() -> type:
    from simple_history.models import HistoricalChanges

    return HistoricalChanges


class LoggedHistory(HistoryManager):
    """The history of a model; many states written at once are one row of the log."""

    @classmethod
    @cache
    def from_queryset(cls, queryset_class: Any, class_name: str | None = None) -> Any:
        """The same class each time: a model's history is asked for at every write, and made a class anew each time."""
        return super().from_queryset(queryset_class, class_name)

    def bulk_history_create(self, objs: Any, *args: Any, **said: Any) -> Any:
        said["default_date"] = said.get("default_date") or timezone.now()
        states = super().bulk_history_create(objs, *args, **said)
        if states:
            verb = Verb.ADDED if states[0].history_type == "+" else Verb.CHANGED
            numbers = [each.history_id for each in states]
            one = _key(states[0]) if len(states) == 1 else ""
            note(
                verb,
                person=states[0].history_user,
                model=self.model.instance_type._meta.label_lower,
                record=one,
                count=len(states),
                states=(min(numbers), max(numbers)),
                state=digest(states),
            )
        return states


def kept_in_history(instance: Model, history_instance: Any, **_: Any) -> None:
    """A record was saved or deleted, and its history has the state."""
    said = ""
    verb = {"+": Verb.ADDED, "~": Verb.CHANGED, "-": Verb.DELETED}[history_instance.history_type]
    if verb == Verb.CHANGED and getattr(instance, "removed", None):
        verb = Verb.REMOVED
    if instance._meta.label_lower == "accounts.user" and verb == Verb.CHANGED:
        verb, said = _of_a_person(instance, history_instance)
        if verb is None:
            return
    number = history_instance.history_id
    note(
        verb,
        person=history_instance.history_user or signed_in(),
        model=instance._meta.label_lower,
        record=_key(history_instance),
        states=(number, number),
        state=digest([history_instance]),
        said=said,
    )


def _of_a_person(user: Any, state: Any) -> tuple[Verb | None, str]:
    """What became of a person; None where only the day of the last sign-in is new."""
    if user._password is not None:
        return Verb.PASSWORD, ""
    before = state.prev_record
    if before is None:
        return Verb.CHANGED, ""
    if before.role != state.role:
        return Verb.ROLE, f"{before.role} to {state.role}"
    if before.is_active != state.is_active:
        return Verb.CHANGED, LET_IN if state.is_active else SHUT_OUT
    return (Verb.CHANGED, "") if (before.email, before.name) != (state.email, state.name) else (None, "")


def saved(sender: Any, instance: Model, created: bool, **_: Any) -> None:
    """A record that keeps no history was saved."""
    label = sender._meta.label_lower
    if label in STARTED_ONLY:
        if created:
            owner = getattr(instance, "owner", None)
            note(Verb.STARTED, person=owner or signed_in(), model=label, record=instance.pk, said=instance.kind)
        return
    _noted(Verb.ADDED if created else Verb.CHANGED, instance)


def deleted(sender: Any, instance: Model, **_: Any) -> None:
    if sender._meta.label_lower not in STARTED_ONLY:
        _noted(Verb.DELETED, instance)


def tied(sender: Any, instance: Model, action: str, pk_set: Any = None, **_: Any) -> None:
    """A record was tied to others, or parted from them, in a table that has no model of its own."""
    label = instance._meta.label_lower
    done = {"post_add": "added", "post_remove": "taken out", "post_clear": "taken out"}.get(action)
    if not done or (pk_set is not None and not pk_set) or not sender.__module__.startswith("hanse.workspace."):
        return
    count = "all" if pk_set is None else len(pk_set)
    what = sender._meta.label_lower.rpartition("_")[2]
    note(Verb.CHANGED, person=signed_in(), model=label, record=str(instance.pk)[:40], said=f"{what}: {count} {done}")


def _noted(verb: Verb, instance: Model) -> None:
    label = instance._meta.label_lower
    note(verb, person=signed_in(), model=label, record=str(instance.pk)[:40], state=digest([instance]))


def _key(state: Any) -> str:
    return str(getattr(state, state.instance_type._meta.pk.attname))[:40]


def signed_in() -> Any:
    """Who sent the request that is being answered, or None."""
    user = getattr(getattr(HistoricalRecords.context, "request", None), "user", None)
    return user if user is not None and user.is_authenticated else None
