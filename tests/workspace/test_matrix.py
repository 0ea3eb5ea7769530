"""Who gets what? The whole cast asks for every address by every method, and gets what the table says.

After an address was added: ``HANSE_MATRIX=write pytest tests/workspace/test_matrix.py`` writes the table anew. Judge
each line that changed, and who the page is for, before you keep it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction

from hanse.workspace.accounts.rights import may
from tests.workspace.matrix import table
from tests.workspace.matrix.asking import REFUSED, Answer, Visitor, unrendered
from tests.workspace.matrix.routes import METHODS, Route, routes
from tests.workspace.matrix.world import BODIES, SHUT_OUT, World

pytestmark = [pytest.mark.django_db, pytest.mark.timeout(1200), pytest.mark.xdist_group("matrix")]
WRITES = os.environ.get("HANSE_MATRIX") == "write"
COMMON = {"GET", "POST"}
READS = {"GET", "HEAD"}
MAY_NOTE = {"account", "audit", "audit-export", "account_logout", "mfa_index", "document-binding"}
"""Pages that note something though they are only read: that a session is there, what was done since, what a text was
read to say, so that nobody waits for it again."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("matrix")


@pytest.fixture(scope="module")
def world(home: Path, django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """Made once, in a transaction that is never kept."""
    from django.conf import settings

    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock(), transaction.atomic():
        patch.setattr(settings, "HANSE_HOME", home)
        patch.setattr(settings, "PASSWORD_HASHERS", ["django.contrib.auth.hashers.MD5PasswordHasher"])
        yield World(home)
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def visitors(world: World) -> dict[str, Visitor]:
    found = {name: Visitor(world.people[name]) for name in (*table.SIGNED_IN, SHUT_OUT)}
    type(world.people[SHUT_OUT]).objects.filter(pk=world.people[SHUT_OUT].pk).update(is_active=False)
    return found | {"public": Visitor(), "closed": Visitor()}


@pytest.fixture(scope="module")
def asked(world: World, visitors: dict[str, Visitor]) -> dict[str, dict[str, dict[str, Answer]]]:
    """By pattern, method and name: what everybody gets."""
    with unrendered():
        return {each.pattern: _asked(place, each, world, visitors) for place, each in enumerate(routes())}


def _asked(place: int, route: Route, world: World, visitors: dict[str, Visitor]) -> dict[str, dict[str, Answer]]:
    address = route.example(world.arguments)
    return {
        method: {
            name: _answer(visitors[name], method, address, BODIES.get(route.name), name not in ("closed", SHUT_OUT))
            for name in _askers(place, method)
        }
        for method in METHODS
    }


def _askers(place: int, method: str) -> tuple[str, ...]:
    """Everybody; by the methods that few pages have, two in turn, so that over the pages everybody does."""
    if WRITES or method in COMMON:
        return table.COLUMNS
    return tuple(table.COLUMNS[(place + step) % len(table.COLUMNS)] for step in (0, 5))


def _answer(visitor: Visitor, method: str, address: str, body: Any, open_to_public: bool) -> Answer:
    from django.conf import settings

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "HANSE_OPEN_TO_PUBLIC", open_to_public)
        return visitor.ask(method, address, body if method == "POST" else None)


@pytest.mark.slow
def test_everybody_gets_what_the_table_says_by_every_method(asked):
    if WRITES:
        kept = {row["pattern"]: row["for"] for row in table.read()}
        table.write(row for route in routes() for row in table.rows_of(route, *_statuses(asked, route, kept)))
    said = table.cells()
    got = {
        (pattern, method, name): answer.status
        for pattern, methods in asked.items()
        for method, answers in methods.items()
        for name, answer in answers.items()
    }
    assert {cell: (status, said.get(cell)) for cell, status in got.items() if status != said.get(cell)} == {}


def _statuses(asked: Any, route: Route, kept: dict[str, str]) -> tuple[dict[str, dict[str, str]], str]:
    answers = asked[route.pattern].items()
    found = {method: {name: each.status for name, each in got.items()} for method, got in answers}
    return found, kept.get(route.pattern, "")


def test_every_address_is_in_the_table_and_no_other():
    assert list(dict.fromkeys(row["pattern"] for row in table.read())) == [each.pattern for each in routes()]


def test_each_page_serves_those_whom_it_is_for_and_nobody_else():
    by_page = {}
    for row in table.read():
        by_page.setdefault((row["pattern"], row["for"]), []).append(row)
    assert [page for page, rows in by_page.items() if table.served(rows) != table.meant(page[1])] == []


def test_who_lacks_the_right_that_a_view_names_gets_nothing(world):
    """The right that a view asks for is above what the table says of it."""
    wrong = []
    said = {row["pattern"]: row["for"] for row in table.read()}
    for route in routes():
        right = getattr(route.view, "hanse_right", None)
        if right is None:
            continue
        holders = {name for name in table.SIGNED_IN if may(world.people[name], right)}
        if not table.meant(said[route.pattern]) & set(table.SIGNED_IN) <= holders:
            wrong.append((route.pattern, right))
    assert wrong == []


@pytest.mark.slow
def test_who_is_refused_has_changed_nothing(asked):
    refused = [
        (pattern, method, name, answer)
        for pattern, got in asked.items()
        for method, answers in got.items()
        for name, answer in answers.items()
        if answer.status in REFUSED and answer.written
    ]
    assert refused == []


@pytest.mark.slow
def test_who_only_reads_changes_nothing(asked):
    by_name = {each.pattern: each.name for each in routes()}
    wrote = {
        by_name[pattern]
        for pattern, got in asked.items()
        for method in READS
        for answer in got[method].values()
        if answer.written
    }
    assert wrote <= MAY_NOTE


def test_nothing_breaks():
    assert [row for row in table.read() if any(row[name].startswith("5") for name in table.COLUMNS)] == []


@pytest.fixture(autouse=True)
def home_of_test(home: Path, settings: Any) -> None:
    cache.clear()
    settings.HANSE_HOME = home
