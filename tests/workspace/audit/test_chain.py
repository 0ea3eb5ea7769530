"""The log: every write and every sign-in has a row, and no row can be changed, removed or moved unseen."""

from __future__ import annotations

import json
import threading

import pytest
from click.testing import CliRunner
from django.db import IntegrityError, InternalError, connection, transaction
from django.test import Client

from hanse.cli import hanse
from hanse.workspace.accounts.models import Link, Named, User
from hanse.workspace.accounts.rights import Role
from hanse.workspace.audit import anchors
from hanse.workspace.audit.chain import START, hashed, serial
from hanse.workspace.audit.engines import triggers
from hanse.workspace.audit.histories import compare
from hanse.workspace.audit.models import Entry, Head, Verb
from hanse.workspace.audit.pending import settle
from hanse.workspace.audit.verifying import verify
from hanse.workspace.documents.models import Document
from hanse.workspace.pledges.models import Call
from hanse.workspace.registry.exchange.taking import take_in
from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.registry.models import Actor, Instrument
from tests.workspace.test_no_trace import Registry


def rows(**wanted):
    settle()
    return list(Entry.objects.filter(**wanted).order_by("number"))


def told(**wanted):
    return [(each.email, each.verb, each.model, each.record) for each in rows(**wanted)]


@pytest.fixture
def ten(db):
    """A log of ten rows and more, without what keeps them as they are."""
    for number in range(10):
        Actor.objects.create(name=f"City {number}", kind="city", country="DNK")
    settle()
    triggers.lift(connection)
    yield Entry.objects.order_by("number")
    triggers.put(connection)


@pytest.fixture
def seen_all(db, written, monkeypatch):
    """A record of every kind of the registry and the processes, with something in every column."""
    old = {name: kind for name, kind in KINDS.items() if kind.model._meta.app_label in {"registry", "processes"}}
    monkeypatch.setattr("tests.workspace.test_no_trace.KINDS", old)
    return Registry("seen", "Harbour", "public", document=written("Minutes", "1. Words."))


def test_a_row_is_hashed_as_the_reference_says():
    row = (1, None, None, "", "added", "registry.actor", "é", 1, 4, 4, "", "", START)
    assert serial(row).decode() == f'[1,null,null,"","added","registry.actor","é",1,4,4,"","","{START}"]'
    assert len(hashed(row)) == 64


def test_every_write_of_a_record_has_a_row(db, otto):
    city = Actor(name="Tallinn", kind="city", country="EST")
    city._history_user = otto
    city.save()
    key = city.pk
    city.name = "Reval"
    city.save()
    city.remove()
    city.delete()
    verbs = [(each.email, each.verb) for each in rows(model="registry.actor", record=key)]
    assert verbs == [(otto.email, "added"), *[(otto.email, verb) for verb in ("changed", "removed", "deleted")]]
    assert verify().whole


def test_what_people_write_on_pages_names_them(visit, otto):
    visit(otto).post(
        "/registry/cities/add/", {"name": "Narva", "kind": "city", "country": "EST", "handling": "internal"}
    )
    city = Actor.objects.get(name="Narva")
    assert (otto.email, "added", "registry.actor", city.pk) in told(model="registry.actor")


def test_sign_in_sign_out_and_failure_have_rows(db, rhea):
    client = Client()
    client.post("/account/login/", {"login": rhea.email, "password": "wrong"})
    client.post("/account/login/", {"login": "my secret password", "password": "wrong"})
    client.post("/account/login/", {"login": rhea.email.upper(), "password": "correct horse battery"})
    client.post("/account/logout/")
    found = [(each.email, each.verb) for each in rows() if each.verb.startswith("sign")]
    assert found == [(rhea.email, "sign-in failed"), (rhea.email, "signed in"), (rhea.email, "signed out")]
    assert "secret" not in "".join(str(vars(each)) for each in rows())


def test_role_password_invitation_and_named_people_have_rows(db, ada, rhea):
    rhea.role = Role.REVIEWER
    rhea.save()
    rhea.set_password("another horse battery")
    rhea.save()
    token = Link.make(rhea)
    Link.find(token).spend()
    Named.objects.create(person=rhea, model="registry.reprisal", record="x", by=ada)
    assert [(each.verb, each.said) for each in rows(model="accounts.user", record=str(rhea.pk))][1:] == [
        (Verb.ROLE, "researcher to reviewer"),
        (Verb.PASSWORD, ""),
        (Verb.INVITED, ""),
    ]
    assert [each.model for each in rows() if each.verb == "added"][-1:] == ["accounts.named"]


def test_what_is_rolled_back_has_no_row(db):
    with transaction.atomic():
        Actor.objects.create(name="Kept", kind="city")
        with transaction.atomic():
            Actor.objects.create(name="Lost", kind="city")
            transaction.set_rollback(True)
    assert len(rows(model="registry.actor")) == 1


def test_many_records_written_at_once_are_one_row(db, otto):
    lines = [{"name": f"City {number}", "country": "EST"} for number in range(30)]
    take_in(KINDS["cities"], lines, user=otto)
    (row,) = rows(model="registry.actor")
    assert (row.verb, row.count, row.record, row.email) == ("added", 30, "", otto.email)
    assert row.last_state - row.first_state == 29
    assert row.state.count(":") == 1


def test_the_database_refuses_to_change_or_delete_a_row(db):
    Actor.objects.create(name="Tartu", kind="city")
    settle()
    for change in (lambda: Entry.objects.update(email="x"), lambda: Entry.objects.all().delete()):
        with pytest.raises((IntegrityError, InternalError), match="only added to"), transaction.atomic():
            change()


@pytest.mark.parametrize("column", ["email", "verb", "record", "state", "said", "who", "at", "previous", "hash"])
def test_a_changed_row_is_named(ten, column):
    row = ten[4]
    other = ten[6]
    assert verify().whole
    Entry.objects.filter(pk=5).update(**{column: "x" if column not in {"who", "at"} else getattr(other, column) or 7})
    found = verify()
    assert found.broken == 5, (row, found)
    assert "5" in found.sentence


def test_a_removed_row_is_named(ten):
    Entry.objects.filter(pk=3).delete()
    assert (verify().broken, verify().sentence) == (3, "Row 3 is missing.")


def test_removed_first_rows_are_named(ten):
    Entry.objects.filter(pk__lt=3).delete()
    assert (verify().broken, verify().sentence) == (1, "Rows 1 to 2 are missing.")


def test_rows_in_another_order_are_named(ten):
    for before, after in ((2, 99), (3, 2), (99, 3)):
        Entry.objects.filter(pk=before).update(number=after)
    assert verify().broken == 2


def test_a_row_removed_and_the_rest_numbered_anew_is_named(ten):
    Entry.objects.filter(pk=4).delete()
    for number in range(5, ten.last().number + 1):
        Entry.objects.filter(pk=number).update(number=number - 1)
    assert verify().broken == 4


def test_a_row_hashed_anew_is_named_by_the_one_after(ten):
    from hanse.workspace.audit.chain import COLUMNS

    Entry.objects.filter(pk=5).update(email="x")
    Entry.objects.filter(pk=5).update(hash=hashed(Entry.objects.values_list(*COLUMNS).get(pk=5)))
    assert verify().broken == 6


def test_a_log_cut_off_at_its_end_is_told_by_its_head_and_by_anchors(ten):
    whole = verify()
    Entry.objects.filter(pk__gt=8).delete()
    assert "cut off" in verify().sentence
    last = Entry.objects.get(pk=8)
    Head.objects.update(number=8, hash=last.hash)
    assert verify().whole, "without an anchor kept elsewhere nobody can tell"
    found = verify(anchors.read(f"{whole.number}:{whole.hash}"))
    assert (found.broken, found.sentence.endswith("The log was cut off at its end.")) == (9, True)


@pytest.mark.django_db(transaction=True)
def test_the_end_of_the_log_is_kept_once_a_day(home):
    Actor.objects.create(name="Tartu", kind="city")
    Actor.objects.create(name="Narva", kind="city")
    (kept,) = anchors.kept()
    assert Entry.objects.get(pk=kept.number).hash == kept.hash
    assert verify().anchors == 1


@pytest.mark.django_db(transaction=True)
def test_writers_at_once_make_one_chain_without_gaps():
    people = [User.objects.create_user(f"{number}@example.org") for number in range(4)]

    def write(person):
        for turn in range(10):
            with transaction.atomic():
                Document.objects.create(title=f"{turn}", owner=person)
                person.name = f"{turn}"
                person.save()
        connection.close()

    threads = [threading.Thread(target=write, args=(person,)) for person in people]
    [each.start() for each in threads]
    [each.join() for each in threads]
    assert not Entry.objects.exclude(said="").exists()
    numbers = list(Entry.objects.order_by("number").values_list("number", flat=True))
    assert numbers == list(range(1, 4 + 4 * 20 + 1))
    assert verify().whole


def test_the_command_says_what_it_found_and_ends_accordingly(ten, monkeypatch):
    monkeypatch.setenv("HANSE_DATABASE_URL", "the tests' own")
    result = CliRunner().invoke(hanse, ["audit", "verify"])
    assert (result.exit_code, result.stdout.splitlines()[0]) == (0, "The log is whole: 10 rows.")
    end = result.stdout.splitlines()[1].removeprefix("It ends: ")
    assert CliRunner().invoke(hanse, ["audit", "verify", "--anchor", end]).exit_code == 0
    assert CliRunner().invoke(hanse, ["audit", "verify", "--anchor", "10:" + "0" * 64]).exit_code == 1
    Entry.objects.filter(pk=5).delete()
    result = CliRunner().invoke(hanse, ["audit", "verify", "--json"])
    assert (result.exit_code, json.loads(result.stdout)["broken"]) == (1, 5)


def test_the_command_says_where_there_is_no_workspace(tmp_path, monkeypatch):
    monkeypatch.delenv("HANSE_DATABASE_URL", raising=False)
    result = CliRunner().invoke(hanse, ["audit", "verify", "--data", str(tmp_path / "none")])
    assert (result.exit_code, "there is no workspace here" in result.stderr) == (2, True)
    assert not (tmp_path / "none").exists()


def test_what_is_written_past_the_models_is_counted(db, otto, rhea):
    cities = [Actor.objects.create(name=f"City {number}", kind="city") for number in range(5)]
    settle()
    before = Head.objects.get().number
    Actor.objects.filter(pk__in=[each.pk for each in cities[:3]]).update(note="x")
    cities[4].note = "y"
    cities[4].save()
    Named.objects.create(person=rhea, model="registry.actor", record="x")
    Named.objects.filter(person=rhea).delete()
    User.objects.filter(pk=otto.pk).update(last_login=None)
    told = [(each.verb, each.model, each.count) for each in rows(number__gt=before)]
    assert sorted(told) == [
        ("added", "accounts.named", 1),
        ("changed", "registry.actor", 1),
        ("changed", "registry.actor", 3),
        ("deleted", "accounts.named", 1),
    ]
    settle()
    assert len(rows(number__gt=before)) == 4, "nothing is told twice"


def test_what_is_added_past_the_models_is_counted_too(db, otto, rhea):
    settle()
    before = Head.objects.get().number
    Named.objects.bulk_create(Named(person=rhea, model="registry.actor", record=str(each)) for each in range(3))
    again = [Named(person=rhea, model="registry.actor", record=str(each)) for each in range(5)]
    Named.objects.bulk_create(again, ignore_conflicts=True)
    Named.objects.create(person=otto, model="registry.actor", record="x")
    take_in(KINDS["cities"], [{"name": f"City {number}", "country": "EST"} for number in range(4)], user=otto)
    told = [(each.verb, each.model, each.count) for each in rows(number__gt=before)]
    assert sorted(told) == [
        ("added", "accounts.named", 1),
        ("added", "accounts.named", 5),
        ("added", "registry.actor", 4),
    ]


def test_what_a_record_is_tied_to_is_told_and_hides_no_other_write(db):
    call = Call.objects.create(title="Call")
    compacts = [Instrument.objects.create(title=f"Compact {number}", kind="compact") for number in range(2)]
    settle()
    before = Head.objects.get().number
    call.instruments.set(compacts)
    call.instruments.set(compacts[:1])
    Call.objects.filter(pk=call.pk).update(note="x")
    told = [(each.record, each.said) for each in rows(number__gt=before)]
    assert sorted(told) == [
        ("", "many at once"),
        (call.pk, "instruments: 1 taken out"),
        (call.pk, "instruments: 2 added"),
    ]


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_too_every_write_has_its_row():
    city = Actor.objects.create(name="Tartu", kind="city")
    Actor.objects.filter(pk=city.pk).update(note="x")
    city.delete()
    told = [(each.verb, each.count) for each in Entry.objects.filter(model="registry.actor").order_by("number")]
    assert told == [("added", 1), ("changed", 1), ("deleted", 1)]
    assert verify().whole


def test_every_kind_of_record_is_digested_alike_before_and_after_it_is_stored(seen_all, otto):
    take_in(KINDS["cities"], [{"name": f"City {number}", "country": "EST"} for number in range(30)], user=otto)
    settle()
    found = compare()
    assert (found.broken, found.older) == (None, 0), found.sentence
    assert found.states > 50


def test_a_state_that_was_changed_in_a_history_is_found(db, otto):
    city = Actor.objects.create(name="Tartu", kind="city")
    take_in(KINDS["cities"], [{"name": f"City {number}", "country": "EST"} for number in range(3)], user=otto)
    settle()
    assert compare().broken is None
    many = Entry.objects.get(count=3)
    Actor.history.filter(name="City 1").update(name="City 2")
    assert compare().broken == many.number
    city.history.update(note="x")
    assert "not as it was written" in compare().sentence
    city.history.all().delete()
    assert (compare().broken, "missing" in compare().sentence) == (2, True)
