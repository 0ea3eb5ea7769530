"""Threads that write to SQLite take turns, and none keeps its turn."""

from __future__ import annotations

import threading

import pytest
from django.db import DatabaseError, connection, transaction

from hanse.workspace.accounts.models import User
from hanse.workspace.audit.engines.sqlite3.turns import Turn


def test_whoever_waits_is_woken_when_the_turn_is_over():
    first, second, had = Turn(), Turn(), threading.Event()
    first.wait("one.sqlite3", 1)
    thread = threading.Thread(target=lambda: (second.wait("one.sqlite3", 60), had.set()))
    thread.start()
    assert not had.wait(0.05)
    first.over()
    assert had.wait(30)
    thread.join()
    second.over()


def test_a_turn_is_given_back_once_and_by_a_connection_that_is_gone_too():
    gone = Turn()
    gone.wait("two.sqlite3", 1)
    del gone
    here, there = Turn(), Turn()
    here.wait("two.sqlite3", 1)
    here.over()
    here.over()
    there.wait("two.sqlite3", 1)
    here.over()
    late = Turn()
    late.wait("two.sqlite3", 0.01)
    assert there._given_back is not None
    assert late._given_back is None


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has its own locks")
@pytest.mark.django_db(transaction=True)
def test_a_transaction_that_fails_gives_its_turn_back(otto):
    with transaction.atomic():
        User.objects.filter(pk=otto.pk).update(name="Never")
        assert connection.turn._given_back is not None
        transaction.set_rollback(True)
    assert connection.turn._given_back is None
    with pytest.raises(DatabaseError), transaction.atomic():
        connection.cursor().execute("INSERT INTO nowhere VALUES (1)")
    assert connection.turn._given_back is None
    with transaction.atomic():
        User.objects.filter(pk=otto.pk).update(name="Otto")
    assert connection.turn._given_back is None
