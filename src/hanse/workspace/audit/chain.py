"""How does one row of the log hold the next? By a SHA-256 over what it says and over the hash of the row before."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

START = "0" * 64
"""What stands for the hash before the first row."""

COLUMNS = (
    "number",
    "at",
    "who",
    "email",
    "verb",
    "model",
    "record",
    "count",
    "first_state",
    "last_state",
    "state",
    "said",
    "previous",
)
"""What is hashed, in this order."""

INSERT = "INSERT INTO audit_entry ({}) VALUES ".format(", ".join(f'"{name}"' for name in (*COLUMNS, "hash")))
ROW = "({})".format(", ".join(["%s"] * (len(COLUMNS) + 1)))
AT_ONCE = 50
"""Rows in one statement: databases bound how many values it has."""


def serial(row: Iterable[Any]) -> bytes:
    """A row as it is hashed: its ``COLUMNS`` as one JSON array, no spaces, in UTF-8; times in UTC, to microseconds."""
    said = [_moment(each) if isinstance(each, datetime) else each for each in row]
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def hashed(row: Iterable[Any]) -> str:
    """The hash of a row, in hexadecimal."""
    return hashlib.sha256(serial(row)).hexdigest()


def append(connection: Any, acts: Iterable[tuple[Any, ...]]) -> tuple[int, str]:
    """Add acts to the log in the transaction that is open; the number and hash of its new end.

    An act is a row without its number, previous hash and hash. The head stays locked until the transaction ends, so
    this is the last thing that a transaction does: whoever holds the head waits for nobody.
    """
    with connection.cursor() as cursor:
        number, previous = _head(connection, cursor)
        rows = []
        for at, *rest in acts:
            number += 1
            row = (number, at, *rest, previous)
            previous = hashed(row)
            rows.append((number, connection.ops.adapt_datetimefield_value(at), *row[2:], previous))
        for some in (rows[begin : begin + AT_ONCE] for begin in range(0, len(rows), AT_ONCE)):
            cursor.execute(INSERT + ", ".join([ROW] * len(some)), [value for row in some for value in row])
        cursor.execute("UPDATE audit_head SET number = %s, hash = %s WHERE id = 1", [number, previous])
    return number, previous


def _head(connection: Any, cursor: Any) -> tuple[int, str]:
    """The end of the log, locked; made anew where it is missing."""
    postgresql = connection.vendor == "postgresql"
    if postgresql:  # what is checked at the end is checked before the lock: its checks may wait for others
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    ask = f"SELECT number, hash FROM audit_head WHERE id = 1{' FOR UPDATE' if postgresql else ''}"
    cursor.execute(ask)
    found = cursor.fetchone()
    if found is None:
        cursor.execute("SELECT number, hash FROM audit_entry ORDER BY number DESC LIMIT 1")
        end = cursor.fetchone() or (0, START)
        cursor.execute("INSERT INTO audit_head (id, number, hash) VALUES (1, %s, %s) ON CONFLICT DO NOTHING", end)
        cursor.execute(ask)
        found = cursor.fetchone()
    return found
