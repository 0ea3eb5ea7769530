"""What a paper refers to is read, found among what is held, and keeps its keys when it is read again."""

from __future__ import annotations

import pytest

from hanse.workspace.citations.models import Held

pytestmark = pytest.mark.django_db


def test_references_find_the_document_that_they_name(debate):
    held = Held.objects.filter(document=debate["cited"])
    assert {each.reference.document for each in held} == {debate["against"], debate["for"]}
    assert {each.by for each in held} == {"title"}
