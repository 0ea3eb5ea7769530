"""How does a person bring a sheet in? File, columns, a look at what would change, doubtful names; then in it goes."""

from __future__ import annotations

import csv
import io
from dataclasses import asdict
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from hanse.errors import HanseError
from hanse.workspace.accounts.rights import Right, needs
from hanse.workspace.documents.models import stored
from hanse.workspace.documents.uploading import kept
from hanse.workspace.jobs.work import start
from hanse.workspace.languages import spoken
from hanse.workspace.registry.exchange.candidates import candidates as all_candidates
from hanse.workspace.registry.exchange.candidates import chosen
from hanse.workspace.registry.exchange.forms import FixedForm, ReadingForm, SheetForm
from hanse.workspace.registry.exchange.formulas import quoted
from hanse.workspace.registry.exchange.headings import targets
from hanse.workspace.registry.exchange.importing import (
    check_columns,
    open_doubts,
    proposal,
    remember,
    remembered,
)
from hanse.workspace.registry.exchange.sheets import Table, letters, table
from hanse.workspace.registry.kinds import KINDS
from hanse.workspace.registry.models import Import, NameJudgement, Stage

SAMPLES = 3
HEAD = 60
"""So many rows are read to show what the columns hold."""


@needs(Right.RECORD)
def imports(request: HttpRequest) -> HttpResponse:
    """The form for a file, and what came in before."""
    form = SheetForm(request.POST or None, request.FILES or None, initial={"kind": request.GET.get("kind")})
    if request.method == "POST" and form.is_valid():
        sha256, refused = kept(form.cleaned_data["file"])
        if not refused:
            return _begin(request, form.cleaned_data["file"].name, sha256, form.cleaned_data["kind"])
        form.add_error("file", refused)
    page = Paginator(Import.objects.select_related("owner"), 30).get_page(request.GET.get("page"))
    for each in page:
        each.called = KINDS[each.kind].labels if each.kind in KINDS else each.kind
    return render(request, "registry/exchange/imports.html", {"form": form, "page": page, "kinds": KINDS.values()})


def _begin(request: HttpRequest, name: str, sha256: str, kind: str) -> HttpResponse:
    whole = name.lower().endswith(".zip")
    sheet = Import(name=name[:300], sha256=sha256, kind="" if whole else kind, owner=request.user)
    sheet.save()
    return _job(request, sheet, "look") if whole else redirect("import-columns", pk=sheet.pk)


@needs(Right.RECORD)
def columns(request: HttpRequest, pk: str) -> HttpResponse:
    """What each column is, and what is true of all rows."""
    sheet = get_object_or_404(Import.objects.exclude(kind=""), pk=pk)
    kind = KINDS[sheet.kind]
    problem = ""
    if request.method == "POST":
        _read_as(request, sheet)
    try:
        found = _head(sheet)
    except HanseError as error:
        found, problem = None, error.sentence
    reading = ReadingForm(None, sheet, found, initial=_said(sheet, found))
    fixed = FixedForm(
        request.POST if "take" in request.POST else None, kind, request.user, initial=_fixed(sheet, found)
    )
    if found is not None and "take" in request.POST and fixed.is_valid():
        try:
            return _look(request, sheet, found, fixed.said())
        except HanseError as error:
            problem = error.sentence
    taken = _chosen(request, sheet, found)
    context = {
        "sheet": sheet,
        "kind": kind,
        "reading": reading,
        "fixed": fixed,
        "found": found,
        "problem": problem,
        "columns": _shown(found, taken),
        "targets": [(name, label) for name, label in targets(kind).items()],
        "remembered": found is not None and not sheet.columns and remembered(kind, found.header) is not None,
    }
    return render(request, "registry/exchange/columns.html", context, status=422 if problem else 200)


def _read_as(request: HttpRequest, sheet: Import) -> None:
    """How the file is to be read, as the form says; what its columns were is forgotten where that changes."""
    before = (sheet.sheet, sheet.header_row, sheet.encoding)
    sheet.sheet = request.POST.get("sheet", sheet.sheet)[:100]
    given = request.POST.get("header_row", "")
    sheet.header_row = int(given) if given.isdecimal() and len(given) < 6 else 0
    sheet.encoding = request.POST.get("encoding", "")[:20]
    sheet.dates, sheet.fill = request.POST.get("dates", "")[:12], "fill" in request.POST
    if before[0::2] != (sheet.sheet, sheet.encoding) or (before[1] and before[1] != sheet.header_row):
        sheet.columns = {}
    sheet.save()


def _head(sheet: Import) -> Table:
    said = {"sheet": sheet.sheet, "header_row": sheet.header_row, "encoding": sheet.encoding, "fill": sheet.fill}
    return table(stored(sheet.sha256), sheet.name, head=HEAD, **said)


def _said(sheet: Import, found: Table | None) -> dict[str, Any]:
    row = found.header_row if found else sheet.header_row or None
    name = found.sheet if found else sheet.sheet
    return {"sheet": name, "header_row": row, "encoding": sheet.encoding, "dates": sheet.dates, "fill": sheet.fill}


def _fixed(sheet: Import, found: Table | None) -> dict[str, str]:
    memory = remembered(KINDS[sheet.kind], found.header) if found and not sheet.columns else None
    return {"handling": "internal", **(memory.fixed if memory else {}), **sheet.fixed}


def _chosen(request: HttpRequest, sheet: Import, found: Table | None) -> dict[str, str]:
    if found is None:
        return {}
    if "take" in request.POST:
        return _posted(request, found)
    return sheet.columns or proposal(KINDS[sheet.kind], found.header)


def _posted(request: HttpRequest, found: Table) -> dict[str, str]:
    said = {str(place): request.POST.get(f"column-{place}", "") for place in range(len(found.header))}
    return {place: name for place, name in said.items() if name}


def _shown(found: Table | None, taken: dict[str, str]) -> list[dict[str, Any]]:
    if found is None:
        return []
    shown = []
    for place, heading in enumerate(found.header):
        cells = [row[place][:60] for row in found.rows if row[place].strip()]
        samples = list(dict.fromkeys(cells))[:SAMPLES]
        name = taken.get(str(place), "")
        shown.append(
            {"place": place, "letters": letters(place + 1), "heading": heading, "samples": samples, "as": name}
        )
    return shown


def _look(request: HttpRequest, sheet: Import, found: Table, fixed: dict[str, str]) -> HttpResponse:
    taken = _posted(request, found)
    check_columns(KINDS[sheet.kind], taken, fixed, found.header)
    sheet.columns, sheet.fixed = taken, fixed
    sheet.save()
    remember(sheet, found.header)
    return _job(request, sheet, "look")


def _job(request: HttpRequest, sheet: Import, what: str) -> HttpResponse:
    title = (_("Looking at %(file)s") if what == "look" else _("Taking in %(file)s")) % {"file": sheet.name}
    with transaction.atomic():
        sheet.job = start(f"registry.{what}", title=title[:300], owner=request.user, sheet=sheet.pk, language=spoken())
        sheet.save(update_fields=["job"])
    return redirect("job", pk=sheet.job.pk)


@needs(Right.RECORD)
def looked(request: HttpRequest, pk: str) -> HttpResponse:
    """What would change, or what did."""
    sheet = get_object_or_404(Import, pk=pk)
    if not sheet.found:
        return redirect("import-columns", pk=pk) if sheet.kind else redirect("job", pk=sheet.job_id)
    counts = {name: sum(each["counts"][name] for each in sheet.found["sheets"]) for name in _OUTCOMES}
    counts["refused"] += sheet.found["unread_count"]
    doubts = open_doubts(sheet)
    parts = [{**each, "labels": KINDS[each["kind"]].labels} for each in sheet.found["sheets"]]
    context = {
        "sheet": sheet,
        "dry": sheet.stage == Stage.LOOKED,
        "counts": counts,
        "parts": parts,
        "doubts": doubts,
        "writes": counts["added"] + counts["changed"],
        "notes": sum(each.get("noted", 0) for each in sheet.found["sheets"]),
        "network": _of_network(sheet, request.user),
    }
    return render(request, "registry/exchange/looked.html", context)


_OUTCOMES = ("added", "changed", "unchanged", "refused")


def _of_network(sheet: Import, user: Any) -> Any:
    """The network whose members these are, to go on to."""
    from hanse.workspace.registry.exchange.references import References
    from hanse.workspace.registry.models import Actor

    if not sheet.fixed.get("network"):
        return None
    try:
        pk = References(Actor, user).meant(sheet.fixed["network"], ("membership", "network"))
    except HanseError:
        return None
    return Actor.objects.visible_to(user).filter(pk=pk).first()


@needs(Right.RECORD)
@require_POST
def take(request: HttpRequest, pk: str) -> HttpResponse:
    """Take the rows in, or look once more."""
    sheet = get_object_or_404(Import.objects.exclude(found={}), pk=pk)
    return _job(request, sheet, "look" if "again" in request.POST else "take")


@needs(Right.RECORD)
def names(request: HttpRequest, pk: str) -> HttpResponse:
    """The queue of doubtful names, and what was judged."""
    sheet = get_object_or_404(Import.objects.exclude(found={}), pk=pk)
    typed: dict[str, str] = {}
    if request.method == "POST":
        judged, typed = _judge(request, sheet)
    if request.method == "POST" and not typed:
        messages.success(request, _judged(judged))
        rest = open_doubts(sheet)
        return redirect("import-names", pk=pk) if rest or not judged else _job(request, sheet, "look")
    page = Paginator(open_doubts(sheet), 50).get_page(request.GET.get("page"))
    for doubt in page:
        if sought := typed.get(_asked(doubt), ""):
            doubt["typed"] = sought
            doubt["found"] = all_candidates(doubt["name"], doubt["country"], sought, request.user)
    judgements = NameJudgement.objects.standing().select_related("actor", "by")[:200]
    context = {"sheet": sheet, "page": page, "judgements": judgements, "typed": len(typed)}
    context["kept"] = judged if typed else 0
    return render(request, "registry/exchange/names.html", context, status=422 if typed else 200)


def _judged(count: int) -> str:
    if not count:
        return _("Nothing was chosen, so nothing was judged.")
    return ngettext("%(n)s judged.", "%(n)s judged.", count) % {"n": count}


@needs(Right.RECORD)
def candidates(request: HttpRequest, pk: str) -> HttpResponse:
    """All that a doubtful name could mean, as far as it fits what is sought: ``name`` is "name|country"."""
    get_object_or_404(Import, pk=pk)
    name, _, country = request.GET.get("name", "").rpartition("|")
    place = request.GET.get("place", "")
    sought = request.GET.get(f"sought-{place}", request.GET.get("sought", ""))[:200]
    found = all_candidates(name[:300], country, sought.strip(), request.user)
    place = place if place.isdecimal() else "1"
    return render(request, "registry/exchange/candidates.html", {"options": found, "place": place})


def _asked(doubt: dict[str, Any]) -> str:
    """A doubtful name as the form says it."""
    return f"{doubt['name']}|{doubt['country']}"


def _judge(request: HttpRequest, sheet: Import) -> tuple[int, dict[str, str]]:
    """Keep the choices of the form: only what there is can be chosen. How many, and what was typed and not chosen."""
    doubts = {_asked(each): each for each in open_doubts(sheet)}
    judged, typed = 0, {}
    for place in request.POST.getlist("place"):
        doubt = doubts.get(request.POST.get(f"name-{place}", ""))
        sought = request.POST.get(f"sought-{place}", "").strip()[:200]
        if doubt and sought and not request.POST.get(f"meant-{place}"):
            typed[_asked(doubt)] = sought
        verdict = _verdict(doubt, request.POST.get(f"meant-{place}", ""), request.user) if doubt else None
        if verdict is not None:
            NameJudgement.judge(doubt["name"], doubt["country"], request.user, **verdict)
            judged += 1
    return judged, typed


def _verdict(doubt: dict[str, Any], key: str, user: Any) -> dict[str, Any] | None:
    if key in ("new", "out"):
        return {"meant": key}
    option = next((each for each in doubt["options"] if each["key"] == key), None)
    if option is None:
        found = chosen(key, user)
        option = asdict(found) if found is not None else None
    if option is None:
        return None
    if option["place"]:
        return {"meant": "place", "place": option["place"]}
    return {"meant": "actor", "actor_id": key.partition(":")[2]}


@needs(Right.RECORD)
@require_POST
def unjudge(request: HttpRequest, pk: str, judgement: int) -> HttpResponse:
    """Take a judgement back; what it brought into the registry stays, with its history."""
    get_object_or_404(NameJudgement.objects.standing(), pk=judgement).take_back()
    messages.success(request, _("The judgement was taken back: the name is asked about again."))
    return redirect("import-names", pk=pk)


@needs(Right.RECORD)
def refused(request: HttpRequest, pk: str) -> HttpResponse:
    """The refused rows as CSV: row, column, why."""
    sheet = get_object_or_404(Import.objects.exclude(found={}), pk=pk)
    rows = [*sheet.found["unread"], *(row for each in sheet.found["sheets"] for row in each["refused"])]
    if not rows:
        raise Http404
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(("row", "column", "why"))
    writer.writerows([row, quoted(column), quoted(why)] for row, column, why in sorted(rows))
    response = HttpResponse("\ufeff" + out.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="refused.csv"'
    return response
