"""What looks like a citation and is tied to nothing is named, and so is what nothing cites."""

from __future__ import annotations

import pytest

import hanse
from hanse.citing.unanswered import unanswered, uncited

LIST = """
References

[1] Osei, K. (2014). Towns. Cities, 3(1), 4–9.
[2] Keita, M. (2012). Harbours. Ports, 2(1), 1–3.
"""


def paper(words: str, references: str = LIST) -> hanse.Document:
    return hanse.read(f"A Title\n\nIntroduction\n\n{words}\n{references}".encode(), name="paper.txt")


@pytest.mark.parametrize(
    ("words", "lacking", "never"),
    [
        ("Towns travel [1]. Ships sail [2].", [], ()),
        ("Towns travel [1]. Ships sail [3].", ["[3]"], (1,)),
        ("Towns travel [1] as they did (Vell, May 2016).", [], (1,)),
    ],
)
def test_numbers_that_the_list_lacks_are_unanswered(words, lacking, never):
    document = paper(words)
    found = hanse.citations(document)
    assert [each.text for each in unanswered(document, found)] == lacking
    assert uncited(found) == never


def test_without_references_nothing_is_unanswered():
    document = paper("Towns travel (Osei 2014).", "")
    found = hanse.citations(document)
    assert (unanswered(document, found), uncited(found)) == ([], ())


def test_nothing_is_cut_off():
    words = " ".join(f"Towns travel (Abara{chr(97 + each % 26)} {1900 + each}) here." for each in range(60))
    document = paper(f"Towns travel [1].\n\n{words}")
    assert len(unanswered(document, hanse.citations(document))) == 60
