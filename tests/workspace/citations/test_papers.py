"""Who wrote a paper is read off the line beneath its title, where nobody has said it."""

from __future__ import annotations

import pytest

from hanse.citing.reference_names import authors
from hanse.workspace.citations.papers import _signed, introduce


@pytest.mark.parametrize(
    ("line", "families"),
    [
        ("Ines Okafor", ["Okafor"]),
        ("Ines Okafor, Marta Silva", ["Okafor", "Silva"]),
        ("Ines B. Okafor and Ana de Souza", ["Okafor", "de Souza"]),
        ("Port Towns Unit", []),
        ("We counted speeches for ten years", []),
        ("Harbours That", []),
    ],
)
def test_a_line_of_names_is_told_from_others(line, families):
    signed = _signed([line], "Harbours that bargain")
    assert [each.family for each in (authors(signed)[0] if signed else ())] == families


def test_a_short_paper_is_not_taken_for_the_first_work_that_it_cites(paper):
    text = """# Quays once more

Ruth Ferreira

## References

Silva, M. (2009). Quays and councils. Journal of Port Studies, 4(1), 1–20. https://doi.org/10.5555/quays.2009.4
"""
    known = introduce(paper("Quays once more.md", text))
    assert (known.doi, known.year) == ("", "")
    assert known.authors == [["Ferreira", "Ruth"]]
