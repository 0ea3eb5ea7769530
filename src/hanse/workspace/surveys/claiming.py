"""How does a published share become a claim of the registry? With the survey's page as its source, once."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hanse.errors import RefusedChange
from hanse.workspace.registry.models import Claim, Source
from hanse.workspace.surveys.counting import Result, percent, response, results
from hanse.workspace.surveys.languages import isolated
from hanse.workspace.surveys.models import Survey


def claim(survey: Survey, question: int, url: str) -> Claim:
    """The claim of a question's share: the one that there is, or a new one. ``url`` is the survey's page.

    Raises RefusedChange where the results are not published, or the question has no share that is shown.
    """
    with transaction.atomic():
        held = Survey.objects.select_for_update(of=("self",)).get(pk=survey.pk)
        if held.published is None:
            raise RefusedChange(_("its results are not published"), where=str(held))
        found = next((each for each in results(held, held.language) if each.question.pk == question), None)
        if found is None or found.share is None:
            raise RefusedChange(_("this question has no share that is shown"), where=str(held))
        source, _new = Source.objects.standing().get_or_create(
            url=url,
            defaults={
                "title": held.title,
                "publisher": _("Survey of the secretariat"),
                "date": _day(held.published),
                "accessed": timezone.localdate().isoformat(),
                "handling": held.handling,
            },
        )
        known = Claim.objects.standing().filter(source=source, field=f"question {found.question.key}").first()
        return known or _made(held, found, source)


def _made(survey: Survey, result: Result, source: Source) -> Claim:
    share, asked = result.share, response(survey)
    assert share is not None
    return Claim.objects.create(
        wording=f"“{isolated(result.wording)}” {share.words}; {asked.words}.",
        field=f"question {result.question.key}",
        value=percent(share.share),
        unit=_("of those who answered the question"),
        subject_type=ContentType.objects.get_for_model(Survey),
        subject_id=survey.pk,
        source=source,
        quote=f"{isolated(result.wording)} {share.words}",
        locator=_("question %d") % result.number,
        handling=survey.handling,
    )


def _day(moment: object) -> str:
    return timezone.localtime(moment).date().isoformat()  # type: ignore[arg-type]
