"""How is a value frozen, and what does its page show? Snapshots: made by the office, read by everybody, for ever."""

from __future__ import annotations

import json
from itertools import islice
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hanse.errors import HanseError
from hanse.workspace.accounts.rights import Right, needs, reading
from hanse.workspace.impact import ready, snapshots
from hanse.workspace.impact.grouping import groups_by, rule_of, together
from hanse.workspace.impact.models import Snapshot
from hanse.workspace.impact.pages import since_of
from hanse.workspace.registry.as_of import read

PER_PAGE = 100


@needs(Right.RECORD)
@require_POST
def freeze(request: HttpRequest, key: str) -> HttpResponse:
    """Freeze a value as the public has it, as of the day that the page showed. What is no day, or no period, freezes
    nothing."""
    held = ready.found(key, request.user)
    if held is None:
        raise Http404
    asked = read(request.POST.get("as_of", "")[:40])
    since = since_of(request.POST.get("since", ""), asked.day)
    if problem := asked.problem or (since.problem if since else ""):
        messages.error(request, problem)
        return redirect("indicator", key)
    try:
        made = snapshots.freeze(held, asked.day, request.user, since.day if since else None)
    except HanseError as error:
        messages.error(request, error.sentence)
        return redirect("indicator", key)
    return redirect(made)


@needs(Right.RECORD)
@require_POST
def keep(request: HttpRequest, key: str) -> HttpResponse:
    """Make a record of an indicator that came with the package, to change it, and to say what is claimed of it."""
    held = ready.found(key, request.user)
    if held is None:
        raise Http404
    held = ready.kept(held)
    messages.success(request, _("It is a record of this workspace now."))
    return redirect("record-edit", "indicators", held.pk)


@reading
def snapshot(request: HttpRequest, pk: str) -> HttpResponse:
    """A frozen value with its members as the reader may see them today, and what is counted today beside it."""
    held = get_object_or_404(Snapshot.objects.visible_to(request.user).select_related("indicator"), pk=pk)
    said, rule = json.loads(held.said), rule_of(held)
    groups = together(held, rule, request.user) if rule and groups_by(rule) else None
    page = Paginator(held.members.all() if groups is None else groups, PER_PAGE).get_page(request.GET.get("page"))
    shown = [(None, [each]) for each in page.object_list] if groups is None else list(page.object_list)
    told = snapshots.members([each for _unit, members in shown for each in members], request.user)
    rest = iter(told)
    now = snapshots.again(held)
    context = {
        "snapshot": held,
        "said": said,
        "name": ready.translated(said["indicator"], "name", said["name"]),
        "page": page,
        "groups": [(unit, list(islice(rest, len(members)))) for unit, members in shown],
        "number": page.paginator.count if groups is None else said["number"],
        "records": 0 if groups is None else held.members.count(),
        "withheld": sum(each.state == "withheld" for each in told),
        "now": now,
        "same": now is not None and now.number == said["number"] and now.of == said["of"],
        "address": request.build_absolute_uri(held.get_absolute_url()),
    }
    return render(request, "impact/snapshot.html", context)


@reading
def download(request: HttpRequest, pk: str) -> HttpResponse:
    """The same for programs: what was frozen, to the byte, and of its members what may be seen today."""
    held = get_object_or_404(Snapshot.objects.visible_to(request.user), pk=pk)
    told = snapshots.members(list(held.members.all()), request.user)
    answer: dict[str, Any] = {
        "sha256": held.digest,
        "frozen": held.said,
        "made": held.made.isoformat(),
        "address": request.build_absolute_uri(held.get_absolute_url()),
        "members": [_member(each, request) for each in told],
    }
    made = JsonResponse(answer, json_dumps_params={"ensure_ascii": False, "indent": 1})
    made["Content-Disposition"] = f'attachment; filename="snapshot-{held.pk}.json"'
    return made


def _member(each: Any, request: HttpRequest) -> dict[str, Any]:
    if each.state == "withheld":
        return {"leaf": each.leaf, "state": each.state}
    said = {"leaf": each.leaf, "state": each.state, "kind": each.kind, "id": each.key, "salt": each.salt}
    if each.state == "removed":
        return {**said, "removed": each.removed.isoformat()}
    return {**said, "title": each.title, "address": request.build_absolute_uri(each.address)}
