"""How do calendar programs read the calendar? Feeds for the visitor, and for whoever has somebody's secret address.

An address with a secret in it is kept by calendar services in other hands. So it gives what its person may see now,
public and internal, and never anything restricted.
"""

from __future__ import annotations

import hashlib
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import quote_etag
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from hanse.workspace.accounts.rights import Right, may, needs, public, reading
from hanse.workspace.languages import speaking
from hanse.workspace.processes import feeds
from hanse.workspace.processes.agenda import agenda
from hanse.workspace.processes.models import FeedKey, Process
from hanse.workspace.processes.sight import Sight
from hanse.workspace.registry.as_of import as_of
from hanse.workspace.registry.models import Actor, ActorKind

OF = {"processes": ("process", Process.objects), "cities": ("city", Actor.objects)}


@require_safe
@reading
def feed(request: HttpRequest) -> HttpResponseBase:
    """Everything that the visitor may see."""
    return _feed(request, Sight(request.user))


@require_safe
@reading
def process_feed(request: HttpRequest, pk: str) -> HttpResponseBase:
    """One process."""
    return _feed(request, Sight(request.user), "processes", pk)


@require_safe
@reading
def city_feed(request: HttpRequest, pk: str) -> HttpResponseBase:
    """What concerns one city."""
    return _feed(request, Sight(request.user), "cities", pk)


@public
@require_safe
def own_feed(request: HttpRequest, token: str, of: str = "", pk: str = "") -> HttpResponseBase:
    """A feed by somebody's secret: with what that person may see, but for what is restricted."""
    key = FeedKey.find(token)
    if key is None or not may(key.person, Right.READ):
        raise Http404
    return _feed(request, Sight(key.person, leaves=True), of, pk)


def _feed(request: HttpRequest, sight: Sight, of: str = "", pk: str = "") -> HttpResponseBase:
    """The feed in the language of whose sight it is; in English where that is not known, and for what was refused."""
    narrowed: dict[str, Any] = {}
    if of:
        name, records = OF.get(of) or _missing()
        records = records.filter(kind=ActorKind.LOCAL_GOVERNMENT) if of == "cities" else records
        narrowed[name] = get_object_or_404(sight.of(records), pk=pk)
    with speaking("en"):
        shown = as_of(request)
    if shown.problem:
        sentence = shown.problem.removesuffix(" Today is shown.")
        return HttpResponseBadRequest(sentence, content_type="text/plain; charset=utf-8")
    title = " · ".join(["Hanse", *(str(each) for each in narrowed.values())])
    with speaking(getattr(sight.user, "language", "")):
        found = agenda(sight, shown.day, **narrowed)
        body = feeds.feed(title, found.entries, request.build_absolute_uri("/"))
    answer = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'inline; filename="{pk or "calendar"}.ics"'
    answer["Cache-Control"] = "private, no-cache"
    answer["ETag"] = etag = quote_etag(hashlib.sha256(body).hexdigest()[:32])
    patch_vary_headers(answer, ["Cookie"])
    return get_conditional_response(request, etag=etag, response=answer) or answer


def _missing() -> Any:
    raise Http404


@needs(Right.READ)
@never_cache
def address(request: HttpRequest) -> HttpResponse:
    """A person's own feed address: made, renewed or ended; shown once, for only a digest of it is kept."""
    if not request.user.is_authenticated:
        raise Http404
    held = FeedKey.objects.filter(person=request.user)
    if request.method == "POST" and "end" in request.POST:
        held.delete()
        return redirect("feed-address")
    token = FeedKey.renew(request.user) if request.method == "POST" else ""
    made = request.build_absolute_uri(reverse("own-feed", args=[token])) if token else ""
    return render(request, "processes/address.html", {"held": held.first(), "made": made})
