"""Who got in, by which route, in which setting, with which function, and who decided it? The access matrix.

Not a ladder: a row is an actor (on the page of one actor: a session), a column a setting or a route, and a cell says in
words what is documented. What nobody documented is said to be so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, F, When

from hanse.workspace.processes.models import Access, Decision, Function, Process, Route, Session, Setting
from hanse.workspace.processes.sight import Sight
from hanse.workspace.registry.models import Actor, ActorKind, Attestation

NOT_DOCUMENTED = "not documented"
BY = {"setting": ("Settings", Setting), "route": ("Routes", Route)}
"""What the columns can be."""
ROWS = 50
"""Rows on a page."""
_BY_ROUTE = {
    Route.OWN: "with an accreditation of its own",
    Route.DELEGATION: "in a national delegation",
    Route.STAKEHOLDERS: "in a stakeholder group",
    Route.NETWORK: "through a network",
    Route.INVITATION: "invited by the host",
}
_LINKED = ("actor", "session__process", "item", "delegation", "decided_by", "person")


@dataclass(frozen=True, slots=True)
class Entry:
    """One record of access in words, with its evidence."""

    record: Access
    words: str
    evidence: tuple[Attestation, ...]

    @property
    def refused(self) -> bool:
        return self.record.decision == Decision.REFUSED


@dataclass(frozen=True, slots=True)
class Row:
    """An actor, or a session, with its entries in each column; an empty cell is not documented."""

    head: Actor | Session
    group: str
    cells: tuple[tuple[Entry, ...], ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """``by`` says what the columns are, ``columns`` are their labels; only columns that hold something are there.

    ``rows`` are those of one ``page`` of all; ``number`` counts all entries, ``evident`` those with evidence.
    """

    by: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    page: Page
    number: int
    evident: int

    @property
    def entries(self) -> list[Entry]:
        return [entry for row in self.rows for cell in row.cells for entry in cell]


def of(actor: Actor, user: Any, day: date, by: str = "setting", page: Any = 1) -> Matrix:
    """What an actor had in sessions that had begun by a day, and in those of no documented date: latest first."""
    held = Sight(user).of(Access.objects).filter(actor=actor).begun(day)
    return _matrix(held, user, by, page, _BY_SESSION)


def of_session(session: Session, user: Any, by: str = "setting", page: Any = 1) -> Matrix:
    """Who had what in a session, by kind of actor and name."""
    return _matrix(Sight(user).of(Access.objects).filter(session=session), user, by, page, _BY_ACTOR)


def of_process(process: Process, user: Any, day: date, by: str = "setting", page: Any = 1) -> Matrix:
    """Who had what in the sessions of a process that had begun by a day, and in those of no documented date."""
    held = Sight(user).of(Access.objects).filter(session__process=process).begun(day)
    return _matrix(held, user, by, page, _BY_ACTOR)


@dataclass(frozen=True, slots=True)
class _Heads:
    """What stands at the head of a row: a relation of `Access`, what heads are sorted by, and the group of each."""

    tie: str
    order: tuple[Any, ...]
    group: Callable[[Any], str]


_RANK = Case(*(When(actor__kind=kind, then=place) for place, kind in enumerate(ActorKind)), default=len(ActorKind))
_BY_ACTOR = _Heads("actor", (_RANK, "actor__folded", "actor_id"), lambda actor: ActorKind(actor.kind).label)
_LATEST = F("session__first").desc(nulls_last=True)
_BY_SESSION = _Heads("session", (_LATEST, "session__folded", "session_id"), lambda session: str(session.process))


def _matrix(found: Any, user: Any, by: str, page: Any, heads: _Heads) -> Matrix:
    by = by if by in BY else "setting"
    found = found.order_by()
    counts = dict(found.values_list(by).annotate(n=Count("pk")))
    keys = found.values_list(f"{heads.tie}_id").annotate(n=Count("pk")).order_by(*heads.order)
    shown = Paginator([each[0] for each in keys], ROWS).get_page(page)
    used = [choice for choice in BY[by][1] if choice.value in counts]
    labels = tuple(each.label if each.value else f"{BY[by][0][:-1]} {NOT_DOCUMENTED}" for each in used)
    rows = _rows(found.filter(**{f"{heads.tie}__in": list(shown)}), user, by, heads, [each.value for each in used])
    placed = {row.head.pk: row for row in rows}
    evident = Attestation.objects.all().about_found(found, user).order_by().values("record_id").distinct().count()
    return Matrix(by, labels, tuple(placed[pk] for pk in shown), shown, sum(counts.values()), evident)


def _rows(found: Any, user: Any, by: str, heads: _Heads, columns: list[str]) -> list[Row]:
    held: dict[Any, dict[str, list[Access]]] = defaultdict(lambda: defaultdict(list))
    loaded = list(found.select_related(*_LINKED).order_by("session__first", "session", "pk"))
    for each in loaded:
        held[getattr(each, heads.tie)][getattr(each, by)].append(each)
    evidence = evidence_of(loaded, user)

    def cell(accesses: list[Access]) -> tuple[Entry, ...]:
        return tuple(Entry(each, in_words(each, by), evidence.get(each.pk, ())) for each in accesses)

    return [
        Row(head, heads.group(head), tuple(cell(cells.get(value, [])) for value in columns))
        for head, cells in held.items()
    ]


def evidence_of(held: Iterable[Access], user: Any) -> dict[str, tuple[Attestation, ...]]:
    """By key of access that the user may see: what sources say of it, as far as the user may see that. One query."""
    said = Attestation.objects.all().about_all_seen(list(held), user)
    found: dict[str, list[Attestation]] = defaultdict(list)
    for each in said.select_related("source"):
        found[each.record_id].append(each)
    return {pk: tuple(each) for pk, each in found.items()}


def in_words(access: Access, by: str = "") -> str:
    """A record of access in words, without what the column of its cell says already.

    "Speaker, in the national delegation of Sweden; granted by the secretariat".
    """
    doing = _doing(access)
    how = [] if by == "route" else [_route(access)]
    how += [] if by == "setting" else [_setting(access)]
    if by == "route" and access.delegation:
        how.append(f"of {access.delegation}")
    how += [f"“{access.item}”"] if access.item else []
    how += [f"{access.person} came"] if access.person else []
    return f"{', '.join([doing, *(each for each in how if each)])}; {_decision(access)}"


def _doing(access: Access) -> str:
    if access.function == Function.NONE:
        return "No function"
    return Function(access.function).label if access.function else f"Function {NOT_DOCUMENTED}"


def _route(access: Access) -> str:
    if access.delegation:
        return f"in the national delegation of {access.delegation}"
    return _BY_ROUTE.get(access.route, f"route {NOT_DOCUMENTED}")


def _setting(access: Access) -> str:
    return f"in {Setting(access.setting).label.lower()}" if access.setting else f"setting {NOT_DOCUMENTED}"


def _decision(access: Access) -> str:
    if not access.decision:
        return f"decision {NOT_DOCUMENTED}"
    if access.decision == Decision.ASKED:
        return f"asked of {access.decided_by}" if access.decided_by else "asked for, no answer documented"
    said = Decision(access.decision).label.lower()
    return f"{said} by {access.decided_by}" if access.decided_by else f"{said}, by whom is {NOT_DOCUMENTED}"
