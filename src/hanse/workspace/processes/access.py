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
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hanse.workspace.languages import listed
from hanse.workspace.processes.models import Access, Decision, Function, Process, Route, Session, Setting
from hanse.workspace.processes.sight import Sight
from hanse.workspace.registry.models import Actor, ActorKind, Attestation

BY = {
    "setting": (Setting, gettext_lazy("Setting not documented")),
    "route": (Route, gettext_lazy("Route not documented")),
}
"""What the columns can be, and what the column is called of which that is not documented."""
ROWS = 50
"""Rows on a page."""
_BY_ROUTE = {
    Route.OWN: gettext_lazy("with an accreditation of its own"),
    Route.DELEGATION: gettext_lazy("in a national delegation"),
    Route.STAKEHOLDERS: gettext_lazy("in a stakeholder group"),
    Route.NETWORK: gettext_lazy("through a network"),
    Route.INVITATION: gettext_lazy("invited by the host"),
}
_IN_SETTING = {
    Setting.PLENARY: gettext_lazy("in plenary"),
    Setting.ROUND_TABLE: gettext_lazy("in round table"),
    Setting.HEARING: gettext_lazy("in hearing"),
    Setting.SIDE_EVENT: gettext_lazy("in side event"),
    Setting.PARALLEL: gettext_lazy("in parallel forum"),
}
_DECIDED = {
    Decision.GRANTED: (gettext_lazy("granted, by whom is not documented"), gettext_lazy("granted by %(who)s")),
    Decision.REFUSED: (gettext_lazy("refused, by whom is not documented"), gettext_lazy("refused by %(who)s")),
    Decision.ASKED: (gettext_lazy("asked for, no answer documented"), gettext_lazy("asked of %(who)s")),
    Decision.UNKNOWN: (gettext_lazy("decision not documented"), ""),
}
"""A decision in words: where it is not documented who decided, and where it is."""
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
_BY_ACTOR = _Heads("actor", (_RANK, "actor__folded", "actor_id"), lambda actor: str(ActorKind(actor.kind).label))
_LATEST = F("session__first").desc(nulls_last=True)
_BY_SESSION = _Heads("session", (_LATEST, "session__folded", "session_id"), lambda session: str(session.process))


def _matrix(found: Any, user: Any, by: str, page: Any, heads: _Heads) -> Matrix:
    by = by if by in BY else "setting"
    found = found.order_by()
    counts = dict(found.values_list(by).annotate(n=Count("pk")))
    keys = found.values_list(f"{heads.tie}_id").annotate(n=Count("pk")).order_by(*heads.order)
    shown = Paginator([each[0] for each in keys], ROWS).get_page(page)
    choices, unknown = BY[by]
    used = [choice for choice in choices if choice.value in counts]
    labels = tuple(str(each.label if each.value else unknown) for each in used)
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
    how = [_doing(access)]
    how += [] if by == "route" else [_route(access)]
    how += [] if by == "setting" else [_setting(access)]
    if by == "route" and access.delegation:
        how.append(_("of %(state)s") % {"state": access.delegation})
    how += [_("“%(title)s”") % {"title": access.item}] if access.item else []
    how += [_("%(person)s came") % {"person": access.person}] if access.person else []
    return _("%(what)s; %(decision)s") % {"what": listed(how), "decision": _decision(access)}


def _doing(access: Access) -> str:
    if access.function == Function.NONE:
        return _("No function")
    return str(Function(access.function).label) if access.function else _("Function not documented")


def _route(access: Access) -> str:
    if access.delegation:
        return _("in the national delegation of %(state)s") % {"state": access.delegation}
    return str(_BY_ROUTE[access.route]) if access.route in _BY_ROUTE else _("route not documented")


def _setting(access: Access) -> str:
    return str(_IN_SETTING[access.setting]) if access.setting else _("setting not documented")


def _decision(access: Access) -> str:
    alone, by = _DECIDED[access.decision]
    return by % {"who": access.decided_by} if access.decided_by and by else str(alone)
