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

from django.contrib.contenttypes.models import ContentType

from hanse.workspace.processes.models import Access, Decision, Function, Process, Route, Session, Setting
from hanse.workspace.processes.sight import Sight
from hanse.workspace.registry.models import Actor, ActorKind, Attestation

NOT_DOCUMENTED = "not documented"
BY = {"setting": ("Settings", Setting), "route": ("Routes", Route)}
"""What the columns can be."""
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
    """``by`` says what the columns are, ``columns`` are their labels; only columns that hold something are there."""

    by: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def entries(self) -> list[Entry]:
        return [entry for row in self.rows for cell in row.cells for entry in cell]

    @property
    def evident(self) -> int:
        """How many entries have evidence."""
        return sum(1 for each in self.entries if each.evidence)


def of(actor: Actor, user: Any, day: date, by: str = "setting") -> Matrix:
    """What an actor had in sessions that had begun by a day, and in those of no documented date: latest first."""
    held = Sight(user).of(Access.objects).filter(actor=actor).exclude(session__first__gt=day)
    return _matrix(held, user, by, lambda each: each.session, lambda each: str(each.process), _latest)


def of_session(session: Session, user: Any, by: str = "setting") -> Matrix:
    """Who had what in a session, by kind of actor and name."""
    return _matrix(Sight(user).of(Access.objects).filter(session=session), user, by, _actor, _kind, _by_kind)


def of_process(process: Process, user: Any, day: date, by: str = "setting") -> Matrix:
    """Who had what in the sessions of a process that had begun by a day, and in those of no documented date."""
    held = Sight(user).of(Access.objects).filter(session__process=process).exclude(session__first__gt=day)
    return _matrix(held, user, by, _actor, _kind, _by_kind)


def _actor(access: Access) -> Actor:
    return access.actor


def _kind(actor: Actor) -> str:
    return ActorKind(actor.kind).label


def _by_kind(actor: Actor) -> tuple[Any, ...]:
    return (list(ActorKind).index(ActorKind(actor.kind)), actor.name.casefold(), actor.pk)


def _latest(session: Session) -> tuple[Any, ...]:
    return (session.first is None, -session.first.toordinal() if session.first else 0, session.title, session.pk)


def _matrix(
    found: Any,
    user: Any,
    by: str,
    head: Callable[[Access], Any],
    group: Callable[[Any], str],
    order: Callable[[Any], tuple[Any, ...]],
) -> Matrix:
    by = by if by in BY else "setting"
    held = list(found.select_related(*_LINKED))
    evidence = evidence_of(held, user)
    rows: dict[Any, dict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for each in held:
        entry = Entry(each, in_words(each, by), evidence.get(each.pk, ()))
        rows[head(each)][getattr(each, by)].append(entry)
    used = [choice for choice in BY[by][1] if any(choice.value in cells for cells in rows.values())]
    return Matrix(
        by,
        tuple(f"{BY[by][0][:-1]} {NOT_DOCUMENTED}" if not choice.value else choice.label for choice in used),
        tuple(
            Row(each, group(each), tuple(tuple(rows[each].get(choice.value, ())) for choice in used))
            for each in sorted(rows, key=order)
        ),
    )


def evidence_of(held: Iterable[Access], user: Any) -> dict[str, tuple[Attestation, ...]]:
    """By key of the access: what sources say of it, as far as the user may see it. One query."""
    about = ContentType.objects.get_for_model(Access)
    said = Sight(user).of(Attestation.objects).filter(record_type=about, record_id__in=[each.pk for each in held])
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
