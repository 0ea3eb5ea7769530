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


def test_ibid_in_brackets_is_the_work_cited_last():
    body = "Ports opened (Adeyemi 2014b). Nobody minded. Not all did (ibid., p. 15). Desks came (Moreau et al., 2019)."
    assert cited(body) == [["Ferries"], ["Ferries"], ["Desks"]]
    assert cited("Harbours were full (ibid.).") == []


def test_an_interval_that_holds_nought_cites_nothing():
    below = "\nReferences\n\n[1] Adeyemi, T. (2014). Harbours. Quay.\n\n[2] Brandt, L. (2016). Towns. Quay.\n"
    assert cited("The score lies in [0, 1]. Towns pay [1, 2].", below) == [["Harbours", "Towns"]]


def test_a_treaty_is_cited_by_its_volume():
    below = (
        "\nAnnex. Documents consulted\n\nA/RES/73/195. Global Compact for Migration.\n\n"
        "United Nations, Treaty Series, vol. 1577, No. 27531. Convention on the Rights of the Child.\n"
    )
    read = found("Births are registered (United Nations, Treaty Series, vol. 1577, art. 7).", below)
    assert [read.references[place].volume for each in read for place in each.cites] == ["1577"]


def test_entries_run_together_are_told_apart_where_a_body_or_an_undated_work_begins():
    below = (
        "\nReferences\n\nOsei, K. (2014). Towns. Cities, 3(1), 4–9. Board of Small Ports. (2015). Handbook of tides. "
        "Board of Small Ports. (2018). Tides again.\n\n"
        "Ross, Fiona. 2018. “Counted.” Town Studies 1 (1): 7–29. Roth, Lena. n.d. “Questions.” The Archive.\n"
    )
    body = "Tides are kept (Board of Small Ports, 2015). So are questions (Roth n.d.)."
    assert cited(body, below) == [["Handbook of tides"], ["Questions"]]


def test_an_organisation_that_is_called_by_its_initials_is_found():
    below = "\nBibliographie\n\nRéseau des communes voisines (2019) Rapport d'activité. Grenoble : RCV.\n"
    assert len(found("Les listes du réseau (RCV, 2019, p. 7) sont courtes.", below)) == 1
