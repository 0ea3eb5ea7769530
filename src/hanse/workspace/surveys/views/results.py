"""How do results reach others? Published, as a sheet, as a claim of the registry."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hanse.errors import HanseError
from hanse.workspace.accounts.rights import Right, may, needs, reading
from hanse.workspace.surveys import running
from hanse.workspace.surveys.claiming import claim as claimed
from hanse.workspace.surveys.exporting import as_csv
from hanse.workspace.surveys.models import State
from hanse.workspace.surveys.views.seen import one


@needs(Right.DESK)
@require_POST
def publish(request: HttpRequest, pk: str) -> HttpResponse:
    """Show the results, as its handling says; or take them back."""
    survey = one(request, pk)
    try:
        if "back" in request.POST:
            running.withdraw(survey)
            messages.success(request, _("The results are the office’s again."))
        else:
            running.publish(survey)
            messages.success(request, _("The results are published."))
    except HanseError as refused:
        messages.error(request, refused.sentence)
    return redirect(survey)


@require_safe
@reading
def csv(request: HttpRequest, pk: str) -> HttpResponse:
    """The results as a sheet, in the language asked for."""
    survey = one(request, pk)
    if survey.published is None and not (may(request.user, Right.DESK) and survey.state == State.CLOSED):
        raise Http404
    language = request.GET.get("language", "")
    language = language if language in survey.languages else survey.language
    name = f"survey-{survey.pk}-{language}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(as_csv(survey, language), content_type="text/csv; charset=utf-8", headers=headers)


@needs(Right.RECORD)
@require_POST
def claim(request: HttpRequest, pk: str, question: int) -> HttpResponse:
    """A published share becomes a claim whose source is the survey's page."""
    survey = one(request, pk)
    try:
        made = claimed(survey, question, request.build_absolute_uri(survey.get_absolute_url()))
    except HanseError as refused:
        messages.error(request, refused.sentence)
        return redirect(survey)
    messages.success(request, _("The share is a claim of the registry now."))
    return redirect(made)
