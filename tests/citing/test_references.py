"""What a reference string says is read in every style; what it does not say stays empty."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanse.citing.reference import Author
from hanse.citing.references import reference
from tests.citing.reference_strings import strings


@pytest.mark.parametrize(("style", "string", "fields"), list(strings()))
def test_the_fields_of_an_invented_work_are_read_in_every_style(style: str, string: str, fields: dict[str, Any]):
    read = reference(string, note=style == "footnote")
    wanted = {name: value for name, value in fields.items() if name != "authors"}
    assert {name: getattr(read, name) for name in wanted} == {
        name: value.replace("-", "–") if name == "pages" else value for name, value in wanted.items()
    }
    if "authors" in fields:
        found = [(author.family, author.given.replace(".", " ").split()) for author in read.authors]
        assert found == [(each["family"], each["given"].replace(".", " ").split()) for each in fields["authors"]]


@given(st.text(max_size=200))
def test_any_string_is_read_without_an_error_and_says_nothing_that_is_not_in_it(string: str):
    read = reference(string)
    assert read.year == "" or read.year in read.text
    assert all(author.family in read.text or author.family.strip(".") in read.text for author in read.authors)


def test_words_that_a_line_broke_are_put_together():
    read = reference("Osei, K. (2014). Munici-\npal diplo-\nmacy. Cities, 3(1), 4–\n9. https://doi.org/10.5555/\nabc.1")
    assert (read.title, read.pages, read.doi) == ("Municipal diplomacy", "4–9", "10.5555/abc.1")


@pytest.mark.parametrize(
    ("printed", "doi"),
    [
        ("doi:10.5555/jrs-\nfey021.", "10.5555/jrsfey021"),
        ("https://doi.org/10.1007/978-3-\n319-44421-5", "10.1007/978-3-319-44421-5"),
        ("doi: 10.1016/S0140-\n6736(19)30", "10.1016/S0140-6736(19)30"),
        ("DOI 10.25162/gz-\n2017-0009.", "10.25162/gz-2017-0009"),
        ("https://doi.org/10.5555/glob.20-\n19.4", "10.5555/glob.2019.4"),
        ("https:// doi.org/10.1080/02673.12.", "10.1080/02673.12"),
        ("[doi: 10.1080/ 02673.12] (open access)", "10.1080/02673.12"),
    ],
)
def test_a_doi_that_a_line_breaks_keeps_only_the_hyphens_that_are_its_own(printed: str, doi: str):
    assert reference(f"Osei, K. (2014). Towns. Cities, 3(1), 4–9. {printed}").doi == doi


def test_a_place_is_the_town_without_its_country():
    assert reference("[1] A. Lee, Harbour Towns. London, U.K.: Routledge, 2014.").place == "London"
    assert reference("Lee, Anna. Harbour Towns. Cambridge, MA: MIT Press, 2014.").place == "Cambridge, MA"
    assert reference("4. Lee A. Harbour towns. Berkeley (CA): Sage; 2014.").place == "Berkeley"


def test_a_resolution_that_is_cited_by_number_alone_has_no_title():
    read = reference("UNGA Res 71/256 (23 December 2016).")
    assert (read.kind, read.title, read.symbol, read.year) == ("un-document", "", "71/256", "2016")


def test_two_works_of_one_year_are_told_apart_by_their_letter():
    read = reference("Osei, K. (2014b). Towns. Cities, 3(1), 4–9.")
    assert (read.year, read.suffix) == ("2014", "b")


def test_others_are_marked_and_are_no_author():
    read = reference("Osei, K., et al. (2014). Towns. Cities, 3(1), 4–9.")
    assert read.authors == (Author("Osei", "K."),)
    assert read.others


def test_an_empty_string_gives_an_empty_reference():
    assert reference("").authors == ()
