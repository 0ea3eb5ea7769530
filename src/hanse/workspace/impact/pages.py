"""What do the pages of impact show? Numbers with all that they have to be shown with, and what they are made of."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from hanse.errors import HanseError
from hanse.text.dates import days
from hanse.workspace.accounts.rights import reading
from hanse.workspace.impact import ready
from hanse.workspace.impact.claimed import Published, published
from hanse.workspace.impact.counting import value
from hanse.workspace.impact.figures import grown, rows
from hanse.workspace.impact.models import Indicator, Snapshot
from hanse.workspace.impact.passages import passages
from hanse.workspace.impact.splitting import by_objective, by_region, by_year, over_time
from hanse.workspace.impact.told import in_words
from hanse.workspace.impact.values import Value
from hanse.workspace.registry.as_of import AsOf, as_of, read
from hanse.workspace.registry.pages import page

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Line:
    """An indicator as the page shows it; ``problem`` where its rule cannot be counted any more."""

    indicator: Indicator
    name: str
    definition: str
    origin: str
    value: Value | None
    words: tuple[str, ...] = ()
    claims: tuple[Published, ...] = ()
    problem: str = ""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show but that nothing is documented."""
        return self.value is None or not self.value.documented or not self.value.number

    @property
    def baseline(self) -> str:
        return _written(self.indicator.baseline)

    @property
    def target(self) -> str:
        return _written(self.indicator.target)

    @property
    def address(self) -> str:
        return reverse("indicator", args=[self.indicator.key])

    @property
    def opens(self) -> str:
        """Where the number opens: onto just what it counts."""
        return (self.value and self.value.opens) or reverse("indicator-counted", args=[self.indicator.key])


def line(
    indicator: Indicator, user: Any, day: date, since: date | None = None, claims: Any = (), version: int | None = None
) -> Line:
    texts = [ready.said(indicator, name) for name in ("name", "definition", "origin")]
    try:
        rule = indicator.counts if version is None else indicator.counted_by(version)
        if rule is None:
            raise Http404
        told = value(indicator, user, day, since, version)
    except HanseError as error:
        return Line(indicator, *texts, None, (), tuple(claims), error.sentence)
    return Line(indicator, *texts, told, tuple(in_words(rule)), tuple(claims))


def lines(user: Any, day: date, since: date | None = None) -> list[Line]:
    """All indicators that somebody sees, counted."""
    indicators = ready.held(user)
    claims = published(indicators, user)
    return [line(each, user, day, since, claims.get(each.key, ())) for each in indicators]


@reading
def impact(request: HttpRequest) -> HttpResponse:
    """All counters, for somebody with two minutes."""
    day = as_of(request)
    since = period(request, day.day)
    told = lines(request.user, day.day, _first(since))
    context = {
        "counters": [each for each in told if not each.empty],
        "empty": [each for each in told if each.empty],
        "as_of": day,
        "since": since,
        "given": request.GET.get("since", ""),
    }
    return render(request, "impact/impact.html", context)


@reading
def indicator(request: HttpRequest, key: str) -> HttpResponse:
    """One indicator: its number, how it is counted, how it divides, what is published of it."""
    return _page(request, _found(request, key), as_of(request))


@page("indicators")
def record(request: HttpRequest, record: Indicator, as_of: AsOf) -> HttpResponse:
    """The same, as the page of the record."""
    return _page(request, record, as_of)


def _page(request: HttpRequest, held: Indicator, day: AsOf) -> HttpResponse:
    user, since = request.user, period(request, day.day)
    first, number = _first(since), held.version
    version = _version(request, number)
    claims = published([held], user).get(held.key, [])
    told = line(held, user, day.day, first, claims, version)
    split: dict[str, Any] = {}
    if told.value is not None:
        rule = held.counted_by(version) if version else held.counts
        steps = [] if rule is None or rule.source else over_time(rule, user, day.day, first)
        years = by_year(steps)
        toward = by_objective(rule, user, day.day, first)
        split = {
            "over_time": grown(steps, claims, title=told.name, unit=told.name, day=day.day),
            "years": years,
            "year_bars": rows(years, title=_("By year")),
            "regions": by_region(rule, user, day.day, first),
            "objectives": toward,
            "objective_bars": rows([(each.name, each.count) for each in toward], title=_("By objective")),
        }
    context = {
        "line": told,
        "record": held,
        "kept": not held._state.adding,
        "version": version or number,
        "versions": range(1, number + 1),
        "rule": _laid_out(held, version),
        "snapshots": [] if held._state.adding else Snapshot.objects.visible_to(user).filter(indicator=held)[:20],
        "as_of": day,
        "since": since,
        "given": request.GET.get("since", ""),
        **split,
    }
    return render(request, "impact/indicator.html", context)


@reading
def counted_list(request: HttpRequest, key: str) -> HttpResponse:
    """Exactly what a number counts, a page at a time; with ``unit`` the records of one thing that counts once."""
    held, day = _found(request, key), as_of(request)
    since = period(request, day.day)
    told = line(held, request.user, day.day, _first(since), version=_version(request, held.version))
    if told.value is None:
        return redirect(told.address)
    members: Any = told.value.members
    unit = request.GET.get("unit", "")[:60]
    if unit:
        if not hasattr(members, "behind"):
            raise Http404
        members = members.behind(unit)
    page = Paginator(members, PER_PAGE).get_page(request.GET.get("page"))
    units = list(page.object_list)
    context = {
        "line": told,
        "page": page,
        "units": [(each, said) for each, said in zip(units, passages(units, request.user), strict=True)],
        "unit": unit,
        "number": len(members),
        "as_of": day,
        "since": since,
    }
    return render(request, "impact/counted.html", context)


def _laid_out(held: Indicator, version: int | None) -> str:
    """The rule as code, on several lines."""
    text = held.rule if version is None else held.rules[version - 1]
    return json.dumps(json.loads(text), ensure_ascii=False, indent=2)


def _found(request: HttpRequest, key: str) -> Indicator:
    held = ready.found(key, request.user)
    if held is None:
        raise Http404
    return held


def period(request: HttpRequest, until: date) -> AsOf | None:
    """The first day of the period that is asked for, with what is wrong with it; None where none is asked for."""
    return since_of(request.GET.get("since", ""), until)


def since_of(given: str, until: date) -> AsOf | None:
    """The same of what somebody wrote."""
    given = given.strip()[:40]
    if not given:
        return None
    meant = days(given)
    if meant is None:
        return AsOf(until, given, read(given).problem)
    return AsOf(meant[0], given, _("The period ends before it begins.") if meant[0] > until else "")


def _first(since: AsOf | None) -> date | None:
    return since.day if since and not since.problem else None


def _version(request: HttpRequest, number: int) -> int | None:
    """The rule that is asked for; None for the one that holds."""
    given = request.GET.get("version", "")
    return int(given) if given.isdecimal() and len(given) < 6 and 1 <= int(given) <= number else None


def _written(number: Decimal | None) -> str:
    whole = number is not None and number == number.to_integral_value()
    return number_format(int(number) if whole else number, force_grouping=True) if number is not None else ""
