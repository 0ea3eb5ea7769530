"""How is a draft written? Paragraph by paragraph, each language beside the authentic one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from hanse.errors import HanseError
from hanse.workspace.accounts.rights import Right, may, needs
from hanse.workspace.accounts.signed_out import forget, kept_aside
from hanse.workspace.statements import drafting
from hanse.workspace.statements.draft_page import DraftPage
from hanse.workspace.statements.forms import ParagraphForm, WordingForm, in_draft
from hanse.workspace.statements.models import Paragraph, Statement, Version
from hanse.workspace.statements.views.seen import its_draft, language_of, long_form


@needs(Right.COMMENT)
def draft(request: HttpRequest, pk: str) -> HttpResponse:
    """The draft, with what is said and proposed of each paragraph."""
    return page(request, its_draft(request, pk))


def page(request: HttpRequest, held: Version, *, status: int = 200, **forms: Any) -> HttpResponse:
    """The page of a draft; ``forms`` are those that came back with something wrong, under their names."""
    language = language_of(request, held.statement.language_codes)
    told = DraftPage(held, language, request.user, may(request.user, Right.DESK))
    return render(
        request, "statements/draft.html", {"draft": held, "page": told, **told.forms(), **forms}, status=status
    )


@needs(Right.DESK)
@require_POST
def begin(request: HttpRequest, pk: str) -> HttpResponse:
    """Begin a new version, with the text of the last one; one that is begun already goes on."""
    statement = get_object_or_404(Statement.objects.visible_to(request.user), pk=pk)
    drafting.begin(statement, request.user)
    return redirect("statement-draft", pk)


@long_form(Right.DESK)
def add(request: HttpRequest, pk: str) -> HttpResponse:
    """A new paragraph. Whoever comes here by signing in again goes on with the draft."""
    held = its_draft(request, pk)
    aside = kept_aside(request)
    if request.method != "POST":
        return back(request, held) if aside is None else page(request, held, adding=ParagraphForm(aside))
    form = ParagraphForm(request.POST)
    if not form.is_valid():
        return page(request, held, adding=form, status=422)
    said = form.cleaned_data
    after = in_draft(held, said["after"])
    try:
        made = drafting.add(held, said["kind"], {held.statement.authentic: said["text"]}, request.user, after=after)
    except HanseError as refused:
        form.add_error(None, refused.sentence)
        return page(request, held, adding=form, status=409)
    forget(request)
    return back(request, held, made)


@long_form(Right.DESK)
def write(request: HttpRequest, pk: str, paragraph: str) -> HttpResponse:
    """Word a paragraph in a language: ``?language=fr``."""
    held = its_draft(request, pk)
    found = get_object_or_404(held.paragraphs.standing(), pk=paragraph)
    language = language_of(request, held.statement.language_codes)
    first = {"text": found.said(language), "seen": drafting.seen_as(found.said(language))}
    form = WordingForm(request.POST or kept_aside(request), initial=first)
    problem = ""
    if request.method == "POST" and form.is_valid():
        try:
            said = form.cleaned_data
            drafting.write(found, language, said["text"], request.user, seen=said["seen"] or None)
        except HanseError as refused:
            found.refresh_from_db()
            problem = refused.sentence
            form.data = {**form.data.dict(), "seen": drafting.seen_as(found.said(language))}
        else:
            forget(request)
            return back(request, held, found)
    context = {"draft": held, "paragraph": found, "form": form, "problem": problem, "language": language}
    context["now"] = found.said(language)
    context["authentic"] = found.said(held.statement.authentic) if language != held.statement.authentic else ""
    return render(request, "statements/wording.html", context, status=422 if request.method == "POST" else 200)


@needs(Right.DESK)
@require_POST
def change(request: HttpRequest, pk: str, paragraph: str) -> HttpResponse:
    """Move a paragraph, make it one of another kind, take it out, put it back."""
    held = its_draft(request, pk)
    found = get_object_or_404(held.paragraphs, pk=paragraph)
    asked = request.POST.get("do", "")
    try:
        if asked in ("up", "down") and found.removed is None:
            drafting.move(found, -1 if asked == "up" else 1, request.user)
        elif asked == "out":
            drafting.take_out(found, request.user)
        elif asked == "back":
            drafting.put_back(found, request.user)
        elif asked in ("heading", "preambular", "operative"):
            drafting.set_kind(found, asked, request.user)
        else:
            raise Http404
    except HanseError as refused:
        return refuse(request, held, refused)
    return back(request, held, found)


def refuse(request: HttpRequest, held: Version, refused: HanseError) -> HttpResponse:
    messages.error(request, refused.sentence)
    return redirect("statement-draft", held.statement_id)


def back(request: HttpRequest, held: Version, paragraph: Paragraph | None = None) -> HttpResponse:
    """To the draft, in the language that was shown, at the paragraph."""
    asked = request.GET.get("language") or request.POST.get("shown", "")
    shown = f"?{urlencode({'language': asked})}" if asked in held.statement.language_codes else ""
    place = f"#p-{paragraph.pk}" if paragraph else ""
    return redirect(f"{reverse('statement-draft', args=[held.statement_id])}{shown}{place}")
