"""Which pledges does a list show? What somebody may see, on a day, by objective, country, region, status, light."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Prefetch, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hanse.places.countries import COUNTRIES
from hanse.workspace.pledges.light import LIGHTS, Light, light_of
from hanse.workspace.pledges.models import Partnership, Pledge, State, Status
from hanse.workspace.pledges.objectives import code, codes, naming, short
from hanse.workspace.registry.as_of import AsOf
from hanse.workspace.registry.fields import found
from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.registry.models import Actor, Objective
from hanse.workspace.registry.shown import country


@dataclass(frozen=True, slots=True)
class Line:
    """One published pledge of a list, with all its cities and its light."""

    pledge: Any
    cities: tuple[Any, ...]
    light: Light | None


class Choice(forms.Form):
    """What a visitor can narrow the list by: only what there is."""

    q = forms.CharField(
        required=False, label=gettext_lazy("Search"), max_length=200, widget=forms.TextInput(attrs={"type": "search"})
    )

    def __init__(self, data: Any, held: Any, user: Any) -> None:
        super().__init__(data)
        self.user = user
        rows = list(held.order_by().values_list("toward", "city__country", "cycle", "status"))
        countries = {code for _toward, code, _cycle, _status in rows if code}
        named = {each for toward, *_rest in rows for each in codes(toward)}
        regions = {part for code in countries & set(COUNTRIES) for part in _regions(code)}
        self._offer("objective", _("Objective"), _objectives(named, user))
        self._offer("instrument", _("Instrument"), _instruments(named, user))
        self._offer("country", _("Country"), sorted(((c, country(c)) for c in countries), key=lambda pair: pair[1]))
        self._offer("region", _("Region"), [(each, each) for each in sorted(regions)])
        held_statuses = {status for *_rest, status in rows}
        self._offer("status", _("Status"), [each for each in Status.choices if each[0] in held_statuses])
        self._offer("light", _("Reported"), [(each.name, each.words) for each in LIGHTS])
        self._offer("cycle", _("Cycle"), [(each, each) for each in sorted({cycle for *_, cycle, _s in rows if cycle})])

    def _offer(self, name: str, label: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name] = forms.ChoiceField(required=False, label=label, choices=[("", _("any")), *choices])

    def wanted(self) -> dict[str, str]:
        """What was asked for and there is."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


def _regions(code: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((COUNTRIES[code].region, COUNTRIES[code].subregion)))


def _objectives(named: set[str], user: Any) -> list[tuple[str, str]]:
    held = Objective.objects.visible_to(user).filter(instrument__in={each.rpartition(" ")[0] for each in named})
    pairs = [
        (code(each), f"{short(code(each))}. {each.title}")
        for each in held.select_related("instrument").order_by("instrument__adopted", "instrument_id", "number")
    ]
    return [(key, label if len(label) <= 90 else f"{label[:89]}…") for key, label in pairs if key in named]


def _instruments(named: set[str], user: Any) -> list[tuple[str, str]]:
    held = KINDS["instruments"].records().visible_to(user).filter(pk__in={each.rpartition(" ")[0] for each in named})
    return [(each.pk, str(each)) for each in held]


def published(user: Any) -> Any:
    """The pledges that are public or the members', of those that a user may see."""
    return Pledge.objects.visible_to(user).filter(state=State.PUBLISHED)


def chosen(held: Any, wanted: dict[str, str], user: Any, as_of: AsOf) -> list[Line]:
    """The lines of a list as they were asked for, in the order of their titles."""
    for name, value in wanted.items():
        held = _narrowed(held, name, value, user)
    held = KINDS["pledges"].known(held, as_of.day)
    seen = Actor.objects.visible_to(user)
    joint = Partnership.objects.exclude(agreed=None).filter(city__in=seen).select_related("city")
    listed = held.select_related("city").prefetch_related(
        "call__questions", "reports", Prefetch("partnerships", joint, "agreed_partners")
    )
    lines = [
        Line(each, (each.city, *(tie.city for tie in each.agreed_partners)), light_of(each, as_of.day))
        for each in listed.order_by("folded", "pk")
    ]
    light = wanted.get("light")
    return [each for each in lines if not light or (each.light and each.light.name == light)]


def _narrowed(held: Any, name: str, value: str, user: Any) -> Any:
    if name == "q":
        words = Q(pk__in=found(held, value, user).order_by().values("pk")) | Q(description__icontains=value)
        return held.filter(
            words | Q(city__in=found(Actor.objects.visible_to(user), value, user).order_by().values("pk"))
        )
    if name == "objective":
        return held.filter(naming(value))
    if name == "instrument":
        return held.filter(Q(toward__startswith=f"{value} ") | Q(toward__contains=f", {value} "))
    if name in ("country", "region"):
        inside = [value] if name == "country" else [c for c in COUNTRIES if value in _regions(c)]
        seen = Actor.objects.visible_to(user).filter(country__in=inside).order_by().values("pk")
        joint = Partnership.objects.exclude(agreed=None).filter(city__in=seen).values("pledge")
        return held.filter(Q(city__country__in=inside) | Q(pk__in=joint))
    return held.filter(**{name: value}) if name in ("status", "cycle") else held


class PracticeChoice(forms.Form):
    """What a visitor can narrow the practices by."""

    q = forms.CharField(
        required=False, label=gettext_lazy("Search"), max_length=200, widget=forms.TextInput(attrs={"type": "search"})
    )

    def __init__(self, data: Any, held: Any, user: Any) -> None:
        super().__init__(data)
        rows = list(held.order_by().values_list("toward", "city__country"))
        named = {each for toward, _country in rows for each in codes(toward)}
        countries = {code for _toward, code in rows if code}
        offered = {
            "objective": (_("Objective"), _objectives(named, user)),
            "country": (_("Country"), sorted(((c, country(c)) for c in countries), key=lambda pair: pair[1])),
        }
        for name, (label, choices) in offered.items():
            self.fields[name] = forms.ChoiceField(required=False, label=label, choices=[("", _("any")), *choices])

    def chosen(self, held: Any) -> list[Any]:
        """The practices that were asked for, in the order of their titles."""
        self.is_valid()
        wanted = self.cleaned_data
        for word in wanted.get("q", "").split()[:10]:
            texts = ("title", "what", "needs", "results", "lessons", "city__name")
            said = Q()
            for name in texts:
                said |= Q(**{f"{name}__icontains": word})
            held = held.filter(said)
        if wanted.get("objective"):
            held = held.filter(naming(wanted["objective"]))
        if wanted.get("country"):
            held = held.filter(city__country=wanted["country"])
        return list(held.order_by("folded", "pk"))
