"""The pages show who cites what, to those who may see it."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.django_db


def page(visit, address, user=None, status=200):
    answer = visit(user).get(address)
    assert answer.status_code == status
    return answer.content.decode()


def test_every_page_opens(debate, visit, otto, settings):
    settings.HANSE_OPEN_TO_PUBLIC = True
    from hanse.workspace.citations.models import CitingPassage, Reference

    passage = CitingPassage.objects.filter(settled="contrasts").first()
    for document in debate.values():
        for address in ("", "cited/", "references/", "references/check/", "references/check.csv"):
            page(visit, f"{document.get_absolute_url()}{address}", otto)
        for form in ("bib", "ris", "json", "jsonld"):
            page(visit, f"{document.get_absolute_url()}references/references.{form}", otto)
    page(visit, f"{debate['cited'].get_absolute_url()}cited/badge.svg", otto)
    page(visit, f"{debate['cited'].get_absolute_url()}cited/citations.jsonld", otto)
    page(visit, f"/citations/passages/{passage.pk}/", otto)
    page(visit, f"/citations/passages/{passage.pk}/evidence/", otto)
    page(visit, Reference.objects.first().get_absolute_url(), otto)
    page(visit, "/citations/", otto)
    page(visit, "/citations/check/", otto)
