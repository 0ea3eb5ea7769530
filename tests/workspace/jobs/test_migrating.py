"""The tables that the steps of migrations make, rendering little, are those that Django makes of the models."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations.state import ProjectState

from hanse.workspace.jobs.management.commands.migrate import sparing

Table = tuple[set[tuple[Any, ...]], set[tuple[Any, ...]], set[tuple[Any, ...]]]


def tables(cursor: Any, names: list[str]) -> dict[str, Table]:
    """Columns, foreign keys and indexes of each table, whatever their order and the names made up for them."""
    return {name: table(cursor, name) for name in names}


def table(cursor: Any, name: str) -> Table:
    columns = {row[1:] for row in ask(cursor, f'PRAGMA table_info("{name}")')}
    keys = {row[2:] for row in ask(cursor, f'PRAGMA foreign_key_list("{name}")')}
    indexes = ask(cursor, f'PRAGMA index_list("{name}")')
    named = {(row[2:], tuple(ask(cursor, f'PRAGMA index_xinfo("{row[1]}")'))) for row in indexes}
    return columns, keys, {(said, tuple(each[2:] for each in parts)) for said, parts in named}


def ask(cursor: Any, query: str) -> list[tuple[Any, ...]]:
    cursor.execute(query)
    return [tuple(row) for row in cursor.fetchall()]


def of_models() -> list[str]:
    with connection.schema_editor(collect_sql=True, atomic=False) as editor:
        for model in apps.get_models(include_auto_created=False):
            if model._meta.managed and not model._meta.proxy:
                editor.create_model(model)
    return editor.collected_sql


@pytest.mark.django_db(transaction=True)
def test_the_steps_of_migrations_make_the_tables_of_the_models():
    if connection.vendor != "sqlite":
        pytest.skip("what SQLite tells of its tables is compared")
    names = [each for each in connection.introspection.django_table_names() if "_words" not in each]
    with closing(sqlite3.connect(":memory:")) as straight:
        straight.executescript("\n".join(of_models()))
        wanted = tables(straight.cursor(), names)
    with connection.cursor() as cursor:
        found = tables(cursor, names)
    assert len(found) > 150
    assert {name: told for name, told in found.items() if told != wanted[name]} == {}


def test_django_renders_as_ever_when_it_is_over():
    before = dict(vars(ProjectState))
    with sparing():
        assert ProjectState.reload_model is not before["reload_model"]
    assert dict(vars(ProjectState)) == before
