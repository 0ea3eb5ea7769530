"""With which words is counted? The lexicon in force and those before; officers change it, and look first."""

from __future__ import annotations

from itertools import zip_longest
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hanse.errors import HanseError
from hanse.wording.named import Lexicon, lexicon_from, shipped_file
from hanse.wording.omitted import called
from hanse.workspace.accounts.rights import Right, needs, reading
from hanse.workspace.documents.models import Document
from hanse.workspace.languages import menu
from hanse.workspace.visibility import counting, lexicons
from hanse.workspace.visibility.forms_lexicon import LexiconForm
from hanse.workspace.visibility.models import LexiconVersion
from hanse.workspace.visibility.previewing import preview
from hanse.workspace.visibility.seen import called as lexicon_called
from hanse.workspace.visibility.seen import called_each


@reading
def in_force(request: HttpRequest) -> HttpResponse:
    """The lexicon that is counted with, and all versions."""
    return _page(request, lexicons.in_force(), None)


@reading
def version(request: HttpRequest, number: int) -> HttpResponse:
    """One version, as it was."""
    found = get_object_or_404(LexiconVersion, number=number)
    return _page(request, found.lexicon, found)


@reading
def file(request: HttpRequest, number: int | None = None) -> HttpResponse:
    """A version as the file that the command line takes; without a number the one in force."""
    if number is not None:
        body = get_object_or_404(LexiconVersion, number=number).file.encode()
    else:
        newest = LexiconVersion.objects.first()
        body = newest.file.encode() if newest and not newest.shipped else shipped_file()
    answer = HttpResponse(body, content_type="application/toml; charset=utf-8")
    answer["Content-Disposition"] = (
        f'attachment; filename="lexicon-{number if number is not None else "in-force"}.toml"'
    )
    return answer


@needs(Right.EDIT)
def edit(request: HttpRequest, language: str) -> HttpResponse:
    """Change the words of one language: first see what it does to a document, then put it in force."""
    if language not in lexicons.LANGUAGES:
        raise Http404
    lexicon = lexicons.in_force()
    form = LexiconForm(lexicon, language, request.POST or None)
    context: dict[str, Any] = {"form": form, "language": language, "languages": _languages(language)}
    if request.method == "POST" and form.is_valid():
        text = lexicons.changed(lexicon, language, form.words, lexicons.next_number() or 1)
        document = _document(request)
        if "preview" in request.POST:
            context |= _previewed(document, lexicon, lexicon_from(text.encode(), _("the new lexicon")))
        elif (made := _kept(request, text, form.cleaned_data["why"])) is not None:
            return redirect("lexicon-version", number=made.number)
    context["documents"] = Document.objects.visible_to(request.user).order_by("title", "pk")[:500]
    context["chosen"] = request.POST.get("document", request.GET.get("document", ""))
    return render(request, "visibility/lexicon_edit.html", context)


@needs(Right.EDIT)
@require_POST
def back(request: HttpRequest, number: int) -> HttpResponse:
    """Put an older version in force again."""
    found = get_object_or_404(LexiconVersion, number=number)
    try:
        made = lexicons.back_to(found, why="", author=request.user)
    except HanseError as error:
        messages.error(request, error.sentence)
        return redirect("lexicon")
    messages.success(request, _("In force: %(name)s.") % {"name": lexicon_called(made.lexicon)})
    return redirect("lexicon")


def _kept(request: HttpRequest, text: str, why: str) -> LexiconVersion | None:
    try:
        made = lexicons.add(text, why=why, author=request.user)
    except HanseError as error:
        messages.error(request, error.sentence)
        return None
    messages.success(
        request,
        _("Version %(number)s is in force. The worker counts every document with it.") % {"number": made.number},
    )
    return made


def _document(request: HttpRequest) -> Document | None:
    return Document.objects.visible_to(request.user).filter(pk=request.POST.get("document", "")).first()


def _previewed(document: Document | None, before: Lexicon, after: Lexicon) -> dict[str, Any]:
    if document is None:
        return {"problem": _("Choose the document in which to look.")}
    if document.words > counting.AT_ONCE:
        return {"problem": _("This document is too long to be counted while you wait; choose a shorter one.")}
    return {"preview": preview(document, before, after), "previewed": document}


def _page(request: HttpRequest, lexicon: Lexicon, found: LexiconVersion | None) -> HttpResponse:
    language = request.GET.get("language", "en")
    language = language if language in lexicons.LANGUAGES else "en"
    versions = list(LexiconVersion.objects.select_related("author")[:200])
    names, pairs = called_each(versions), zip_longest(versions, versions[1:])
    context = {
        "lexicon": lexicon,
        "called": lexicon_called(lexicon),
        "version": found,
        "in_force": lexicon.sha256 == lexicons.in_force().sha256,
        "language": language,
        "languages": _languages(language),
        "groups": [(called(group), held.get(language, ())) for group, held in lexicon.words.items()],
        "versions": [(each, names[each.number], _changes(*pair)) for each, pair in zip(versions, pairs, strict=True)],
    }
    return render(request, "visibility/lexicon.html", context)


def _changes(version: LexiconVersion, before: LexiconVersion | None) -> list[tuple[str, str, list[str], list[str]]]:
    if before is None:
        return []
    found = lexicons.difference(before.lexicon, version.lexicon)
    return [(called(group), language, added, dropped) for group, language, added, dropped in found]


def _languages(here: str) -> list[dict[str, Any]]:
    return [{**each, "here": each["code"] == here} for each in menu(lexicons.LANGUAGES)]
