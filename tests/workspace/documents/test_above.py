"""Rooms above say on the page of a document what they know of it."""

from __future__ import annotations

import pytest

from hanse.workspace.documents import above


@pytest.fixture
def said(monkeypatch):
    monkeypatch.setattr(above, "WAYS", [])
    monkeypatch.setattr(above, "SECTIONS", [])
    above.way(lambda request, document: above.Way(f"/of/{document.pk}/", "What <b> knows"))
    above.way(lambda request, document: None)
    above.section(lambda request, document: f"<p>About {document.pk}</p>")


def test_a_documents_page_has_the_ways_and_sections_of_rooms_above(said, visit, otto, written):
    held = written("Minutes", "1. It met.")
    page = visit(otto).get(f"/documents/{held.pk}/").content.decode()
    assert f'<a href="/of/{held.pk}/">What &lt;b&gt; knows</a>' in page
    assert f"<p>About {held.pk}</p>" in page
