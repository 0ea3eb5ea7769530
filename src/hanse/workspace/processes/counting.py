"""What do practitioners quote, and counted how? Shares and counts of access, each with its rule and its records.

What is not documented is never counted as nothing: where the programme, or who spoke, is not documented, there is no
value.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from hanse.saying import percent
from hanse.workspace.processes.counted import ByKey
from hanse.workspace.processes.models import Access, Decision, Function, Item, Process, Route, Session
from hanse.workspace.processes.sight import Sight
from hanse.workspace.registry.models import ActorKind, Attestation, Record

CAME = gettext_lazy("Access that was refused, or asked for without a documented answer, is left out.")
REPORTED = {
    "official programme with city speakers": "programme",
    "national delegations with a city": "delegations",
}
"""Measures that sources report of a session, and the figure that counts the same."""
CITY = gettext_lazy("A city is a local government of any tier; city networks are not counted as cities.")
_NO_SEAT = (Decision.REFUSED, Decision.ASKED)


@dataclass(frozen=True, slots=True)
class Ratio:
    """A figure and how it was counted.

    ``value`` is ``counted / over``; None where it is not documented, or where nothing is known to count over (then
    ``counted`` stands alone). ``records`` are the counted records; ``others`` what was counted over and does not count.
    """

    name: str
    title: str
    value: float | None
    counted: int | None
    over: int | None
    rule: str
    records: Sequence[Record] = ()
    others: Sequence[Record] = ()
    note: str = ""
    reported: tuple[Attestation, ...] = ()
    """What sources say of the same, however they counted."""

    @property
    def documented(self) -> bool:
        return self.counted is not None

    @property
    def percent(self) -> str:
        return percent(round(self.value * 100)) if self.value is not None else ""

    @property
    def in_words(self) -> str:
        """ "17 of 20 (85%)", "5", "not documented"."""
        if self.counted is None:
            return _("not documented")
        if self.over is None:
            return number_format(self.counted)
        said = {"counted": number_format(self.counted), "over": number_format(self.over), "percent": self.percent}
        return (_("%(counted)s of %(over)s (%(percent)s)") if self.over > 1 else _("%(counted)s of %(over)s")) % said


def of_session(session: Session, user: Any) -> tuple[Ratio, ...]:
    """The figures of one session, counted over what the user may see."""
    sight = Sight(user)
    held = _access(sight.of(Access.objects), [session])
    found = (programme([session], _items(sight, [session]), held), delegations(held), functions(held), refusals(held))
    return _with_reports(found, [session], user)


def of_process(process: Process, user: Any, day: date) -> tuple[Ratio, ...]:
    """The figures of a process: over its sessions that had begun by a day, and those of no documented date."""
    sight = Sight(user)
    sessions = list(sight.of(Session.objects).filter(process=process).known(day))
    held = _access(sight.of(Access.objects), sessions)
    found = (
        with_cities(sessions, held),
        programme(sessions, _items(sight, sessions), held),
        delegations(held),
        functions(held),
        refusals(held),
    )
    return _with_reports(found, sessions, user)


def _items(sight: Sight, sessions: list[Session]) -> list[Item]:
    found = sight.of(Item.objects).filter(session__in=[each.pk for each in sessions], official=True)
    return list(found.select_related("session"))


def _with_reports(ratios: Iterable[Ratio], sessions: list[Session], user: Any) -> tuple[Ratio, ...]:
    """With what sources report of the same, which is never put in the place of what was counted."""
    said = Attestation.objects.all().about_all_seen(sessions, user)
    told: dict[str, list[Attestation]] = defaultdict(list)
    for each in said.filter(field__in=REPORTED).select_related("source"):
        told[REPORTED[each.field]].append(each)
    return tuple(replace(each, reported=tuple(told[each.name])) for each in ratios)


class Had(NamedTuple):
    """Of a record of access what is counted: there may be thousands, and few of them are shown."""

    pk: str
    session_id: str
    actor_id: str
    kind: str
    item_id: str | None
    route: str
    delegation_id: str | None
    function: str
    decision: str


def _access(seen: Any, sessions: list[Session]) -> list[Had]:
    found = seen.filter(session__in=[each.pk for each in sessions]).order_by("session_id", "actor_id", "pk")
    columns = ("actor__kind" if each == "kind" else each for each in Had._fields)
    return [Had(*each) for each in found.values_list(*columns)]


def programme(sessions: list[Session], items: list[Item], held: list[Had]) -> Ratio:
    """City speakers in N% of the official programme."""
    name, title = "programme", _("City speakers in the official programme")
    rule = _(
        "Items of the official programme with at least one city as a speaker, over all items of the official "
        "programme, of sessions whose programme is documented whole. Of one that is documented in part, the documented "
        "items may be those with cities, so no share is counted. Moderators are not speakers."
    )
    rule = f"{rule} {CITY} {CAME}"
    spoke = [each for each in held if each.function == Function.SPEAKER and _came(each)]
    known, with_city = {each.item_id for each in spoke}, {each.item_id for each in spoke if _is_city(each)}
    if not items:
        return Ratio(name, title, None, None, None, rule, note=_("The official programme is not documented."))
    if not known & {each.pk for each in items}:
        note = ngettext(
            "%(number)s item of it documented, but not who spoke in any of them.",
            "%(number)s items of it documented, but not who spoke in any of them.",
            len(items),
        ) % {"number": len(items)}
        return Ratio(name, title, None, None, None, rule, (), tuple(items), note)
    whole = {each.pk for each in sessions if each.whole_programme}
    over = [each for each in items if each.session_id in whole]
    if not over:
        counted = tuple(each for each in items if each.pk in with_city)
        others = tuple(each for each in items if each.pk not in with_city)
        note = ngettext(
            "Of %(number)s documented item; the programme is documented in part, so it is no share.",
            "Of %(number)s documented items; the programme is documented in part, so it is no share.",
            len(items),
        ) % {"number": len(items)}
        return Ratio(name, title, None, len(counted), None, rule, counted, others, note)
    silent = sum(1 for each in over if each.pk not in known)
    note = ngettext(
        "%(number)s item without a documented speaker among them: counted as without a city.",
        "%(number)s items without a documented speaker among them: counted as without a city.",
        silent,
    ) % {"number": silent}
    return _share(name, title, rule, over, lambda each: each.pk in with_city, note if silent else "")


def delegations(held: list[Had]) -> Ratio:
    """National delegations with a city in them: a count, for how many came is seldom documented."""
    name, title = "delegations", _("National delegations with a city in them")
    rule = _(
        "States in whose national delegation at least one city came, each state once a session; how many delegations "
        "came in all is not counted here."
    )
    rule = f"{rule} {CITY} {CAME}"
    routed = [each for each in held if _is_city(each) and _came(each) and each.route]
    inside = [each for each in routed if each.route == Route.DELEGATION]
    named = {(each.session_id, each.delegation_id): each for each in inside if each.delegation_id}
    unnamed = len([each for each in inside if not each.delegation_id])
    note = ngettext(
        "%(number)s more record of a city in a delegation that is not named.",
        "%(number)s more records of a city in a delegation that is not named.",
        unnamed,
    ) % {"number": unnamed}
    if not routed:
        return Ratio(name, title, None, None, None, rule, note=_("By which route cities came is not documented."))
    if not inside:
        note = _("Of the documented routes of cities none is a national delegation.")
        return Ratio(name, title, None, None, None, rule, (), _opened(routed), note)
    counted = _opened([each for each in inside if each.delegation_id])
    return Ratio(name, title, None, len(named), None, rule, counted, (), note if unnamed else "")


def functions(held: list[Had]) -> Ratio:
    """Cities as speakers against cities that came without speaking."""
    name, title = "speakers", _("Cities that spoke, of those whose function is documented")
    rule = _(
        "Cities with the function of speaker in at least one setting, over cities with any documented function "
        "(speaker, moderator, attendee, none), each city once a session."
    )
    rule = f"{rule} {CITY} {CAME}"
    came = [each for each in held if _is_city(each) and _came(each)]
    known = {(each.session_id, each.actor_id): each for each in came if each.function}
    spoke = {(each.session_id, each.actor_id): each for each in came if each.function == Function.SPEAKER}
    unknown = len({(each.session_id, each.actor_id) for each in came} - set(known))
    note = ngettext(
        "The function of %(number)s more city is not documented.",
        "The function of %(number)s more cities is not documented.",
        unknown,
    ) % {"number": unknown}
    note = note if unknown else ""
    if not known:
        return Ratio(name, title, None, None, None, rule, note=note or _("Which cities came is not documented."))
    others = _opened([each for key, each in known.items() if key not in spoke])
    counted = _opened(list(spoke.values()))
    return Ratio(name, title, len(spoke) / len(known), len(spoke), len(known), rule, counted, others, note)


def with_cities(sessions: list[Session], held: list[Had]) -> Ratio:
    """Sessions of a process in which any city had access."""
    name, title = "sessions", _("Sessions with any city in them")
    rule = _(
        "Sessions in which at least one city had access, by whatever route and in whatever setting, over sessions of "
        "which any access is documented."
    )
    rule = f"{rule} {CITY} {CAME}"
    documented = {each.session_id for each in held}
    inside = {each.session_id for each in held if _is_city(each) and _came(each)}
    told = [each for each in sessions if each.pk in documented]
    silent = len(sessions) - len(told)
    note = ngettext(
        "Of %(number)s more session no access is documented.",
        "Of %(number)s more sessions no access is documented.",
        silent,
    ) % {"number": silent}
    note = note if silent else ""
    if not told:
        return Ratio(name, title, None, None, None, rule, note=note or _("No session is documented."))
    return _share(name, title, rule, told, lambda each: each.pk in inside, note)


def refusals(held: list[Had]) -> Ratio:
    """Refused access of cities and their networks, over documented decisions."""
    name, title = "refusals", _("Refusals of cities and city networks")
    rule = _(
        "Records of access of a city or a city network that was refused, over those of which the decision, granted or "
        "refused, is documented."
    )
    theirs = [each for each in held if each.kind in {ActorKind.LOCAL_GOVERNMENT, ActorKind.NETWORK}]
    decided = [each for each in theirs if each.decision in {Decision.GRANTED, Decision.REFUSED}]
    open_ = len(theirs) - len(decided)
    note = ngettext(
        "The decision on %(number)s more record is not documented.",
        "The decision on %(number)s more records is not documented.",
        open_,
    ) % {"number": open_}
    note = note if open_ else ""
    if not decided:
        return Ratio(name, title, None, None, None, rule, note=note or _("No decision is documented."))
    if not any(each.decision == Decision.REFUSED for each in decided):
        note = ngettext(
            "%(number)s record of access granted. Who came says nothing of who was refused.",
            "%(number)s records of access granted. Who came says nothing of who was refused.",
            len(decided),
        ) % {"number": len(decided)}
        return Ratio(name, title, None, None, None, rule, (), _opened(decided), note)
    return _share(name, title, rule, decided, lambda each: each.decision == Decision.REFUSED, note)


def _share(name: str, title: str, rule: str, over: Sequence[Any], counts: Any, note: str) -> Ratio:
    counted = _opened([each for each in over if counts(each)])
    others = _opened([each for each in over if not counts(each)])
    return Ratio(name, title, len(counted) / len(over), len(counted), len(over), rule, counted, others, note)


def _opened(found: Sequence[Any]) -> Sequence[Record]:
    """The records that a figure opens onto; those of access are read when they are shown."""
    if found and isinstance(found[0], Had):
        return ByKey(Access, tuple(each.pk for each in found))
    return tuple(found)


def _is_city(access: Had) -> bool:
    return access.kind == ActorKind.LOCAL_GOVERNMENT


def _came(access: Had) -> bool:
    return access.decision not in _NO_SEAT
