"""How does somebody answer by a personal link? In the language chosen; a draft waits; one answer a link."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from hanse.errors import HanseError
from hanse.workspace.accounts.rights import public
from hanse.workspace.languages import called_by_itself, direction, menu, speaking
from hanse.workspace.surveys import drafts, inviting
from hanse.workspace.surveys.answering import answer as file
from hanse.workspace.surveys.asking import AnswerForm, typed
from hanse.workspace.surveys.models import Invitation, State, Survey


@public
@never_cache
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """The questions, and what becomes of the answer. A link that cannot be used says why."""
    invitation = inviting.find(token)
    if invitation is None:
        return _gone(request, None, "unknown", 404)
    survey = invitation.survey
    language = chosen(request, survey)
    with speaking(language):
        if why := _why_not(invitation):
            return _refused(request, invitation, why, language)
        if request.method != "POST":
            return _asked(request, invitation, token, language)
        return _answered(request, invitation, token, language)


def chosen(request: HttpRequest, survey: Survey) -> str:
    """The language that was asked for, else the first of the browser's that the survey has, else its own."""
    there = survey.languages
    wanted = [request.GET.get("language", "")]
    wanted += [part.split(";")[0].strip()[:2].lower() for part in request.headers.get("Accept-Language", "").split(",")]
    return next((each for each in wanted if each in there), survey.language)


def _why_not(invitation: Invitation) -> str:
    if invitation.answered:
        return "used"
    if invitation.survey.state != State.OPEN:
        return "closed"
    return "taken back" if invitation.taken_back else ""


def _asked(request: HttpRequest, invitation: Invitation, token: str, language: str) -> HttpResponse:
    held = drafts.kept(invitation, token)
    questions = list(invitation.survey.questions.all())
    initial = as_data(held or {})
    form = AnswerForm(questions, language, initial={name: _shown(initial, name) for name in initial})
    said = {"token": token, "kept": bool(held), "sealed": held is None}
    return _page(request, invitation.survey, form, language, **said)


def as_data(held: dict[str, list[str]]) -> QueryDict:
    """What was kept, as a form takes it."""
    data = QueryDict(mutable=True)
    for name, values in held.items():
        data.setlist(name, values)
    return data


def _shown(data: QueryDict, name: str) -> Any:
    values = data.getlist(name)
    return values if len(values) > 1 else values[0]


def _answered(request: HttpRequest, invitation: Invitation, token: str, language: str) -> HttpResponse:
    survey = invitation.survey
    questions = list(survey.questions.all())
    drafts.keep(invitation, token, typed(request.POST, questions))
    form = AnswerForm(questions, language, request.POST)
    if "later" in request.POST:
        return _asked_again(request, invitation, token, language)
    if not form.is_valid():
        return _page(request, survey, form, language, status=422, token=token)
    try:
        file(invitation, form.said())
    except HanseError:
        invitation.refresh_from_db()
        return _refused(request, invitation, _why_not(invitation) or "used", language)
    return _said(request, survey, language, "surveys/thanks.html")


def _asked_again(request: HttpRequest, invitation: Invitation, token: str, language: str) -> HttpResponse:
    invitation.refresh_from_db()
    return _asked(request, invitation, token, language)


def _refused(request: HttpRequest, invitation: Invitation, why: str, language: str) -> HttpResponse:
    """Why no answer is taken, with what was typed, so that it can be copied out."""
    form = None
    questions = list(invitation.survey.questions.all())
    if request.method == "POST" and why != "used" and typed(request.POST, questions):
        form = AnswerForm(questions, language, initial={name: _shown(request.POST, name) for name in request.POST})
        for each in form.fields.values():
            each.disabled = True
    return _gone(request, invitation.survey, why, 410, form=form, language=language)


def _gone(request: HttpRequest, survey: Survey | None, why: str, status: int, **said: Any) -> HttpResponse:
    language = said.pop("language", "en")
    context = {"why": why, "language": language, "direction": direction(language), **said}
    if survey:
        context |= {"survey": survey, "title": survey.said(language)[0]}
    return render(request, "surveys/link_gone.html", context, status=status)


def _page(
    request: HttpRequest, survey: Survey, form: AnswerForm, language: str, *, status: int = 200, **said: Any
) -> HttpResponse:
    missing = [each for each in form.questions.values() if {"text", "options"} & set(each.missing(language))]
    context = {"form": form, "missing": missing, "main": called_by_itself(survey.language), **said}
    return _said(request, survey, language, "surveys/answer.html", status=status, **context)


def _said(
    request: HttpRequest, survey: Survey, language: str, template: str, *, status: int = 200, **said: Any
) -> HttpResponse:
    title, about = survey.said(language)
    context = {
        "survey": survey,
        "title": title,
        "about": about,
        "language": language,
        "direction": direction(language),
        "languages": menu(survey.languages),
        **said,
    }
    return render(request, template, context, status=status)


@public
@never_cache
@require_POST
def keep(request: HttpRequest, token: str) -> HttpResponse:
    """Keep a half-written answer, as it is typed."""
    invitation = inviting.find(token)
    if invitation is None:
        raise Http404
    if _why_not(invitation):
        return render(request, "surveys/parts/kept.html", {"refused": True})
    language = chosen(request, invitation.survey)
    drafts.keep(invitation, token, typed(request.POST, list(invitation.survey.questions.all())))
    with speaking(language):
        return render(request, "surveys/parts/kept.html", {"kept": True})
