"""What do other programs read of who cites a document? What its page says, as far as the reader may see the citers."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hanse.workspace.citations.models import CitingPassage, Held, Paper, Reference


@pytest.fixture
def cited(written):
    return written("Harbours that bargain", "1. Port towns speak.", handling="public")


@pytest.fixture
def citing(written, cited):
    """A document that cites it, once with each stance that is named."""

    def make(title, *stances, handling="public", judged="", manuscript=False):
        document = written(title, "1. Okafor (2014) holds so.", handling=handling)
        Paper.objects.update_or_create(document=document, defaults={"manuscript": manuscript})
        reference = Reference.objects.create(
            id=f"r{document.pk[:9]}", document=document, order=0, text="Okafor, I. (2014). Harbours.", work="w"
        )
        Held.objects.create(reference=reference, document=cited, by="title")
        for place, stance in enumerate(stances):
            CitingPassage.objects.create(
                id=f"p{place}{document.pk[:9]}",
                reference=reference,
                document=document,
                order=place,
                pid="p1",
                start=0,
                end=26,
                text="Okafor (2014) holds so.",
                stance=stance,
                judged=judged,
                settled=judged or stance,
                confidence=0.5,
            )
        return document

    return make


def asked(client, cited, query=""):
    answer = client.get(f"/api/v1/documents/{cited.pk}/citations{query}")
    assert answer.status_code == 200, answer.content
    return answer.json()["results"]


def test_each_passage_that_cites_is_told_with_its_words_and_its_stance(visit, cited, citing, rhea):
    for_it = citing("Counted again", "mentions", judged="supports")
    citing("Do quays speak?", "contrasts", "mentions")
    found = asked(visit(rhea), cited)
    assert sorted((each["stance"], each["proposed"], each["judged"]) for each in found) == [
        ("contrasts", "contrasts", False),
        ("mentions", "mentions", False),
        ("supports", "mentions", True),
    ]
    one = next(each for each in found if each["judged"])
    assert one["document"] == {"id": for_it.pk, "name": "Counted again", "address": for_it.get_absolute_url()}
    assert (one["text"], one["reference"]) == ("Okafor (2014) holds so.", "Okafor, I. (2014). Harbours.")
    assert one["address"].startswith(for_it.get_absolute_url())


def test_the_passages_are_narrowed_by_stance_and_by_who_said_so(visit, cited, citing, rhea):
    citing("Counted again", "mentions", judged="supports")
    citing("Do quays speak?", "contrasts", "mentions")
    client = visit(rhea)
    assert [each["stance"] for each in asked(client, cited, "?stance=contrasts")] == ["contrasts"]
    assert [each["stance"] for each in asked(client, cited, "?judged=true")] == ["supports"]
    assert len(asked(client, cited, "?judged=false")) == 2
    assert asked(client, cited, "?own=true") == []
    refused = client.get(f"/api/v1/documents/{cited.pk}/citations?stance=loves")
    assert refused.status_code == 422


def test_what_a_hidden_text_or_a_manuscript_cites_is_not_there(visit, cited, citing, rhea, otto):
    citing("A cable", "contrasts", handling="restricted")
    citing("A draft paper", "contrasts", manuscript=True)
    assert asked(visit(rhea), cited) == []
    assert [each["document"]["name"] for each in asked(visit(otto), cited)] == ["A cable"]
    cited.handling = "restricted"
    cited.save()
    assert visit(rhea).get(f"/api/v1/documents/{cited.pk}/citations").status_code == 404


def test_many_passages_are_asked_for_in_as_many_queries_as_few(visit, cited, citing, rhea):
    for number in range(3):
        citing(f"Paper {number}", "mentions", "mentions")
    client = visit(rhea)
    asked(client, cited)
    counts = []
    for size in (1, 6):
        with CaptureQueriesContext(connection) as queries:
            assert len(asked(client, cited, f"?page_size={size}")) == size
        counts.append(len(queries))
    assert counts[0] == counts[1]
