"""How is a value frozen, and what does its page show? Snapshots: made by the office, read by everybody, for ever."""

from __future__ import annotations

import json
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
    page = Paginator(held.members.all(), PER_PAGE).get_page(request.GET.get("page"))
    told = snapshots.members(list(page.object_list), request.user)
    said = json.loads(held.said)
    now = snapshots.again(held)
    context = {
        "snapshot": held,
        "said": said,
        "name": ready.translated(said["indicator"], "name", said["name"]),
        "page": page,
        "members": told,
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
