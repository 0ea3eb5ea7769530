"""What keeps a row of the log as it is? Triggers that refuse to change or to delete it."""

from __future__ import annotations

from typing import Any

REFUSED = "the audit log is only added to"
SQLITE = {
    f"audit_entry_no_{verb}": f"CREATE TRIGGER audit_entry_no_{verb} BEFORE {verb.upper()} ON audit_entry "
    f"BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
    for verb in ("update", "delete")
}
FUNCTION = (
    "CREATE OR REPLACE FUNCTION audit_entry_kept() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{REFUSED}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
)
POSTGRESQL = {
    "audit_entry_no_change": "CREATE TRIGGER audit_entry_no_change BEFORE UPDATE OR DELETE ON audit_entry "
    "FOR EACH ROW EXECUTE FUNCTION audit_entry_kept()",
    "audit_entry_no_truncate": "CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry "
    "FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_kept()",
}


def put(connection: Any) -> None:
    """Set the triggers, where the log is there."""
    if "audit_entry" not in connection.introspection.table_names():
        return
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(FUNCTION)
        for name, made in _triggers(connection).items():
            cursor.execute(_dropped(connection, name))
            cursor.execute(made)


def lift(connection: Any) -> None:
    """Take the triggers away, where the log is there."""
    if "audit_entry" not in connection.introspection.table_names():
        return
    with connection.cursor() as cursor:
        for name in _triggers(connection):
            cursor.execute(_dropped(connection, name))


def _triggers(connection: Any) -> dict[str, str]:
    return POSTGRESQL if connection.vendor == "postgresql" else SQLITE


def _dropped(connection: Any, name: str) -> str:
    return f"DROP TRIGGER IF EXISTS {name}{' ON audit_entry' if connection.vendor == 'postgresql' else ''}"
