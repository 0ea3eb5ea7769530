"""Where does Django look for an engine? Here, by this name."""

from __future__ import annotations

from django.db.backends.postgresql.base import DatabaseWrapper as Django
from django.db.backends.postgresql.operations import DatabaseOperations

from hanse.workspace.audit.engines.sealing import Emptied, Sealing


class Operations(Emptied, DatabaseOperations):
    compiler_module = "hanse.workspace.audit.engines.postgresql.compiler"


class DatabaseWrapper(Sealing, Django):
    ops_class = Operations
