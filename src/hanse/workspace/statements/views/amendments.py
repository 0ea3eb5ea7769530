"""What do people say of a draft? Comments and amendments; the office settles and decides them, with reasons."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from hanse.errors import HanseError
from hanse.workspace.accounts.rights import Right, may, needs
from hanse.workspace.accounts.signed_out import forget, kept_aside
from hanse.workspace.statements import drafting
from hanse.workspace.statements.forms import AmendmentForm, CommentForm, DecisionForm, in_draft
from hanse.workspace.statements.models import Comment, Paragraph
from hanse.workspace.statements.views.drafting import back, refuse
from hanse.workspace.statements.views.seen import its_draft, language_of, long_form

MOST_COMMENTS = 2_000


@long_form(Right.COMMENT)
def comment(request: HttpRequest, pk: str) -> HttpResponse:
    """Comment on a paragraph, ``?paragraph=…``, or on the whole."""
    held = its_draft(request, pk)
    about = in_draft(held, request.POST.get("paragraph") or request.GET.get("paragraph", ""))
    form = CommentForm(request.POST or kept_aside(request), initial={"paragraph": about.pk if about else ""})
    if request.method == "POST" and form.is_valid():
        if held.comments.count() >= MOST_COMMENTS:
            raise Http404
        _say(form.cleaned_data, version=held, paragraph=about, person=request.user)
        forget(request)
        return back(request, held, about)
    context = {"draft": held, "form": form, "paragraph": about, "language": language_of(request, held.language_codes)}
    return render(request, "statements/comment.html", context, status=422 if request.method == "POST" else 200)


def _say(said: dict[str, str], **about: Any) -> None:
    """The mark of the form is the key of the comment: of two that come at once the database takes one. Other words
    under the same mark, of somebody who went back in the browser, are another comment."""
    try:
        with transaction.atomic():
            Comment.objects.create(pk=said["once"], text=said["text"], **about)
    except IntegrityError:
        if not Comment.objects.filter(pk=said["once"], text=said["text"], **about).exists():
            Comment.objects.create(text=said["text"], **about)


@needs(Right.COMMENT)
@require_POST
def settle(request: HttpRequest, pk: str, comment: str) -> HttpResponse:
    """Say that a comment is settled, or open again: the office, or who made it."""
    held = its_draft(request, pk)
    found = get_object_or_404(held.comments, pk=comment)
    if not may(request.user, Right.DESK) and found.person_id != request.user.pk:
        raise Http404
    found.settled = None if found.settled else timezone.now()
    found.settled_by = request.user if found.settled else None
    found.save()
    return back(request, held, found.paragraph)


@long_form(Right.COMMENT)
def amend(request: HttpRequest, pk: str) -> HttpResponse:
    """Propose an amendment to a paragraph: ``?paragraph=…``."""
    held = its_draft(request, pk)
    about = get_object_or_404(
        held.paragraphs.standing(), pk=request.POST.get("paragraph") or request.GET.get("paragraph", "")
    )
    language = language_of(request, held.language_codes)
    first = {"paragraph": about.pk, "language": language, "text": about.said(language)}
    form = AmendmentForm(request.POST or kept_aside(request), draft=held, initial=first)
    if request.method == "POST" and form.is_valid():
        form.keep(request.user)
        forget(request)
        return back(request, held, about)
    context = {"draft": held, "form": form, "paragraph": about, "language": language, "now": about.said(language)}
    return render(request, "statements/amend.html", context, status=422 if request.method == "POST" else 200)


@needs(Right.COMMENT)
def decide(request: HttpRequest, pk: str, amendment: str) -> HttpResponse:
    """Accept or reject an amendment, the office with a reason; its author may take it back."""
    held = its_draft(request, pk)
    found = get_object_or_404(held.amendments.select_related("paragraph", "after", "author"), pk=amendment)
    form = DecisionForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        from hanse.workspace.statements.draft_page import DraftPage

        told = DraftPage(held, found.language, request.user, may(request.user, Right.DESK))
        proposal = next(each for some in told.proposals.values() for each in some if each.amendment.pk == found.pk)
        context = {"draft": held, "form": form, "proposal": proposal, "language": found.language, "page": told}
        return render(request, "statements/decide.html", context, status=422 if request.method == "POST" else 200)
    said = form.cleaned_data
    about: Paragraph | None = found.paragraph or found.after
    if said["decision"] == "take back":
        if found.author_id != request.user.pk:
            raise Http404
    elif not may(request.user, Right.DESK):
        raise Http404
    try:
        if said["decision"] == "accept":
            drafting.accept(found, request.user, said["why"], seen=said["seen"] or None)
        elif said["decision"] == "reject":
            drafting.reject(found, request.user, said["why"])
        else:
            drafting.take_back(found, request.user)
    except HanseError as refused:
        return refuse(request, held, refused)
    return back(request, held, about)
