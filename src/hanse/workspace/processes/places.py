"""Where is a session held? In words: place and country."""

from __future__ import annotations

from hanse.workspace.languages import listed
from hanse.workspace.processes.models import Session
from hanse.workspace.registry.shown import country


def where(session: Session) -> str:
    """ "Quito, Ecuador"; the code of a country that has no name; empty where nothing is documented."""
    return listed(each for each in (session.place, country(session.country)) if each)
