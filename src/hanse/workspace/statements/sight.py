"""Who sees drafts, and what is said of them? The office, and those whom it invited to comment."""

from __future__ import annotations

from typing import Any

from hanse.workspace.accounts.rights import named_for
from hanse.workspace.statements.models.statements import Statement, in_office


def drafts_of(user: Any) -> Any:
    """The statements whose drafts somebody sees."""
    seen = Statement.objects.visible_to(user)
    if in_office(user):
        return seen
    return seen.filter(pk__in=named_for(user).get(Statement._meta.label_lower, []))


def sees_drafts(user: Any, statement: Statement) -> bool:
    """Whether somebody sees the drafts of a statement that they see."""
    return in_office(user) or statement.pk in named_for(user).get(Statement._meta.label_lower, [])
