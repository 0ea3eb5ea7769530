"""The cast: named people with known rights, a data directory of their own, and documents for them to see or not see."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.utils import translation
from django_tasks_db.models import DBTaskResult

from hanse.text import document as text
from hanse.workspace.accounts.models import User
from hanse.workspace.accounts.rights import Handling, Role
from hanse.workspace.jobs import work, workers
from tests.workspace import readymade
from tests.workspace.looks import LOOKS, listen, look_at
from tests.workspace.postgres import with_facts_on_postgresql

__all__ = ["with_facts_on_postgresql"]


@pytest.fixture(scope="session")
def for_all_workers(tmp_path_factory) -> Path:
    """A folder that the workers of a session have in common."""
    mine = tmp_path_factory.getbasetemp()
    return mine.parent if "PYTEST_XDIST_WORKER" in os.environ else mine


@pytest.fixture(scope="session")
def migrated() -> Path:
    """A database with all tables, to be copied."""
    return readymade.once(Path(tempfile.gettempdir()) / f"hanse-tables-{readymade.stamp()}.sqlite3", readymade.migrated)


@pytest.fixture
def data(migrated, tmp_path) -> Path:
    """A data directory whose database has its tables already, for a workspace that is started."""
    return readymade.directory(tmp_path / "data", migrated)


@pytest.fixture(scope="session")
def starting(migrated, for_all_workers) -> Path:
    """A database with the starting facts, to be copied."""
    return readymade.once(for_all_workers / "facts.sqlite3", lambda path: readymade.with_facts(path, migrated))


@pytest.fixture(scope="session")
def with_facts(request) -> Callable[[bool], None]:
    """Lay the content of the tests' database: the starting facts (True), or tables alone (False)."""
    if connection.vendor != "sqlite":
        return request.getfixturevalue("with_facts_on_postgresql")
    tables, facts = request.getfixturevalue("migrated"), request.getfixturevalue("starting")
    return lambda full: readymade.lay(facts if full else tables, Path(connection.settings_dict["NAME"]))


@pytest.fixture(scope="session")
def django_db_keepdb(request, django_db_modify_db_settings) -> Iterator[bool]:
    """The tests' own database is a copy too; of another engine than SQLite it is made from the migrations, and kept
    with ``--reuse-db``.
    """
    if connection.vendor != "sqlite":
        yield request.config.getvalue("reuse_db") and not request.config.getvalue("create_db")
        return
    copied = Path(connection.creation._get_test_db_name())
    shutil.copyfile(request.getfixturevalue("migrated"), copied)
    yield True
    connection.close()
    for each in ("", "-wal", "-shm"):
        Path(f"{copied}{each}").unlink(missing_ok=True)


@pytest.fixture
def facts(django_db_setup, with_facts, django_db_blocker) -> Iterator[None]:
    """The starting facts are in the tests' database; ask for them before anything that asks for the database."""
    assert not connection.in_atomic_block, "ask for facts first: the test's transaction has begun"
    with_facts(True)
    ContentType.objects.clear_cache()
    yield
    with_facts(False)
    ContentType.objects.clear_cache()


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    """The data directory of one test, with nothing kept from another; passwords are hashed at no cost."""
    cache.clear()
    translation.activate("en")  # the last page of the test before may have been in another language
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.HANSE_HOME = tmp_path / "home"
    settings.HANSE_HOME.mkdir()
    return settings.HANSE_HOME


def person(name: str, role: Role) -> Any:
    @pytest.fixture(name=name)
    def made(db: None) -> User:
        return User.objects.create_user(f"{name}@example.org", "correct horse battery", name=name.title(), role=role)

    return made


ada = person("ada", Role.ADMINISTRATOR)
otto = person("otto", Role.OFFICER)
rosa = person("rosa", Role.REVIEWER)
cem = person("cem", Role.CITY)
rhea = person("rhea", Role.RESEARCHER)
olga = person("olga", Role.OFFICER)


def speaking(name: str, city: str, country: str) -> Any:
    """A focal point of a city: the fixture is the person; the city is ``person.speaks_for.get().city``."""

    @pytest.fixture(name=name)
    def made(db: None) -> User:
        from hanse.workspace.focal_points.models import FocalPoint
        from hanse.workspace.registry.models import Actor

        user = User.objects.create_user(
            f"{name}@example.org", "correct horse battery", name=name.title(), role=Role.CITY
        )
        governed = Actor.objects.create(name=city, kind="city", country=country, handling=Handling.PUBLIC)
        FocalPoint.objects.create(person=user, city=governed)
        return user

    return made


tala = speaking("tala", "Tunis", "TUN")
milo = speaking("milo", "Montréal", "CAN")


@pytest.fixture
def visit() -> Callable[[User | None], Client]:
    """A browser of somebody's: ``visit(otto).get("/documents/")``; of the public for None."""

    def as_(user: User | None = None) -> Client:
        client = Client()
        if user is not None:
            client.force_login(user)
        return client

    return as_


@pytest.fixture
def work_off(monkeypatch) -> Callable[[], None]:
    """Do all queued jobs, as a worker would, but inside the test's own transaction."""
    monkeypatch.setattr(work, "BEAT", 3600.0)

    def work_all() -> None:
        workers.sweep()
        while task := DBTaskResult.objects.ready().first():
            task.claim("test")
            work.run.call(**task.args_kwargs["kwargs"])
            task.set_successful(None)

    return work_all


@pytest.fixture
def written(db: None) -> Callable[..., Any]:
    """A stored document of given paragraphs: ``written("Title", "1. First.", "Second.", handling="restricted")``."""

    def write(title: str, *paragraphs: str, handling: str = Handling.INTERNAL, **said: Any) -> Any:
        from hanse.workspace.documents.shelf import shelve

        blocks = tuple(passage(place, paragraph) for place, paragraph in enumerate(paragraphs, 1))
        said = {"language": "en", "source": f"{title}.txt", **said}
        return shelve(text.Document(id=title, content=blocks, title=title, handling=handling, **said))

    return write


def passage(place: int, paragraph: str) -> text.Passage:
    label, words = re.match(r"((?:\d+|OP\d+|PP\d+)\.? )?(.*)", paragraph, re.DOTALL).groups()
    number = (label or "").strip().rstrip(".")
    return text.Passage(id=f"p{place}", text=words, number=number, label=(label or "").strip())


@pytest.fixture
def see(chromium, live_server):
    """Open a page in a look: checks what the browser says of the policy, and accessibility, and keeps a picture.

    Who looks again in the same look does it in the same window.
    """
    windows: dict[tuple[Any, ...], tuple[Any, list[str]]] = {}

    def open_(path, user=None, look=LOOKS[0], name=""):
        scheme, width = look
        key = (user and user.pk, look)
        if key not in windows:
            context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
            if user is not None:
                client = Client()
                client.force_login(user)
                session = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
                context.add_cookies([session])
            page = context.new_page()
            windows[key] = page, listen(page)
        page, said = windows[key]
        page.goto(live_server.url + path)
        look_at(page, said, name=f"{name or 'page'}-{scheme}-{width}")
        return page

    yield open_
    for page, _ in windows.values():
        page.context.close()
