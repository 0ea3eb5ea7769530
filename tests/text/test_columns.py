"""Columns are sought on pages that a printer could print."""

from __future__ import annotations

from hanse.text.columns import regions
from hanse.text.pdf_words import Word


def page(*more: Word) -> list[Word]:
    """Twelve lines in two columns."""
    return [
        Word(f"{side}{line}", left, left + 200.0, 700.0 - 14 * line, 10.0)
        for line in range(12)
        for side, left in (("l", 50.0), ("r", 300.0))
    ] + list(more)


def test_a_word_miles_off_the_page_costs_no_memory_and_is_kept() -> None:
    astray = Word("astray", 3e7, 3.1e7, -2e7, 10.0)
    said = {word.text for region in regions(page(astray)) for word in region.words}
    assert "astray" in said
    assert len(said) == 25
