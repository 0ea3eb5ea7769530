"""Does a text bear out what is claimed of its words? All stored claims, and what a document says to them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from hanse.workspace.accounts.rights import Right, needs, reading
from hanse.workspace.documents.models import Document
from hanse.workspace.evidence.states import states
from hanse.workspace.visibility import counting
from hanse.workspace.visibility.auditing import answers, claims_seen, matches, put_forward
from hanse.workspace.visibility.forms_claims import ClaimForm
from hanse.workspace.visibility.matching import OTHER, SAME
from hanse.workspace.visibility.models import TextMeant, WordsClaimed


@reading
def claims(request: HttpRequest) -> HttpResponse:
    """All stored claims about words, and the choice of a document to ask."""
    if chosen := request.GET.get("document", ""):
        document = Document.objects.visible_to(request.user).filter(pk=chosen).first()
        if document is not None:
            return redirect("document-wording-claims", pk=document.pk)
    held = list(claims_seen(request.user))
    how = states([each.claim for each in held], request.user)
    context = {
        "claims": [(each, how[each.claim_id]) for each in held],
        "documents": Document.objects.visible_to(request.user).order_by("title", "pk")[:500],
    }
    return render(request, "visibility/claims.html", context)


@needs(Right.RECORD)
def new(request: HttpRequest) -> HttpResponse:
    """Write a claim about words down."""
    form = ClaimForm(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = form.save()
        messages.success(request, _("The claim is kept; any document can be asked about it."))
        return redirect(made.claim.get_absolute_url())
    return render(request, "visibility/claim_new.html", {"form": form})


@reading
def of_document(request: HttpRequest, pk: str) -> HttpResponse:
    """What a document says to every claim that is about it, and to one about another text that was asked for."""
    document = _seen(request, pk)
    context: dict[str, Any] = {"document": document, "tab": "claims"}
    if document.words > counting.AT_ONCE:
        return render(request, "visibility/document_claims.html", {**context, "too_long": True})
    matched = matches(document, claims_seen(request.user))
    asked = request.GET.get("claim", "")
    own = [each for each in matched if each[1] != OTHER or each[0].pk == asked]
    context |= {
        "answers": answers(document, own),
        "others": [each for each, match in matched if match == OTHER and each.pk != asked],
        "any": bool(matched),
    }
    return render(request, "visibility/document_claims.html", context)


@needs(Right.RECORD)
@require_POST
def propose(request: HttpRequest, pk: str, claim: str) -> HttpResponse:
    """Propose what the document says as evidence of the claim; people judge it afterwards."""
    document, claimed = _seen(request, pk), _claimed(request, claim)
    match = next(found for each, found in matches(document, [claimed]))
    if match != SAME:
        messages.error(
            request, _("This claim is about another text: say first that this document is the one it is about.")
        )
        return redirect("document-wording-claims", pk=pk)
    proposed = put_forward(answers(document, [(claimed, match)])[0], document)
    said = ngettext(
        "%(n)d piece of evidence is proposed; people judge it.",
        "%(n)d pieces of evidence are proposed; people judge them.",
        len(proposed),
    )
    messages.success(request, said % {"n": len(proposed)})
    return redirect(claimed.claim.get_absolute_url())


@needs(Right.RECORD)
@require_POST
def meant(request: HttpRequest, pk: str, claim: str) -> HttpResponse:
    """Say that the document is the text that a claim is about; or take it back."""
    document, claimed = _seen(request, pk), _claimed(request, claim)
    if "not" in request.POST:
        TextMeant.objects.filter(claimed=claimed, document=document).delete()
    else:
        TextMeant.objects.get_or_create(claimed=claimed, document=document, defaults={"said_by": request.user})
    return redirect("document-wording-claims", pk=pk)


def _seen(request: HttpRequest, pk: str) -> Document:
    return get_object_or_404(Document.objects.visible_to(request.user), pk=pk)


def _claimed(request: HttpRequest, pk: str) -> WordsClaimed:
    return get_object_or_404(claims_seen(request.user), pk=pk)
