"""How is a survey written? Its settings, its questions one by one, its translations, and how it will look."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hanse.workspace.accounts.rights import Right, needs
from hanse.workspace.languages import Language, called_by_itself, direction, speaking
from hanse.workspace.surveys import rounds
from hanse.workspace.surveys.asking import AnswerForm
from hanse.workspace.surveys.forms import QuestionForm, SurveyForm, TranslationForm
from hanse.workspace.surveys.models import Question, State, Survey
from hanse.workspace.surveys.views.answering import chosen
from hanse.workspace.surveys.views.seen import one


@needs(Right.DESK)
def new(request: HttpRequest) -> HttpResponse:
    """A new survey, seen by the office alone."""
    form = SurveyForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        made = form.save()
        messages.success(request, _("The survey is begun. Write its questions."))
        return redirect("survey-questions", made.pk)
    return render(request, "surveys/settings.html", {"form": form}, status=_status(request))


@needs(Right.DESK)
def questions(request: HttpRequest, pk: str) -> HttpResponse:
    """Its settings and its questions, and one more; after it opened, the settings that may still change."""
    survey = one(request, pk)
    about = SurveyForm(request.POST if "settings" in request.POST else None, instance=survey, user=request.user)
    fresh = QuestionForm(request.POST if "question" in request.POST else None, instance=Question(survey=survey))
    if about.is_bound and about.is_valid():
        about.save()
        messages.success(request, _("Saved."))
        return redirect("survey-questions", pk)
    if fresh.is_bound and survey.state == State.DRAFT and fresh.is_valid():
        fresh.save()
        return redirect("survey-questions", pk)
    if "move" in request.POST:
        _move(survey, request.POST["move"])
        return redirect("survey-questions", pk)
    stored = get_object_or_404(Survey, pk=pk)
    context = {"survey": stored, "record": stored, "about": about, "form": fresh, "asked": stored.questions.all()}
    return render(request, "surveys/questions.html", context, status=_status(request))


def _status(request: HttpRequest) -> int:
    return 422 if request.method == "POST" else 200


def _move(survey: Survey, number: str) -> None:
    """Up by one place, while nobody was asked."""
    with transaction.atomic():
        order = list(survey.questions.select_for_update())
        at = next((place for place, each in enumerate(order) if str(each.pk) == number), 0)
        if at and survey.state == State.DRAFT:
            order[at - 1], order[at] = order[at], order[at - 1]
            for place, each in enumerate(order, 1):
                each.place = place
                each.save()


@needs(Right.DESK)
def question(request: HttpRequest, pk: str, question: int) -> HttpResponse:
    """Write a question anew, or take it out, while nobody was asked."""
    survey = one(request, pk)
    found = get_object_or_404(survey.questions, pk=question)
    if survey.state != State.DRAFT:
        raise Http404
    if "away" in request.POST:
        found.delete()
        return redirect("survey-questions", pk)
    form = QuestionForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        form.save()
        return redirect("survey-questions", pk)
    context = {"survey": survey, "record": survey, "form": form}
    return render(request, "surveys/question.html", context, status=_status(request))


@needs(Right.DESK)
def translation(request: HttpRequest, pk: str, language: str) -> HttpResponse:
    """All words in another language beside those written first. While it is open what is missing can be added."""
    survey = one(request, pk)
    if language not in Language.values or language == survey.language or survey.state == State.CLOSED:
        raise Http404
    form = TranslationForm(survey, language, request.POST or None)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            form.save()
        messages.success(request, _("Saved."))
        return redirect(survey)
    context = {
        "survey": survey,
        "record": survey,
        "form": form,
        "language": language,
        "called": called_by_itself(language),
    }
    return render(request, "surveys/translation.html", context | {"direction": direction(language)})


@needs(Right.DESK)
@require_safe
def preview(request: HttpRequest, pk: str) -> HttpResponse:
    """What those who are asked will see. Nothing can be sent from it."""
    survey = one(request, pk)
    language = chosen(request, survey)
    title, about = survey.said(language)
    with speaking(language):
        form = AnswerForm(list(survey.questions.all()), language)
        context = {
            "survey": survey,
            "record": survey,
            "form": form,
            "title": title,
            "about": about,
            "language": language,
            "direction": direction(language),
            "languages": [
                {"code": each, "name": called_by_itself(each), "direction": direction(each)}
                for each in survey.languages
            ],
            "missing": [each for each in form.questions.values() if each.missing(language)],
            "main": called_by_itself(survey.language),
            "preview": True,
        }
        return render(request, "surveys/answer.html", context)


@needs(Right.DESK)
@require_POST
def next_round(request: HttpRequest, pk: str) -> HttpResponse:
    """The same questions once more, as a draft."""
    survey = one(request, pk)
    if survey.state != State.CLOSED:
        raise Http404
    made = rounds.begin(survey)
    messages.success(request, _("The next round is begun, with the same questions: what is the same can be compared."))
    return redirect("survey-questions", made.pk)
