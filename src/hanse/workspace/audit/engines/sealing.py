"""What happens before a commit? The acts of the transaction go into the log."""

from __future__ import annotations

from typing import Any

from django.db.utils import DatabaseError

from hanse.workspace.audit.engines.triggers import lift, put


class Sealing:
    """To be mixed into a database wrapper of Django's."""

    def _commit(self) -> Any:
        if self.run_on_commit:  # type: ignore[attr-defined]
            self._seal()
        return super()._commit()  # type: ignore[misc]

    def _seal(self) -> None:
        from hanse.workspace.audit.pending import settle

        try:
            settle(self)
        except DatabaseError:
            raise
        except Exception as error:  # of other errors Django would not know that nothing is committed
            raise DatabaseError("the audit log could not be written") from error


class Emptied:
    """To be mixed into a database's operations: only emptying the whole database takes the log along."""

    def execute_sql_flush(self, sql_list: Any) -> None:
        connection = self.connection  # type: ignore[attr-defined]
        lift(connection)
        wrappers, connection.execute_wrappers = connection.execute_wrappers, []
        try:
            super().execute_sql_flush(sql_list)  # type: ignore[misc]
        finally:
            connection.execute_wrappers = wrappers
            put(connection)
