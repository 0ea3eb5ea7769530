"""What does a sheet say beside other sources? It is a source itself; what others attest stands, its word beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from hanse.workspace.accounts.rights import Handling
from hanse.workspace.languages import listed
from hanse.workspace.registry.exchange.columns import COMMON
from hanse.workspace.registry.exchange.draft import Draft
from hanse.workspace.registry.kinds import Kind
from hanse.workspace.registry.models import Attestation, Claim, Source, Translation

BATCH = 500
_SELF_SAID = (Source, Attestation, Claim, Translation)
"""What says where things come from is not attested again."""


@dataclass(frozen=True, slots=True)
class Witness:
    """A sheet as a source: the same bytes are the same source. With ``wins`` its values take the place of others'."""

    sha256: str
    title: str
    user: Any = None
    wins: bool = False

    @property
    def id(self) -> str:
        return f"sheet-{self.sha256[:24]}"

    def source(self) -> Source | None:
        """The source, made where it is not there yet; None where somebody removed it."""
        found = Source.objects.filter(pk=self.id).first()
        if found is None:
            brought = f"A sheet brought in by {self.user or 'the workspace'}."
            said = {"title": self.title, "note": brought, "handling": Handling.INTERNAL}
            found = Source(pk=self.id, date=timezone.localdate().isoformat(), **said)
            found._history_user, found._change_reason = self.user, f"import of {self.title}"
            found.save()
        return None if found.removed else found


def weigh(kind: Kind, drafts: list[Draft], witness: Witness) -> None:
    """Take out of what rows change the values that other sources attest: they stand, and ``Draft.stands`` keeps both.

    A row that its record then cannot hold is refused.
    """
    if witness.wins or not _attestable(kind):
        return
    changed = {each.id: each for each in drafts if each.going and each.existing is not None and each.changes}
    attested = _attested(kind, list(changed), witness)
    standing = {pk: list(_sourced(changed[pk], fields)) for pk, fields in attested.items()}
    standing = {pk: names for pk, names in standing.items() if names}
    for start in range(0, len(standing), BATCH):
        before = kind.model.objects.in_bulk(list(standing)[start : start + BATCH])
        for pk, record in before.items():
            _stand(kind, changed[pk], record, standing[pk])


def _attestable(kind: Kind) -> bool:
    return kind.model not in _SELF_SAID


def _attested(kind: Kind, ids: list[str], witness: Witness) -> dict[str, set[str]]:
    """By record the fields that sources other than this sheet attest; "" is the record as such."""
    found: dict[str, set[str]] = defaultdict(set)
    type_ = ContentType.objects.get_for_model(kind.model)
    for start in range(0, len(ids), BATCH):
        said = Attestation.objects.standing().filter(record_type=type_, record_id__in=ids[start : start + BATCH])
        for pk, field in said.exclude(source=witness.id).order_by().values_list("record_id", "field"):
            found[pk].add(field)
    return found


def _sourced(each: Draft, fields: set[str]) -> Iterator[str]:
    """What a row would change of the values that somebody attests, of themselves or with the record as such."""
    for name, (before, _after) in each.changes.items():
        if name not in COMMON and before and (name in fields or "" in fields):
            yield name


def _stand(kind: Kind, each: Draft, before: Any, names: list[str]) -> None:
    for name in names:
        each.stands[name] = each.changes.pop(name)
        attribute = kind.model._meta.get_field(name).attname
        setattr(each.record, attribute, getattr(before, attribute))
    try:
        if kind.dated:
            each.record.place_in_time()
        each.record.clean()
    except ValidationError as error:
        said = {"wrong": error.messages[0], "columns": listed(names)}
        told = _("%(wrong)s Other sources attest its %(columns)s, which stands; correct one of the two.")
        each.refuse("", told % said)


def noted(kind: Kind, drafts: list[Draft], witness: Witness) -> list[Attestation]:
    """What the sheet attests and has not attested before: new records as such, new and other values each."""
    if not _attestable(kind):
        return []
    said = [(each, name, value) for each in drafts if each.going for name, value in _says(each)]
    type_ = ContentType.objects.get_for_model(kind.model)
    known = set()
    for start in range(0, len(said), BATCH):
        ids = [each.id for each, *_rest in said[start : start + BATCH] if each.existing is not None]
        held = Attestation.objects.filter(record_type=type_, source=witness.id, record_id__in=ids)
        known |= set(held.order_by().values_list("record_id", "field", "value"))
    common = {"record_type": type_, "source_id": witness.id, "handling": Handling.INTERNAL}
    return [
        Attestation(record_id=each.id, field=name, value=value, locator=f"row {each.row}", **common)
        for each, name, value in said
        if (each.id, name, value) not in known
    ]


def _says(each: Draft) -> Iterator[tuple[str, str]]:
    if each.existing is None:
        yield "", ""
    for name, (_before, value) in (*each.changes.items(), *each.stands.items()):
        if name not in COMMON and value:
            yield name, value
