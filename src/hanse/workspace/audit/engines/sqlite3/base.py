"""Where does Django look for an engine? Here, by this name."""

from __future__ import annotations

from django.db.backends.sqlite3.base import DatabaseWrapper as Django
from django.db.backends.sqlite3.operations import DatabaseOperations

from hanse.workspace.audit.engines.sealing import Emptied, Sealing


class Operations(Emptied, DatabaseOperations):
    pass


class DatabaseWrapper(Sealing, Django):
    ops_class = Operations
