"""A line of a briefing ends as a sentence does."""

from __future__ import annotations

import pytest

from hanse.workspace.briefings.lines import ended


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("Win them for: “Fund reception.”", "Win them for: “Fund reception.”"),
        ("Win them for: “Fund reception”", "Win them for: “Fund reception”."),
        ("open since “Talks” (2025)", "open since “Talks” (2025)."),
        ("Who pays?", "Who pays?"),
    ],
)
def test_what_ends_with_a_quoted_sentence_gets_no_second_full_stop(said, sentence):
    assert ended(said) == sentence
