"""What does the registry know of one record?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from hanse.workspace.accounts.rights import reading, sight
from hanse.workspace.registry.as_of import AsOf, as_of
from hanse.workspace.registry.forms import FIXED
from hanse.workspace.registry.kinds import Kind
from hanse.workspace.registry.models import Actor, Attestation, Claim, Translation
from hanse.workspace.registry.pages import PAGES, TOLD
from hanse.workspace.registry.tied import tied
from hanse.workspace.registry.translated import in_the_language_of

ABOUT = {Attestation: "record", Claim: "subject", Translation: "record"}


@reading
def record(request: HttpRequest, kind: Kind, pk: str) -> HttpResponse:
    """The page of a record; of one that was merged away, the page where it stands now."""
    if kind.model is Actor and (stands := _merged_into(request, pk)):
        return redirect(stands)
    found = get_object_or_404(kind.model.objects.visible_to(request.user), pk=pk)
    if not kind.holds(found):
        return redirect(found)
    day = as_of(request)
    found = in_the_language_of(request, found)
    if kind.plural in PAGES:
        return PAGES[kind.plural](request, found, day)
    return plain(request, kind, found, day)


def plain(request: HttpRequest, kind: Kind, found: object, day: AsOf) -> HttpResponse:
    """The page that every record can have: its columns with their sources, and what is tied to it."""
    about = getattr(found, ABOUT[kind.model], None) if kind.model in ABOUT else None
    context = {
        "kind": kind,
        "record": found,
        "about": about,
        "fixed": FIXED,
        "ties": [tie for tie in tied(found, request.user, day) if tie.kind.plural not in TOLD.get(kind.plural, ())],
        "as_of": day,
    }
    return render(request, "registry/record.html", context)


def _merged_into(request: HttpRequest, pk: str) -> Actor | None:
    gone = Actor.objects.filter(sight(Actor, request.user), pk=pk).exclude(merged_into=None).first()
    while gone is not None and gone.merged_into_id:
        gone = gone.merged_into
    return Actor.objects.visible_to(request.user).filter(pk=gone.pk).first() if gone else None
