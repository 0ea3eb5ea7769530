"""The database itself refuses to alter a frozen text, whoever writes. A migration that remakes one of these tables on
SQLite has to lay the triggers again."""

from __future__ import annotations

from typing import Any

from django.db import migrations

WHY = "a frozen text is never altered"
FIXED = ("frozen_at", "canonical", "sha256", "languages", "absent", "number", "statement_id")


def lay(apps: Any, editor: Any) -> None:
    for statement in {"sqlite": _sqlite, "postgresql": _postgresql}.get(editor.connection.vendor, list)():
        editor.execute(statement, params=None)


def take_away(apps: Any, editor: Any) -> None:
    on_table = editor.connection.vendor == "postgresql"
    for table in ("paragraph", "version"):
        for deed in ("update", "insert"):
            where = f" ON statements_{table}" if on_table else ""
            editor.execute(f"DROP TRIGGER IF EXISTS statements_{table}_{deed}_stays{where}", params=None)


def _sqlite() -> list[str]:
    frozen = "(SELECT frozen_at FROM statements_version WHERE id = {}.version_id) IS NOT NULL"
    changed = " OR ".join(f"NEW.{name} IS NOT OLD.{name}" for name in FIXED)
    conditions = {
        ("paragraph", "update"): frozen.format("OLD"),
        ("paragraph", "insert"): frozen.format("NEW"),
        ("version", "update"): f"OLD.frozen_at IS NOT NULL AND ({changed})",
    }
    return [
        f"CREATE TRIGGER statements_{table}_{deed}_stays BEFORE {deed.upper()} ON statements_{table} "
        f"WHEN {condition} BEGIN SELECT RAISE(ABORT, '{WHY}'); END"
        for (table, deed), condition in conditions.items()
    ]


def _postgresql() -> list[str]:
    changed = " OR ".join(f"NEW.{name} IS DISTINCT FROM OLD.{name}" for name in FIXED)
    raises = f"RAISE EXCEPTION '{WHY}' USING ERRCODE = 'integrity_constraint_violation';"
    frozen = "EXISTS (SELECT 1 FROM statements_version WHERE id = {}.version_id AND frozen_at IS NOT NULL)"
    bodies = {
        ("paragraph", "update"): frozen.format("OLD"),
        ("paragraph", "insert"): frozen.format("NEW"),
        ("version", "update"): f"OLD.frozen_at IS NOT NULL AND ({changed})",
    }
    found = []
    for (table, deed), condition in bodies.items():
        name = f"statements_{table}_{deed}_stays"
        found.append(
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger AS $$ BEGIN IF {condition} THEN {raises} END IF; "
            "RETURN NEW; END $$ LANGUAGE plpgsql"
        )
        found.append(
            f"CREATE TRIGGER {name} BEFORE {deed.upper()} ON statements_{table} FOR EACH ROW EXECUTE FUNCTION {name}()"
        )
    return found


class Migration(migrations.Migration):
    dependencies = [("statements", "0001_initial")]
    operations = [migrations.RunPython(lay, take_away)]
