"""How is a stored sentence told in the language of the page?"""

import pytest

from hanse.workspace.registry import duplicates, retold


@pytest.fixture
def reversed_(monkeypatch):
    """A language that puts what it says between brackets."""
    monkeypatch.setattr(retold, "gettext", lambda said: f"[{said}]")


@pytest.mark.parametrize(
    ("stored", "told"),
    [
        ("12 km apart", "[12 km apart]"),
        ("called the same", "[called the same]"),
        ("called the same, but for spelling or generic words", "[called the same, but for spelling or generic words]"),
        ("the same website, accra.example", "[the same website, accra.example]"),
        ("but one is a region, the other a district", "[but one is a REGION, the other a DISTRICT]"),
        ("somebody wrote this", "somebody wrote this"),
    ],
)
def test_a_reason_is_told_by_the_message_that_it_was_made_from(reversed_, stored, told):
    words = {"region": "REGION", "district": "DISTRICT"}
    assert retold.retold(stored, duplicates.REASONS, words) == told
