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


@pytest.mark.parametrize(
    ("names", "title"),
    [
        ("Stürner-Siovitz J", "Curtain-raisers: cities as actors"),
        ("Osei K", "City-making: towns that travel"),
        ("Osei K", "Policy-making, power and towns"),
        ("Osei K", "Curtain raisers: cities as actors"),
    ],
)
def test_a_compound_that_opens_a_title_is_no_family_name(names: str, title: str):
    read = reference(f"3. {names}. {title}. Cities. 2022;48(4):77-95.")
    family, given = names.split(" ")
    assert (read.authors, read.title) == ((Author(family, given),), title)


def test_a_family_name_of_two_parts_behind_initials_stays_one():
    read = reference("John K. Agyeman-Prempeh: Towns and power. Berlin: Springer, 2012.")
    assert [each.family for each in read.authors] == ["Agyeman-Prempeh"]


def test_an_empty_string_gives_an_empty_reference():
    assert reference("").authors == ()


@pytest.mark.parametrize(
    ("note", "families", "title", "page"),
    [
        ("Agier, op. cit., p. 33.", ["Agier"], "", "33"),
        ("Frug and Barron, supra note 14, at 212.", ["Frug", "Barron"], "", "212"),
        ("Rossi, Il porto e la piazza, cit., pp. 90-91.", ["Rossi"], "Il porto e la piazza", "90–91"),
        ("M. Osei, “Who Stays”, art. cit., p. 3.", ["Osei"], "Who Stays", "3"),
        ("Sassen, Losing Ground (n 12) 45.", ["Sassen"], "Losing Ground", "45"),
        ("Ibid., p. xiv.", [], "", "xiv"),
    ],
)
def test_a_note_that_points_back_gives_a_name_and_a_page_and_no_work(
    note: str, families: list[str], title: str, page: str
):
    read = reference(note, note=True)
    assert ([each.family for each in read.authors], read.title, read.pinpoint) == (families, title, page)
    assert (read.year, read.container, read.publisher) == ("", "", "")


def test_a_page_is_told_without_what_stands_for_those_after_it():
    for after in ("ff.", "ss.", "sq.", "sgg.", "y ss.", "et s."):
        assert reference(f"Ugo Neri, La soglia, Roma, Laterza, 2013, pp. 12 {after}", note=True).pinpoint == "12"


def test_who_translated_a_book_and_how_many_volumes_it_has_is_no_part_of_its_title():
    said = "Sarti, G. (1998) Hotel Republic, translated from the Italian by M. Day. London: Verso."
    assert reference(said).title == "Hotel Republic"
    assert reference("Hale, Ann. Ferries. 3 vols. Boston: Beacon Press, 1999.").title == "Ferries"


def test_the_number_of_a_report_is_read_to_both_ends_of_its_code():
    said = "[3] H. Cho, “Open registers,” Univ. Nairobi, Nairobi, Kenya, Tech. Rep. TR-2016-12, Mar. 2016."
    assert reference(said).issue == "TR-2016-12"


def test_a_day_in_figures_has_its_year():
    said = "Jan Beck, „Turnhallen werden frei“, Frankfurter Rundschau, 3.5.2016, S. 2."
    read = reference(said, note=True)
    assert (read.kind, read.year, read.container, read.pages) == ("news", "2016", "Frankfurter Rundschau", "2")


def test_family_names_keep_their_particles_and_initials_may_follow_them_with_stops():
    read = reference("Niamh Ní Bhriain and Luca dal Pozzo, ‘Towns’ (2019) 82(4) MLR 651.", note=True)
    assert [each.family for each in read.authors] == ["Ní Bhriain", "dal Pozzo"]
    assert reference("[1] Vearey J., Zwi A. B., “Towns,” BMJ, vol. 3, pp. 1–9, 2018.").authors[1] == Author(
        "Zwi", "A. B."
    )
