"""Which memberships say one thing? Several records of one actor in one network stand in one line, and count once.

Two sources may each have given one, or two actors were merged: all stay records of their own, with their sources.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from hanse.workspace.registry.models import Grade, Membership


def says_most(tie: Membership) -> tuple[Any, ...]:
    """Sorts those first that have a documented beginning, the earliest, and a grade of their own."""
    return tie.first is None, tie.first or date.max, tie.grade == Grade.MEMBER, tie.pk


def together(ties: Iterable[Membership], same: str) -> list[Membership]:
    """For each ``same``, "actor_id" or "network_id", the membership that says most; its ``also`` has the others."""
    groups: dict[str, list[Membership]] = {}
    for each in ties:
        groups.setdefault(getattr(each, same), []).append(each)
    return [_joined(sorted(each, key=says_most)) for each in groups.values()]


def _joined(ties: list[Membership]) -> Membership:
    first, *others = ties
    first.also = tuple(others)
    return first
