"""Citing sentences are tied to what they cite, whatever the style of the marker."""

from __future__ import annotations

import hanse
from hanse.citing.citations import Citations, citations
from hanse.citing.reference_list import references

LIST = """
References

Adeyemi, T. (2014a). Harbours. Cities, 3(1), 4–9.

Adeyemi, T. (2014b). Ferries. Cities, 3(2), 14–19.

Brandt, L., & Osei, K. (2016). Towns. Cities, 5(1), 1–20.

International Organization for Migration. (2018). World report. IOM.

Moreau, C., Sahin, E., & Tanaka, Y. (2019). Desks. Cities, 8(1), 2–8.
"""


def cited(body: str, below: str = LIST) -> list[list[str]]:
    read = found(body, below)
    return [[read.references[place].title for place in each.cites] for each in read]


def found(body: str, below: str = LIST) -> Citations:
    return citations(hanse.read(f"A Title\n\nIntroduction\n\n{body}\n{below}".encode(), name="paper.txt"))


def test_letters_tell_works_of_one_year_apart():
    assert cited("Ports opened (Adeyemi 2014b). Others closed (Adeyemi, 2014a, p. 5).") == [["Ferries"], ["Harbours"]]


def test_several_works_stand_in_one_bracket():
    assert cited("Towns travel (see Adeyemi 2014a, 2014b; Brandt and Osei 2016).") == [["Harbours", "Ferries", "Towns"]]


def test_narrative_citations_and_et_al_are_tied():
    assert cited("Moreau et al. (2019) disagree with Brandt & Osei (2016: 4).") == [["Desks", "Towns"]]


def test_an_organisation_is_known_by_its_initials():
    assert cited("Numbers rose (IOM 2018).") == [["World report"]]


def test_a_year_that_no_reference_has_ties_to_nothing():
    assert cited("In 2014 towns met. Lindqvist (2016) was there.") == []


def test_ranges_of_numbers_are_spelt_out():
    numbered = "\nReferences\n" + "".join(
        f"\n[{k}] A. Osei, “Paper {k},” Cities, vol. {k}, 2014.\n" for k in range(1, 8)
    )
    assert cited("Towns travel [3, 5–7].", numbered) == [["Paper 3", "Paper 5", "Paper 6", "Paper 7"]]


def test_a_number_in_brackets_means_nothing_beside_citations_by_author_and_year():
    body = "Ports opened (Adeyemi 2014b). Towns travel (Brandt and Osei 2016). The data are open [1]."
    assert cited(body) == [["Ferries"], ["Towns"]]
    assert cited("Ports opened [2]. Towns travel [3].") == [["Ferries"], ["Towns"]]


def test_a_document_without_a_list_says_so():
    told = references(hanse.read(b"Only words stand here, and nothing is cited.", name="bare.txt"))
    assert len(told) == 0
    assert told.warnings == ("bare.txt: there is no list of references under a heading such as “References”.",)


def test_five_thousand_references_are_tied():
    listed = "\nReferences\n" + "".join(
        f"\nOsei{k}x, A. ({1950 + k % 70}). Paper {k}. Cities, 3(1), 4–9.\n" for k in range(5000)
    )
    assert cited("Towns travel (Osei4321x 2001; Osei77x 2027).", listed) == [["Paper 4321"]]
