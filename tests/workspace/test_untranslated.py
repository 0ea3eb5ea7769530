"""Can every word on every page be translated? Each page is opened in French, with all that is translated in brackets.

What then stands outside brackets, and is no content of a record, is English that no translation reaches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import NullTranslations
from html.parser import HTMLParser
from typing import Any

import pytest
from babel import Locale
from django.apps import apps
from django.db import models, transaction
from django.utils import translation

from hanse import saying
from hanse.workspace.campaigns import grid
from hanse.workspace.languages import Language
from hanse.workspace.registry import regions
from hanse.workspace.surveys import languages as surveys
from scripts.catalogues import OWN_NAMES
from tests.workspace.campaigns.conftest import files
from tests.workspace.matrix.routes import routes
from tests.workspace.matrix.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.timeout(1200)]
OPENS, SHUTS = "‹", "›"
WHO = ("ada", "tala", "public")
CODES = re.compile(
    r"\b(\w+\.(csv|xlsx|json|html|docx|pdf)|Mac Roman|[a-z]{2,3}(-[A-Z]\w+)?|[A-Z]{2,3}|[a-f0-9]{6,64}|\S+@\S+|https?://\S+|/\S*)\b"
)
"""Names of files and encodings, codes of languages and countries, digests, addresses."""
ADDRESS = re.compile(r"https?://\S+")


@pytest.fixture
def bracketed(monkeypatch):
    """Whatever is translated stands in brackets, and nothing that was said before is said again."""
    grid.face.cache_clear()
    translation.gettext("x")
    held = translation._trans

    def put(name: str) -> None:
        said = getattr(held, name)
        monkeypatch.setattr(held, name, lambda *told: f"{OPENS}{said(*told)}{SHUTS}")

    for name in ("gettext", "pgettext", "ngettext", "npgettext"):
        put(name)
    monkeypatch.setattr(saying, "_catalogue", lambda language: Bracketing())
    yield
    grid.face.cache_clear()


class Bracketing(NullTranslations):
    """The library's catalogue, of the same language."""

    def gettext(self, message: str) -> str:
        return f"{OPENS}{message}{SHUTS}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"{OPENS}{super().ngettext(msgid1, msgid2, n)}{SHUTS}"

    def pgettext(self, context: str, message: str) -> str:
        return f"{OPENS}{message}{SHUTS}"


class Outside(HTMLParser):
    """The words of a page that stand outside brackets."""

    SILENT = frozenset({"script", "style", "code", "pre", "kbd", "samp", "blockquote", "q", "textarea"})
    SPOKEN = frozenset({"title", "aria-label", "placeholder", "alt"})

    def __init__(self) -> None:
        super().__init__()
        self.depth = self.silent = 0
        self.articles: list[bool] = []
        """Of those that are open, whether each is in a language of its own: a report is in the one it was made in."""
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.silent += tag in self.SILENT
        if tag == "article":
            self.articles.append("lang" in told)
            self.silent += "lang" in told
        pressed = tag == "button" or (tag == "input" and told.get("type") in {"submit", "button"})
        for name, value in told.items():
            if value and (name in self.SPOKEN or (pressed and name == "value" and tag == "input")):
                self.found += _outside(value, 0)[0]

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in self.SILENT
        if tag == "article":
            self.silent -= self.articles.pop()

    def handle_data(self, data: str) -> None:
        said, self.depth = _outside(data, self.depth)
        if self.silent <= 0:
            self.found += said


def _outside(text: str, depth: int) -> tuple[list[str], int]:
    said = []
    for part in re.split(f"([{OPENS}{SHUTS}])", text):
        if part == OPENS:
            depth += 1
        elif part == SHUTS:
            depth = max(0, depth - 1)
        elif depth == 0:
            said.append(part)
    return said, depth


def _content() -> list[str]:
    """All that records say, and what countries and languages are called; the longest first."""
    said: set[str] = set()
    for model in apps.get_models():
        fields = [each for each in model._meta.concrete_fields if isinstance(each, models.CharField | models.TextField)]
        kept = [each for each in model._meta.concrete_fields if isinstance(each, models.JSONField)]
        for row in model._default_manager.values_list(*(each.attname for each in (*fields, *kept))).iterator():
            for value in row:
                said.update(_strings(value))
    french = Locale("fr")
    said.update(french.territories.values(), french.languages.values(), Language.labels)
    said.update(regions._CODES)
    said.update(files().values())
    said.add("1er")
    said.add("country")  # a heading of the sheet that is taken in
    said.update(*surveys.AGREEMENT.values(), *surveys.YES_NO.values())
    said.update(month for names in french.months["format"].values() for month in names.values())
    said.update(part.strip() for each in list(said) for part in each.splitlines())
    return sorted((" ".join(each.split()) for each in said if len(each.strip()) > 1), key=len, reverse=True)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _strings(each)


def _english(html: str, content: re.Pattern[str], passages: str) -> set[str]:
    reader = Outside()
    reader.feed(html)
    left = set()
    for said in reader.found:
        rest = content.sub(" ", ADDRESS.sub(" ", " ".join(said.split())))
        rest = CODES.sub(" ", OWN_NAMES.sub(" ", rest))
        if re.search(r"[^\W\d_]{2}", rest) and " ".join(said.split()).strip(" .,…").casefold() not in passages:
            left.add(" ".join(said.split()))
    return left


@pytest.mark.slow
def test_no_page_says_anything_that_cannot_be_translated(db, home, visit, settings, bracketed):
    settings.HANSE_OPEN_TO_PUBLIC = True
    world = World(home)
    said = _content()
    content = re.compile("|".join(rf"(?<!\w){re.escape(each)}(?!\w)" for each in said), re.IGNORECASE)
    passages = "\n".join(each for each in said if not each.startswith("Harbour")).casefold()
    pages = [each.example(world.arguments) for each in routes() if "api/" not in each.pattern]
    found: dict[str, str] = {}
    for name in WHO:
        client = visit(world.people.get(name))
        for address in pages:
            with transaction.atomic():
                response = client.get(address, headers={"accept-language": "fr"})
                transaction.set_rollback(True)
            if "html" in response.get("Content-Type", "") and not response.streaming:
                for said in _english(response.content.decode(), content, passages):
                    found.setdefault(said, f"{address} ({name})")
    assert not found, "\n".join(f"{where}: {said}" for said, where in sorted(found.items(), key=lambda each: each[1]))
