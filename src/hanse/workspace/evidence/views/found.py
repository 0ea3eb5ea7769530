"""How are the claims of a document accepted and dismissed?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from hanse.errors import RefusedChange
from hanse.workspace.accounts.rights import Right, may, needs, reading
from hanse.workspace.documents.above import Way, way
from hanse.workspace.documents.models import Document
from hanse.workspace.evidence import finding
from hanse.workspace.evidence.models import Decision
from hanse.workspace.registry.fields import NamedRecord
from hanse.workspace.registry.models import Claim, Instrument


class AcceptForm(forms.Form):
    """What the claim says, where somebody words it otherwise than the sentence."""

    wording = forms.CharField(max_length=2000, label=gettext_lazy("The claim, in one sentence"), widget=forms.Textarea)
    value = forms.CharField(required=False, max_length=200, label=gettext_lazy("Value"))
    unit = forms.CharField(required=False, max_length=200, label=gettext_lazy("Unit"))
    instrument = NamedRecord(what="instrument", user=None, required=False, label=gettext_lazy("About an instrument"))
    actor = NamedRecord(what="actor", user=None, required=False, label=gettext_lazy("or about an actor"))

    def __init__(self, *args: Any, user: Any, **said: Any) -> None:
        super().__init__(*args, **said)
        self.fields["wording"].widget.attrs["rows"] = 2
        for name in ("instrument", "actor"):
            self.fields[name].user = user

    @classmethod
    def of(cls, each: finding.Found, user: Any) -> AcceptForm:
        about = "instrument" if isinstance(each.subject, Instrument) else "actor"
        initial = {"wording": each.sentence, "value": each.value, "unit": each.unit, about: each.subject}
        return cls(initial=initial, user=user, prefix=each.key[:8])


@way
def to_claims(request: HttpRequest, document: Document) -> Way:
    return Way(reverse("document-claims", args=[document.pk]), _("Claims in this document"))


@reading
def claims(request: HttpRequest, pk: str) -> HttpResponse:
    """The sentences of a document that claim something countable, and what became of each."""
    document = _document(request, pk)
    user = request.user
    rows = finding.found(document, user)
    seen = set(Claim.objects.visible_to(user).filter(found_as__document=document).values_list("pk", flat=True))
    keeps = may(user, Right.RECORD)
    waiting = [each for each in rows if each.decision is None]
    decided = [(each, each.decision) for each in rows if each.decision]
    context = {
        "document": document,
        "waiting": [(each, AcceptForm.of(each, user) if keeps else None) for each in waiting],
        "decided": [(each, made.claim if made.claim_id in seen else None) for each, made in decided],
        "keeps": keeps,
    }
    return render(request, "evidence/found.html", context)


@needs(Right.RECORD)
@require_POST
def decide(request: HttpRequest, pk: str, key: str) -> HttpResponse:
    """Accept a sentence as a claim, propose it as evidence of another, or dismiss it."""
    document = _document(request, pk)
    each = finding.one(document, key, request.user)
    if each is None:
        messages.error(request, _("This sentence does not stand in the document any more; look at the page anew."))
        return redirect("document-claims", pk)
    try:
        return _decided(request, document, each)
    except RefusedChange as refused:
        messages.error(request, refused.sentence)
        return redirect("document-claims", pk)


def _decided(request: HttpRequest, document: Document, each: finding.Found) -> HttpResponse:
    what = request.POST.get("what", "")
    if what == "dismiss":
        finding.dismiss(each, request.user)
    elif what.startswith("evidence-"):
        claim = get_object_or_404(Claim.objects.visible_to(request.user), pk=what.removeprefix("evidence-"))
        return redirect(finding.as_evidence(each, claim, request.user))
    else:
        form = AcceptForm(request.POST, user=request.user, prefix=each.key[:8])
        if not form.is_valid():
            told = " ".join(error for errors in form.errors.values() for error in errors)
            messages.error(request, _("Not accepted: %(why)s") % {"why": told})
            return redirect("document-claims", document.pk)
        said = form.cleaned_data
        subject = said.pop("instrument") or said.pop("actor")
        said.pop("actor", None)
        claim = finding.accept(each, request.user, **said, subject=subject)
        messages.success(request, _("It is a claim now, open until evidence has been judged."))
        return redirect(claim)
    return redirect("document-claims", document.pk)


@needs(Right.RECORD)
@require_POST
def undo(request: HttpRequest, pk: str, key: str) -> HttpResponse:
    """Take a decision back."""
    decision = get_object_or_404(Decision, document=_document(request, pk), sentence=key)
    try:
        finding.take_back(decision)
    except RefusedChange as refused:
        messages.error(request, refused.sentence)
    return redirect("document-claims", pk)


def _document(request: HttpRequest, pk: str) -> Document:
    found = Document.objects.visible_to(request.user).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found
