"""What do the pages of statements and signatures show?"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from hanse.figures.growth import growth as drawn
from hanse.workspace.accounts.rights import Right, may
from hanse.workspace.focal_points.models import cities_of
from hanse.workspace.languages import menu
from hanse.workspace.registry.as_of import AsOf
from hanse.workspace.registry.pages import listing, page
from hanse.workspace.registry.pictures import Pictures, pictures
from hanse.workspace.statements.counting import growth, rule, signatories
from hanse.workspace.statements.freezing import agrees
from hanse.workspace.statements.map import of_signatories
from hanse.workspace.statements.models import Occasion, Signature, Stage, Statement, Version
from hanse.workspace.statements.rules import closed_on, why_not_open, why_not_withdrawn
from hanse.workspace.statements.sight import sees_drafts


@listing("statements")
def statements(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """All statements: what is open for signature first, then what is drafted, then what is closed."""
    rows = [_row(each, request.user, as_of) for each in Statement.objects.visible_to(request.user)]
    order = [Stage.OPEN, Stage.ROLLING, Stage.AHEAD, Stage.DRAFT, Stage.CLOSED]
    rows.sort(key=lambda row: order.index(row["stage"]))
    gone = Statement.objects.removed_for(request.user).count()
    return render(request, "statements/statements.html", {"rows": rows, "as_of": as_of, "gone": gone})


def _row(statement: Statement, user: Any, as_of: AsOf) -> dict[str, Any]:
    version = statement.current
    signed = signatories(version, user, as_of.day).count if version else 0
    stage = version.stage() if version else Stage.DRAFT
    return {"statement": statement, "version": version, "stage": stage, "signed": signed}


@page("statements")
def statement(request: HttpRequest, statement: Statement, as_of: AsOf) -> HttpResponse:
    """The version that stands; of a statement that has none, the draft."""
    version = statement.current
    if version is None:
        if may(request.user, Right.COMMENT) and statement.draft:
            return redirect("statement-draft", statement.pk)
        return render(request, "statements/unfrozen.html", {"record": statement, "as_of": as_of})
    version.statement = statement
    return show(request, statement, version, as_of)


def show(request: HttpRequest, statement: Statement, version: Version, as_of: AsOf) -> HttpResponse:
    """A frozen version: its text, its signatories by region, how they grew, its digest and its files."""
    from hanse.workspace.statements.views.seen import language_of, reading

    codes = version.language_codes
    language = language_of(request, codes)
    beside = request.GET.get("beside", "")
    beside = beside if beside in codes and beside != language else ""
    signed = signatories(version, request.user, as_of.day)
    held = list(version.paragraphs.standing())
    stage = version.stage()
    context = {
        "record": statement,
        "version": version,
        "stage": stage,
        "closed": closed_on(version) if stage in {Stage.ROLLING, Stage.CLOSED} else None,
        "as_of": as_of,
        "language": language,
        "beside": beside,
        "languages": menu(codes),
        "absent": version.absent_codes,
        "lines": reading(held, language, beside),
        "title": next((each.said(language) for each in held if each.kind == "title"), str(statement)),
        "signed": signed,
        "rule": rule(),
        "agrees": agrees(version),
        "map": of_signatories(signed, title=_("Where the signatories of %s are") % statement, as_of=as_of),
        "growth": _growth(version, request.user, as_of),
        **_editions(version),
        "others": statement.versions.visible_to(request.user).exclude(pk=version.pk).order_by("-number"),
        "networks": statement.networks.visible_to(request.user),
        "draft": statement.draft if sees_drafts(request.user, statement) else None,
        "own": _own(version, request.user),
        "superseded": version.superseded,
        "withdrawable": not why_not_withdrawn(version),
    }
    return render(request, "statements/statement.html", context)


def _growth(version: Version, user: Any, as_of: AsOf) -> Pictures | None:
    steps = [(day, count) for day, count in growth(version, user) if day <= as_of.day]
    if len(steps) < 2:
        return None
    title = _("How many had signed, from day to day")
    unit = _("signatures")
    return pictures(
        lambda width: drawn((), steps, day=as_of.day, width=width, title=title, unit=unit, theme="page"), rule()
    )


def _editions(version: Version) -> dict[str, list[Any]]:
    """The files to show: as closed and with later endorsements, the newest first and the earlier ones apart; else those
    of before signing."""
    held = list(version.editions.all())
    final = [each for each in held if each.occasion != Occasion.PREVIEW]
    newest: dict[tuple[str, str], Any] = {}
    for each in final or held:
        newest.setdefault((each.occasion, each.language), each)
    shown = list(newest.values())
    return {"editions": shown, "earlier_editions": [each for each in final if each not in shown]}


def _own(version: Version, user: Any) -> list[dict[str, Any]]:
    """The cities that somebody speaks for, each with its signature, or with what keeps it from signing."""
    cities = list(cities_of(user))
    if not cities:
        return []
    there = {
        each.city_id: each for each in Signature.objects.standing().filter(version=version, city__in=cities, until="")
    }
    refused = why_not_open(version)
    return [{"city": each, "signature": there.get(each.pk), "refused": refused} for each in cities]
