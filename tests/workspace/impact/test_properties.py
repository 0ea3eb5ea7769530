"""What holds of any records: nothing counts twice, what is restricted changes nothing, a snapshot never changes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hanse.errors import RefusedChange
from hanse.workspace.engagements.models import Engagement, Submission
from hanse.workspace.impact import ready, snapshots
from hanse.workspace.impact.counting import value
from hanse.workspace.impact.models import Member, Snapshot
from hanse.workspace.impact.snapshots import leaf_of
from hanse.workspace.pledges.models import Pledge
from hanse.workspace.processes.models import Access, Process, Session
from tests.workspace.impact.conftest import DAY

pytestmark = pytest.mark.django_db

COUNTED = ("pledges", "dialogues", "contributions", "processes")
DATES = st.sampled_from(["", "2019", "2021-05", "2024-03-02", "201X", "2031"])
HANDLING = st.sampled_from(["public", "public", "public", "internal", "restricted"])
RECORDS = st.lists(
    st.tuples(
        st.sampled_from(["pledge", "engagement", "submission", "access"]),
        DATES,
        HANDLING,
        st.integers(0, 2),
        st.sampled_from(["speaker", "attendee", "none", ""]),
        st.sampled_from(["published", "published", "accepted"]),
    ),
    max_size=12,
)
SLOW = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))


@contextmanager
def undone() -> Iterator[None]:
    """Whatever is written within is taken back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def make(city: Any) -> Any:
    """Records as hypothesis draws them."""
    sessions = []
    for number in range(3):
        process = Process.objects.create(title=f"Process {number // 2}", handling="public")
        sessions.append(Session.objects.create(process=process, title="S", since="2020", handling="public"))

    def made(drawn: Any) -> list[Any]:
        return [_record(city, sessions, *each) for each in drawn]

    return made


def _record(city: Any, sessions: Any, kind: str, day: str, handling: str, place: int, function: str, state: str) -> Any:
    if kind == "pledge":
        return Pledge.objects.create(title="P", city=city, pledged=day, handling=handling, state=state)
    if kind == "engagement":
        return Engagement.objects.create(title="E", since=day, handling=handling)
    if kind == "submission":
        return Submission.objects.create(title="S", by=city, addressee=city, date=day, handling=handling)
    return Access.objects.create(actor=city, session=sessions[place], function=function, handling=handling)


def values(user: Any, day: date = DAY) -> dict[str, Any]:
    return {key: value(ready.found(key, user), user, day) for key in COUNTED}


def shown(found: Any) -> tuple[Any, ...]:
    return found.number, found.undated, found.figure, sorted(found.members.keys())


@SLOW
@given(drawn=RECORDS, day=st.dates(date(2018, 1, 1), date(2032, 1, 1)))
def test_no_record_is_counted_twice_and_the_number_is_what_it_opens_onto(make, public, otto, drawn, day):
    with undone():
        make(drawn)
        for user in (public, otto):
            for found in values(user, day).values():
                keys = list(found.members.keys())
                units = [(each.kind, each.key) for each in found.members[0:200]]
                assert len(keys) == len(set(keys))
                assert len(units) == len(set(units)) == found.number
                assert 0 <= found.undated <= found.number
                assert sum(each.of for each in found.members[0:200]) == len(keys)


@SLOW
@given(drawn=RECORDS.filter(bool), pick=st.integers(0, 20))
def test_removing_a_record_changes_exactly_the_numbers_that_count_it(make, public, drawn, pick):
    with undone():
        records = make(drawn)
        gone = records[pick % len(records)]
        before = {key: shown(found) for key, found in values(public).items()}
        gone.remove()
        for key, found in values(public).items():
            held = [each for each in before[key][3] if each[1] != gone.pk]
            assert sorted(found.members.keys()) == held
            if len(held) == len(before[key][3]):
                assert shown(found) == before[key]
            elif key != "processes":
                assert found.number == before[key][0] - 1
        gone.restore()
        assert {key: shown(found) for key, found in values(public).items()} == before


@SLOW
@given(drawn=RECORDS, hidden=RECORDS)
def test_what_the_public_may_not_see_changes_no_public_number(make, public, drawn, hidden):
    with undone():
        make(drawn)
        before = {key: shown(found) for key, found in values(public).items()}
        make([(kind, day, "restricted", *rest) for kind, day, _handling, *rest in hidden])
        assert {key: shown(found) for key, found in values(public).items()} == before


@SLOW
@given(drawn=RECORDS, later=RECORDS, key=st.sampled_from(COUNTED), fate=st.lists(st.integers(0, 2), max_size=12))
def test_a_snapshot_never_changes_whatever_becomes_of_the_records(make, public, otto, drawn, later, key, fate):
    with undone():
        records = make(drawn)
        held = snapshots.freeze(ready.found(key, otto), DAY, otto)
        frozen = held.said
        for record, what in zip(records, fate, strict=False):
            if what == 1:
                record.remove()
            elif what == 2:
                type(record).objects.filter(pk=record.pk).update(handling="restricted")
        make(later)
        again = Snapshot.objects.get(pk=held.pk)
        assert again.said == frozen
        assert hashlib.sha256(again.said.encode()).hexdigest() == again.digest
        members = list(again.members.all())
        assert [leaf_of(each.kind, each.record, each.salt) for each in members] == json.loads(frozen)["members"]
        told = snapshots.members(members, public)
        fates = {record.pk: what for record, what in zip(records, fate, strict=False)}
        for each, member in zip(told, members, strict=True):
            wanted = {0: "seen", 1: "removed", 2: "withheld"}[fates.get(member.record, 0)]
            assert each.state == wanted
            assert each.state != "withheld" or not (each.key or each.title or each.salt)


def test_a_snapshot_and_its_members_cannot_be_written_over_or_taken_away(pledged, public, otto):
    pledged()
    held = snapshots.freeze(ready.found("pledges", otto), DAY, otto)
    for write in (
        held.save,
        held.delete,
        Snapshot.objects.all().delete,
        lambda: Snapshot.objects.update(said="{}"),
        lambda: Member.objects.update(record="x"),
        Member.objects.all().delete,
        held.members.first().save,
    ):
        with pytest.raises(RefusedChange):
            write()


def test_only_what_is_public_is_frozen(pledged, public, otto):
    pledged()
    pledged(handling="internal")
    held = snapshots.freeze(ready.found("pledges", otto), DAY, otto)
    assert json.loads(held.said)["number"] == 1
    kept = held.indicator
    kept.handling = "internal"
    kept.save()
    with pytest.raises(RefusedChange):
        snapshots.freeze(kept, DAY, otto)
