"""Which long work does the registry have? Sheets looked at and taken in."""

from __future__ import annotations

from typing import Any

from hanse.workspace.accounts.rights import Right, may
from hanse.workspace.jobs.work import Cancelled, Step, work
from hanse.workspace.languages import speaking
from hanse.workspace.registry.exchange.importing import look, take
from hanse.workspace.registry.models import Import


@work("registry.look")
def look_at(step: Step, sheet: str, language: str = "en") -> str:
    """The dry run of an import, told in the language of whoever asked for it; the address of its page."""
    return _do(look, step, sheet, language)


@work("registry.take")
def take_in(step: Step, sheet: str, language: str = "en") -> str:
    """Take an import in. Begun again after a crash it finds what it wrote, and changes nothing."""
    return _do(take, step, sheet, language)


def _do(what: Any, step: Step, sheet: str, language: str) -> str:
    if step.job.owner is None or not may(step.job.owner, Right.RECORD):
        raise Cancelled
    with speaking(language):
        what(Import.objects.get(pk=sheet), step.job.owner, step)
    return f"/registry/import/{sheet}/"
