"""How do the official forms of the two compacts lay a pledge out? A row of named cells for each published pledge.

Sources. Global Compact for Migration: submission form of the pledging initiative, United Nations Network on Migration
(migrationnetwork.un.org/submit-pledges), sections I to VII. Global Compact on Refugees: the Global Refugee Forum's
forms for pledges and for their updates (globalcompactrefugees.org, unhcr.tfaforms.net/45). The contact person that both
ask for is left out: it is no part of what is public here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from hanse.workspace.addresses import whole
from hanse.workspace.pledges.asking import answer, questions, shown
from hanse.workspace.pledges.drafting import raw
from hanse.workspace.pledges.models import Answer, Match, Means, Offers, Pledge, Status
from hanse.workspace.pledges.objectives import codes, instruments, named
from hanse.workspace.registry.shown import country

STAGES = {
    Status.PLANNING: "Planning stage",
    Status.IN_PROGRESS: "In progress",
    Status.FULFILLED: "Fulfilled",
    Status.DISCONTINUED: "Discontinued",
}
SEVERAL = "; "
"""Between several values of one cell."""


@dataclass(frozen=True)
class Held:
    """A pledge with all that a row is made of, read once."""

    pledge: Any
    cities: tuple[Any, ...]
    by_meaning: dict[str, list[str]]
    objectives: list[Any]
    amount: tuple[str, str]
    offers: list[Any]
    matched: Any = None

    def of(self, meaning: str) -> str:
        return SEVERAL.join(self.by_meaning.get(meaning, []))

    def toward(self, instrument: str) -> str:
        return SEVERAL.join(str(each.objective) for each in self.objectives if each.instrument.pk == instrument)


@dataclass(frozen=True, slots=True)
class Layout:
    """An official layout: the instrument whose pledges it holds, and its columns."""

    name: str
    instrument: str
    columns: tuple[tuple[str, Callable[[Held], str]], ...]

    @property
    def header(self) -> list[str]:
        return [name for name, _ in self.columns]

    def row(self, held: Held) -> list[str]:
        return [cell(held) for _, cell in self.columns]


def rows(layout: Layout, lines: Iterable[Any], user: Any) -> list[list[str]]:
    """The rows of a layout: of the pledges that name an objective of its instrument.

    ``lines`` are those of `hanse.workspace.pledges.choosing`; what their rows name is read for all of them at once.
    """
    wanted = [each for each in lines if layout.instrument in instruments(each.pledge.toward)]
    keys = [each.pledge.pk for each in wanted]
    offers: dict[str, list[Any]] = {}
    accepted = Match.objects.visible_to(user).filter(pledge__in=keys, answer=Answer.ACCEPTED)
    for each in accepted.select_related("actor"):
        offers.setdefault(each.pledge_id, []).append(each)
    matched = Pledge.objects.visible_to(user).in_bulk([each.pledge.matches_id for each in wanted])
    known = {each.code: each for each in named(", ".join(each.pledge.toward for each in wanted), user)}
    told = []
    for each in wanted:
        pledge = each.pledge
        toward = [known[code] for code in codes(pledge.toward) if code in known]
        by_meaning, amount = _answers(pledge, user)
        also = offers.get(pledge.pk, []), matched.get(pledge.matches_id)
        told.append(layout.row(Held(pledge, each.cities, by_meaning, toward, amount, *also)))
    return told


def _answers(pledge: Any, user: Any) -> tuple[dict[str, list[str]], tuple[str, str]]:
    """What was answered, by what it stands for; and the amount with its currency."""
    data = raw(pledge.answers)
    by_meaning: dict[str, list[str]] = {}
    amount = ("", "")
    for each in questions(pledge.call):
        value = answer(each, data, user) if each.means else None
        if value in (None, "", [], ()):
            continue
        by_meaning.setdefault(each.means, []).extend(shown(each, value))
        if each.means == Means.AMOUNT and isinstance(value, tuple):
            amount = (f"{value[0]:.2f}", value[1])
    return by_meaning, amount


def _address(held: Held) -> str:
    return whole(held.pledge.get_absolute_url())


def _entity(held: Held) -> str:
    return str(held.pledge.city)


def _others(held: Held) -> str:
    return SEVERAL.join(str(each) for each in held.cities[1:])


def _partners(held: Held) -> str:
    return SEVERAL.join(line.strip() for line in held.pledge.partners.splitlines() if line.strip())


def _form(held: Held) -> str:
    """Whether it is made alone, jointly, or matches another's. Source of the words: the pledging initiative."""
    if held.matched:
        return "Matching pledge"
    if len(held.cities) > 1:
        return "Common pledge"
    return "Pledge in partnership" if held.pledge.partners.strip() else "Individual pledge"


def _matched(held: Held) -> str:
    return held.matched.reference or held.matched.title if held.matched else ""


def _report(held: Held) -> str:
    """The narrative of the last report that is public."""
    public = [each for each in held.pledge.reports.all() if each.shown]
    return public[0].narrative if public else ""


def _support(held: Held) -> str:
    said = [f"{each.actor}: {Offers(each.offers).label} ({each.what})" for each in held.offers]
    return SEVERAL.join(said)


GCM = Layout(
    "gcm",
    "gcm",
    (
        ("Pledge ID", lambda held: held.pledge.reference),
        ("Pledging State or actor", _entity),
        ("Category of pledging actor", lambda held: "Local government"),
        ("Country", lambda held: country(held.pledge.city.country)),
        ("Form of pledge", _form),
        ("Participating States and actors", _others),
        ("Partners", _partners),
        ("Matched pledge: title or ID", _matched),
        ("Title of pledge", lambda held: held.pledge.title),
        ("Description of pledge", lambda held: held.pledge.description),
        ("Type of pledge", lambda held: held.of(Means.KIND)),
        ("GCM objectives", lambda held: held.toward("gcm")),
        ("GCM guiding principles", lambda held: held.of(Means.PRINCIPLES)),
        ("Sustainable Development Goals", lambda held: held.toward("agenda-2030")),
        ("Timeline: start", lambda held: held.pledge.since),
        ("Timeline: end", lambda held: held.pledge.until),
        ("Indicators and follow-up", lambda held: held.of(Means.INDICATORS)),
        ("Who benefits", lambda held: held.of(Means.POPULATION)),
        ("Amount", lambda held: held.amount[0]),
        ("Currency", lambda held: held.amount[1]),
        ("Support needed", lambda held: held.of(Means.NEEDS)),
        ("Support matched", _support),
        ("Status", lambda held: STAGES[held.pledge.status]),
        ("Status reported", lambda held: held.pledge.reported),
        ("Progress", _report),
        ("Date of pledge", lambda held: held.pledge.pledged),
        ("Further information", lambda held: held.of(Means.LINK)),
        ("Public page", _address),
    ),
)
GCR = Layout(
    "gcr",
    "gcr",
    (
        ("Pledge ID", lambda held: held.pledge.reference),
        ("Submitting entity", _entity),
        ("Entity type", lambda held: "Cities, municipalities and local authorities"),
        ("Country of submitting entity", lambda held: country(held.pledge.city.country)),
        ("Individual or joint pledge", lambda held: "Joint" if len(held.cities) > 1 else "Individual"),
        ("Joint with", _others),
        ("Partners", _partners),
        ("Matched with", _matched),
        ("Pledge title", lambda held: held.pledge.title),
        ("Pledge description", lambda held: held.pledge.description),
        ("Pledge type", lambda held: held.of(Means.KIND)),
        ("GCR objective", lambda held: held.toward("gcr")),
        ("Area of focus", lambda held: held.of(Means.AREA)),
        ("Population", lambda held: held.of(Means.POPULATION)),
        ("Start date", lambda held: held.pledge.since),
        ("End date", lambda held: held.pledge.until),
        ("Amount", lambda held: held.amount[0]),
        ("Currency", lambda held: held.amount[1]),
        ("Quality criteria", lambda held: held.of(Means.QUALITY)),
        ("Measurement of progress", lambda held: held.of(Means.INDICATORS)),
        ("Matching: support needed", lambda held: held.of(Means.NEEDS)),
        ("Matching: support received", _support),
        ("Stage of implementation", lambda held: STAGES[held.pledge.status]),
        ("Last update", lambda held: held.pledge.reported),
        ("Progress", _report),
        ("Date of pledge", lambda held: held.pledge.pledged),
        ("Further information", lambda held: held.of(Means.LINK)),
        ("Public page", _address),
    ),
)
LAYOUTS = {each.name: each for each in (GCM, GCR)}
