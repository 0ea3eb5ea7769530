"""In which language is a record's content shown? The reader's, where somebody translated it; else as it was written."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.http import HttpRequest

from hanse.workspace.languages import called, direction, spoken
from hanse.workspace.registry.kinds import kind_of
from hanse.workspace.registry.models import Actor, Attestation, Claim, EdtfField, Record, Translation

SHORTEST = 100
"""Letters that a field may hold from which on it is content, and no code."""
AS_WRITTEN = "original"
"""Asks in an address for the words as they were written."""


@dataclass(frozen=True, slots=True)
class Shown:
    """In which language the content of a page's record is shown, and in which others it can be.

    ``fields`` are those shown in translation; ``stale`` whether any of them was written anew since it was translated.
    """

    language: str
    of: str
    fields: tuple[str, ...]
    stale: bool
    others: tuple[str, ...]
    as_written: bool = False

    @property
    def language_name(self) -> str:
        return called(self.language)

    @property
    def of_name(self) -> str:
        return called(self.of) if self.of else ""

    @property
    def direction(self) -> str:
        return direction(self.language)

    @property
    def other_names(self) -> list[str]:
        return [called(each) for each in self.others]


def content(record: Record) -> list[models.Field]:
    """The fields of a record that hold words which can be translated. The names of actors are records of their own;
    what sources say is quoted as they say it."""
    if isinstance(record, Attestation | Claim | Translation):
        return []
    fields = [record._meta.get_field(name) for name in (*kind_of(record).columns, "note")]
    worded = [each for each in fields if _worded(each)]
    return [each for each in worded if not (isinstance(record, Actor) and each.name in record.called_by)]


def _worded(field: models.Field) -> bool:
    if field.choices or isinstance(field, models.URLField | models.EmailField | EdtfField):
        return False
    return isinstance(field, models.TextField) or (isinstance(field, models.CharField) and field.max_length > SHORTEST)


def in_the_language_of(request: HttpRequest, record: Record) -> Any:
    """The record as the reader can read it best: itself, or a copy whose content is in the language of the page.

    ``request.translated`` says what is shown (`Shown`), for the line above the page; None where nothing is translated.
    """
    request.translated = None
    held = Translation.objects.all().about_seen(record, request.user)
    names = {each.name for each in content(record)}
    found = [each for each in held if each.field in names and getattr(record, each.field)] if names else []
    if not found:
        return record
    mine = {each.field: each for each in found if each.language.split("-")[0] == spoken()}
    others = tuple(sorted({each.language for each in found} - {each.language for each in mine.values()}))
    if AS_WRITTEN in request.GET or not mine:
        of = next((each.of for each in found if each.of), "")
        languages = tuple(sorted({each.language for each in found}))
        request.translated = Shown(of, of, (), False, languages, as_written=bool(mine))
        return record
    shown = copy.copy(record)
    shown.as_written = record
    for name, each in mine.items():
        setattr(shown, name, each.text)
    one = next(iter(mine.values()))
    stale = any(each.original != getattr(record, name) for name, each in mine.items())
    request.translated = Shown(one.language, one.of, tuple(mine), stale, others)
    return shown
