"""What was the number when it was cited? A value as the public has it is frozen, with the digests of its members."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from hanse.errors import RefusedChange
from hanse.workspace.accounts.rights import EVERYBODY, Handling
from hanse.workspace.impact import ready
from hanse.workspace.impact.counting import counted, value
from hanse.workspace.impact.grouping import rule_of
from hanse.workspace.impact.ledger import influenced
from hanse.workspace.impact.models import Indicator, Member, Snapshot
from hanse.workspace.impact.told import in_words
from hanse.workspace.keys import key
from hanse.workspace.languages import speaking
from hanse.workspace.registry.kinds import KINDS

FORM = "hanse snapshot 1"
PUBLIC = EVERYBODY
AT_ONCE = 1_000


def freeze(indicator: Indicator, day: date, user: Any, since: date | None = None) -> Snapshot:
    """Freeze what the public may see of an indicator's value, as of ``day`` or in the period from ``since`` to it.

    An indicator that came with the package becomes a record. Raises RefusedChange for an indicator that is not public.
    """
    if indicator.handling != Handling.PUBLIC:
        do = _("make the indicator public first")
        raise RefusedChange(_("it is not public, and a snapshot is there to be cited"), where=str(indicator), do=do)
    with transaction.atomic(), speaking("en"):
        indicator = ready.kept(indicator)
        found = value(indicator, PUBLIC, day, since)
        snapshot = Snapshot(id=key(), indicator=indicator, version=indicator.version, as_of=day, since=since, by=user)
        members = [_member(snapshot, place, *each) for place, each in enumerate(sorted(set(found.members.keys())))]
        snapshot.said = _canonical(_said(snapshot, indicator, found, members))
        snapshot.digest = hashlib.sha256(snapshot.said.encode()).hexdigest()
        snapshot.save()
        Member.objects.bulk_create(members, batch_size=1000)
    return snapshot


def _member(snapshot: Snapshot, place: int, kind: str, record: str) -> Member:
    salt = secrets.token_hex(16)
    return Member(snapshot=snapshot, place=place, kind=kind, record=record, salt=salt, leaf=leaf_of(kind, record, salt))


def leaf_of(kind: str, record: str, salt: str) -> str:
    """The digest by which a snapshot names a member."""
    return hashlib.sha256(f"{kind}/{record}/{salt}".encode()).hexdigest()


def _said(snapshot: Snapshot, indicator: Indicator, found: Any, members: Sequence[Member]) -> dict[str, Any]:
    """What is frozen: everything that the number has to be shown with, in English."""
    return {
        "form": FORM,
        "id": snapshot.pk,
        "indicator": indicator.key,
        "name": indicator.name,
        "definition": indicator.definition,
        "version": snapshot.version,
        "rule": json.loads(indicator.rule),
        "counted": in_words(indicator.counts),
        "as_of": snapshot.as_of.isoformat(),
        "since": snapshot.since.isoformat() if snapshot.since else None,
        "seen_by": "the public",
        "number": found.number,
        "of": found.of,
        "undated": found.undated,
        "sums": [{"currency": s.currency, "amount": f"{s.amount:.2f}", "records": s.records} for s in found.sums],
        "unsaid": found.unsaid,
        "apart": [each.words for each in found.apart],
        "note": found.note,
        "figure": found.figure,
        "members": [each.leaf for each in members],
    }


def _canonical(said: dict[str, Any]) -> str:
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Kept:
    """A member as a reader has it now: the record; gone (``removed``), as a tombstone; or withheld, which tells
    nothing but that it was counted."""

    leaf: str
    kind: str = ""
    key: str = ""
    salt: str = ""
    title: str = ""
    address: str = ""
    removed: Any = None

    @property
    def state(self) -> str:
        if self.title:
            return "seen"
        return "removed" if self.key else "withheld"

    @property
    def label(self) -> str:
        """What kind of record it is, in the language of the page."""
        return str(KINDS[self.kind].label) if self.kind in KINDS else _("position")


def members(held: Sequence[Member], user: Any) -> list[Kept]:
    """The members of a snapshot, as somebody may see them today. A query or two for each `AT_ONCE` of each kind."""
    by_kind: dict[str, list[str]] = {}
    for each in held:
        by_kind.setdefault(each.kind, []).append(each.record)
    seen: dict[tuple[str, str], tuple[str, str]] = {}
    gone: dict[tuple[str, str], Any] = {}
    for kind, all_keys in by_kind.items():
        for keys in _parts(all_keys) if kind in KINDS else ():
            seen |= {(kind, each.pk): (str(each), each.get_absolute_url()) for each in _visible(kind, keys, user)}
            gone |= {(kind, pk): when for pk, when in _removed(kind, keys)}
    if by_kind.keys() - KINDS.keys():
        ledger = influenced(user, date.max)  # those, too, that by what was said since do not count any more
        seen |= {(each.kind, each.key): (each.title, each.address) for each in ledger.positions}
    return [_kept(each, seen, gone) for each in held]


def _parts(keys: list[str]) -> Iterator[list[str]]:
    return (keys[at : at + AT_ONCE] for at in range(0, len(keys), AT_ONCE))


def _kept(member: Member, seen: dict[Any, Any], gone: dict[Any, Any]) -> Kept:
    at = (member.kind, member.record)
    if at in seen:
        return Kept(member.leaf, *at, member.salt, *seen[at])
    return Kept(member.leaf, *at, member.salt, removed=gone[at]) if at in gone else Kept(member.leaf)


def _visible(kind: str, keys: list[str], user: Any) -> Any:
    found = KINDS[kind].records().visible_to(user).filter(pk__in=keys)
    return found.select_related(*(each for each in found.model.ties if "__" not in each))


def _removed(kind: str, keys: list[str]) -> Any:
    """Those that were public, with all that they tie, until they were taken out."""
    model = KINDS[kind].model
    gone = model._base_manager.filter(pk__in=keys, removed__isnull=False, handling=Handling.PUBLIC)
    for tie in model.ties:
        gone = gone.filter(Q(**{tie: None}) | Q(**{f"{tie}__handling": Handling.PUBLIC}))
    return gone.order_by().values_list("pk", "removed")


def again(snapshot: Snapshot) -> Any:
    """What the same rule counts for the public today, to stand beside what was frozen; None where it no longer can."""
    rule = rule_of(snapshot)
    return counted(rule, PUBLIC, snapshot.as_of, snapshot.since) if rule else None
