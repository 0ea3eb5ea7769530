"""Are these two one actor? Pairs are proposed, judged by a person, merged, and parted again."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from hanse.errors import RefusedChange, echoed
from hanse.workspace.accounts.rights import Handling, Right, needs
from hanse.workspace.registry import judging
from hanse.workspace.registry.as_of import grouped
from hanse.workspace.registry.fields import NamedRecord
from hanse.workspace.registry.kinds import kind_of
from hanse.workspace.registry.merge_preview import previewed
from hanse.workspace.registry.models import Actor, Judgement, Verdict

PER_PAGE = 25
LATELY = 30


class MergeForm(forms.Form):
    """The other actor, which of the two stays, and why they are one."""

    other = NamedRecord(
        what="actor", user=None, label=gettext_lazy("The same as"), help_text=gettext_lazy("Type its name.")
    )
    stays = forms.ChoiceField(
        choices=[("other", gettext_lazy("the other stays")), ("this", gettext_lazy("this one stays"))],
        initial="other",
        label=gettext_lazy("Which stays"),
        help_text=gettext_lazy(
            "The one that goes becomes another name of the one that stays; its address leads there."
        ),
    )
    why = forms.CharField(required=False, max_length=2000, label=gettext_lazy("Why"))

    def __init__(self, data: Any, *, user: Any, kind: str) -> None:
        super().__init__(data)
        self.fields["other"] = NamedRecord(
            what=kind, user=user, label=gettext_lazy("The same as"), help_text=gettext_lazy("Type its name.")
        )


@needs(Right.RECORD)
def duplicates(request: HttpRequest) -> HttpResponse:
    """The pairs that wait, and the verdicts that were given."""
    page = Paginator(judging.proposed(request.user), PER_PAGE).get_page(request.GET.get("page"))
    seen = Actor.objects.all()
    judged = Judgement.objects.filter(undone=None, one__in=seen, other__in=seen).select_related("one", "other", "by")
    context = {
        "page": page,
        "pairs": judging.with_actors(list(page.object_list), request.user),
        "judged": judged[:LATELY],
        "any": Actor.objects.visible_to(request.user).exists(),
    }
    return render(request, "registry/duplicates.html", context)


@needs(Right.RECORD)
@require_POST
def judge(request: HttpRequest) -> HttpResponse:
    """Give a verdict on a pair: ``verdict`` is "different", or the id of the one that stays."""
    actors = Actor.objects.visible_to(request.user)
    one = get_object_or_404(actors, pk=request.POST.get("one", ""))
    other = get_object_or_404(actors, pk=request.POST.get("other", ""))
    why, verdict = request.POST.get("why", "").strip(), request.POST.get("verdict", "")
    said = {"user": request.user, "why": why, "reasons": tuple(request.POST.getlist("reason"))}
    if verdict == Verdict.DIFFERENT:
        judging.different(one, other, **said)
        told = _("Noted: “%(one)s” and “%(other)s” are two. You can take it back below.")
        messages.success(request, told % {"one": echoed(one), "other": echoed(other)})
    elif verdict in {one.pk, other.pk}:
        gone, kept = (other, one) if verdict == one.pk else (one, other)
        _merge(request, gone, kept, said)
    return redirect("duplicates")


@needs(Right.RECORD)
def merge(request: HttpRequest, pk: str) -> HttpResponse:
    """Merge an actor with another that nobody proposed: first both are shown side by side, then it is confirmed."""
    found = get_object_or_404(Actor.objects.visible_to(request.user), pk=pk)
    form = MergeForm(request.POST or None, user=request.user, kind=kind_of(found).plural)
    if request.method == "POST" and form.is_valid():
        other = form.cleaned_data["other"]
        gone, kept = (found, other) if form.cleaned_data["stays"] == "other" else (other, found)
        if "confirmed" not in request.POST:
            said = {"record": found, "form": form, "preview": previewed(gone, kept, request.user)}
            return render(request, "registry/merge_preview.html", said)
        if _merge(request, gone, kept, {"user": request.user, "why": form.cleaned_data["why"]}):
            return redirect(kept)
    return render(request, "registry/merge.html", {"record": found, "kind": kind_of(found), "form": form})


def _merge(request: HttpRequest, gone: Actor, kept: Actor, said: dict[str, Any]) -> bool:
    try:
        judging.same(gone, kept, **said)
    except RefusedChange as refused:
        messages.error(request, refused.sentence)
        return False
    told = (
        _("“%(gone)s” stands under “%(kept)s” now. What was tied to it stays internal.")
        if gone.handling != kept.handling == Handling.PUBLIC
        else _("“%(gone)s” stands under “%(kept)s” now.")
    )
    told = (told % {"gone": echoed(gone), "kept": echoed(kept)}, _("It can be taken back under Duplicates."))
    messages.success(request, " ".join(told))
    return True


@needs(Right.RECORD)
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a verdict back, and the merge that followed from it."""
    judgement = get_object_or_404(Judgement, pk=pk, undone=None)
    try:
        left = judging.take_back(judgement, user=request.user)
    except RefusedChange as refused:
        messages.error(request, refused.sentence)
    else:
        told = _("Taken back: “%(one)s” and “%(other)s” wait for a verdict again.")
        messages.success(request, told % {"one": echoed(judgement.one), "other": echoed(judgement.other)})
        if left:
            told = ngettext(
                "%(n)s value was changed by people since and stays as it is.",
                "%(n)s values were changed by people since and stay as they are.",
                left,
            )
            messages.warning(request, told % {"n": grouped(left)})
    return redirect("duplicates")
