"""What do the pages of surveys show? To the office where it stands, to everybody else what was published."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hanse.workspace.accounts.rights import Right, may
from hanse.workspace.languages import Language, called_by_itself, direction, menu
from hanse.workspace.registry.as_of import AsOf
from hanse.workspace.registry.models import Claim
from hanse.workspace.registry.pages import listing, page
from hanse.workspace.surveys.counting import FEWEST, Result, response, results, texts
from hanse.workspace.surveys.models import Question, State, Survey
from hanse.workspace.surveys.rounds import compared


@listing("surveys")
def surveys(request: HttpRequest, as_of: AsOf) -> HttpResponse:
    """All surveys: open ones first, then drafts, then what was asked before."""
    rank = {State.OPEN: 0, State.DRAFT: 1, State.CLOSED: 2}
    held = sorted(Survey.objects.visible_to(request.user), key=lambda each: rank[each.state])
    rows = [{"survey": each, "state": each.state, "response": response(each)} for each in held]
    gone = Survey.objects.removed_for(request.user).count()
    return render(request, "surveys/surveys.html", {"rows": rows, "as_of": as_of, "gone": gone})


@page("surveys")
def survey(request: HttpRequest, record: Survey, as_of: AsOf) -> HttpResponse:
    """One survey: its results with what they rest on; to the office before, what is to be done next."""
    desk = may(request.user, Right.DESK)
    language = request.GET.get("language", "")
    language = language if language in record.languages else record.language
    title, about = record.said(language)
    shown = record.published is not None or (desk and record.state == State.CLOSED)
    before = record.previous and Survey.objects.visible_to(request.user).filter(pk=record.previous_id).first()
    comparable = before is not None and (before.published is not None or (desk and before.state == State.CLOSED))
    context = {
        "record": record,
        "survey": record,
        "state": record.state,
        "as_of": as_of,
        "title": title,
        "about": about,
        "language": language,
        "direction": direction(language),
        "languages": menu(record.languages),
        "response": response(record),
        "results": _lines(record, language, desk) if shown else [],
        "live": _lines(record, language, desk) if desk and not shown and _watchable(record) else [],
        "before": before if comparable else None,
        "then": response(before) if before and comparable else None,
        "compared": compared(record, before, language) if shown and comparable and before else [],
        "later": Survey.objects.visible_to(request.user).filter(previous=record).first(),
        "fewest": FEWEST,
        "desk": desk,
        "translated": _translated(record) if desk else [],
        "claims": _claims(record, request.user),
        "asked": record.questions.count(),
    }
    return render(request, "surveys/survey.html", context)


def _watchable(survey: Survey) -> bool:
    """While it is open only a named survey shows its answers: sums that grow would tell who answered what."""
    return survey.state == State.OPEN and not survey.anonymous


def _lines(survey: Survey, language: str, desk: bool) -> list[tuple[Result, list[str]]]:
    """Each question's result; to the office with the free texts."""
    found = results(survey, language)
    return [(each, texts(each.question) if desk and not each.question.closed else []) for each in found]


def _claims(survey: Survey, user: Any) -> dict[str, Claim]:
    """The claims that were made of its shares, by the question's key."""
    found = Claim.objects.about_seen(survey, user)
    return {each.field.removeprefix("question "): each for each in found}


def _translated(survey: Survey) -> list[dict[str, Any]]:
    """Each other language with how much of it is missing; None where it was not begun."""
    asked: list[Question] = list(survey.questions.all())
    begun = {each.language: each for each in survey.translations.all()}
    rows = []
    for code in Language.values:
        if code == survey.language:
            continue
        held = begun.get(code)
        lacks = sum(len(each.missing(code)) for each in asked)
        if held:
            lacks += (not held.title) + bool(survey.about and not held.about)
        rows.append({"code": code, "name": called_by_itself(code), "missing": lacks if held else None})
    return rows
