"""Where do rows without a value stand in an order? Before the others, and after them where it falls, as on SQLite.

PostgreSQL has them the other way round, so that the undated would head every list of the latest.
"""

from __future__ import annotations

from typing import Any

from django.db.backends.postgresql import compiler as django
from django.db.models.expressions import Col, OrderBy
from django.db.models.sql.constants import LOUTER

SQLAggregateCompiler = django.SQLAggregateCompiler
SQLDeleteCompiler = django.SQLDeleteCompiler
SQLInsertCompiler = django.SQLInsertCompiler
SQLUpdateCompiler = django.SQLUpdateCompiler


class SQLCompiler(django.SQLCompiler):
    def compile(self, node: Any) -> Any:
        if isinstance(node, OrderBy) and not (node.nulls_first or node.nulls_last) and self._may_lack(node.expression):
            node = node.copy()
            node.nulls_last = node.descending or None
            node.nulls_first = not node.descending or None
        return super().compile(node)

    def _may_lack(self, ordered: Any) -> bool:
        """A column that always has a value is left to its index, which PostgreSQL reads in its own order alone."""
        if not isinstance(ordered, Col):
            return True
        joined = self.query.alias_map.get(ordered.alias)
        return bool(ordered.target.null) or getattr(joined, "join_type", None) == LOUTER
