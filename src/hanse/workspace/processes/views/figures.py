"""Which records were counted for a figure, and which were not? All of them, in pages."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from hanse.workspace.accounts.rights import reading
from hanse.workspace.processes import counting
from hanse.workspace.processes.models import Process, Session
from hanse.workspace.registry.as_of import as_of

PER_PAGE = 100
MODELS = {"processes": Process, "sessions": Session}


@reading
def figure(request: HttpRequest, plural: str, pk: str, name: str, which: str) -> HttpResponse:
    """A figure of a process or a session with the records that it opens onto: ``which`` is "counted" or "others"."""
    record = get_object_or_404(MODELS[plural].objects.visible_to(request.user), pk=pk)
    day = as_of(request)
    if plural == "sessions":
        found = () if day.past and record.ahead(day.day) else counting.of_session(record, request.user)
    else:
        found = counting.of_process(record, request.user, day.day)
    ratio = next((each for each in found if each.name == name), None)
    if ratio is None:
        raise Http404
    records = {"counted": ratio.records, "others": ratio.others}
    others = _("Counted over, and not like that") if ratio.documented else _("Documented")
    labels = {"counted": _("Counted"), "others": others}
    context = {
        "record": record,
        "plural": plural,
        "ratio": ratio,
        "which": which,
        "ways": [(each, label, len(records[each])) for each, label in labels.items()],
        "page": Paginator(records[which], PER_PAGE).get_page(request.GET.get("page")),
        "as_of": day,
    }
    return render(request, "processes/figure.html", context)
