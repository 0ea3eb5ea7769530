"""Where does Django look for an engine? Here, by this name."""

from __future__ import annotations

from typing import Any

from django.db.backends.sqlite3.base import DatabaseWrapper as Django
from django.db.backends.sqlite3.operations import DatabaseOperations

from hanse.workspace.audit.engines.sealing import Emptied, Sealing
from hanse.workspace.audit.engines.sqlite3.turns import Turn


class Operations(Emptied, DatabaseOperations):
    pass


class DatabaseWrapper(Sealing, Django):
    ops_class = Operations

    def __init__(self, *args: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        self.turn = Turn()

    def _start_transaction_under_autocommit(self) -> None:
        self.turn.wait(str(self.settings_dict["NAME"]), self.settings_dict["OPTIONS"].get("timeout", 5.0))
        try:
            super()._start_transaction_under_autocommit()
        except BaseException:
            self.turn.over()
            raise

    def _commit(self) -> Any:
        done = super()._commit()
        self.turn.over()
        return done

    def _rollback(self) -> Any:
        try:
            return super()._rollback()
        finally:
            self.turn.over()

    def _close(self) -> Any:
        try:
            return super()._close()
        finally:
            self.turn.over()
