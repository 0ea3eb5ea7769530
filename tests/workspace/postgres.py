"""A PostgreSQL for the tests: a cluster of our own, started when the first test asks, stopped after the last; and the
tests' own database on one, which HANSE_DATABASE_URL names."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.db import connection

from benchmarks.cluster import LACKING, binaries, cluster
from tests.conftest import lacking


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of an empty database, as HANSE_DATABASE_URL takes it."""
    if binaries() is None:
        lacking(LACKING)
    with cluster() as address:
        yield address


@pytest.fixture(scope="session")
def with_facts_on_postgresql(django_db_setup, django_db_blocker) -> Iterator[Callable[[bool], None]]:
    """Lay the content of the tests' database, as copies of two others: with the starting facts, or tables alone."""
    from hanse.workspace.registry.seeding import seed

    tests = connection.settings_dict["NAME"]
    tables, facts = f"{tests}_tables", f"{tests}_facts"

    def lay(full: bool) -> None:
        with django_db_blocker.unblock():
            _copy(facts if full else tables, tests)

    with django_db_blocker.unblock():
        _copy(tests, tables)
        seed()
        _copy(tests, facts)
    yield lay
    with django_db_blocker.unblock():
        for each in (tables, facts):
            _drop(each)


def _copy(database: str, into: str) -> None:
    _drop(into)
    connection.close()  # PostgreSQL copies a database that nobody has open
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{into}" TEMPLATE "{database}"')


def _drop(database: str) -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')
