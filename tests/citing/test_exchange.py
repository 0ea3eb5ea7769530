"""References come back as they went out, in every format."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import hanse
from hanse.citing.citations import citations
from hanse.citing.exchange import from_bibtex, from_csl, from_ris, to_bibtex, to_cito, to_csl, to_ris
from hanse.citing.known_works import known_work
from hanse.citing.reference import Author, Reference
from hanse.errors import DamagedFile

FORMATS = {"csl": (to_csl, from_csl), "bibtex": (to_bibtex, from_bibtex), "ris": (to_ris, from_ris)}
ARTICLE = Reference(
    text="Harbours & Towns",
    kind="journal-article",
    authors=(Author("van den Berg", "Joost"), Author("International Labour Organization")),
    year="2014",
    title="Harbours & Towns",
    container="Cities",
    volume="3",
    issue="1",
    pages="4–9",
    doi="10.5555/abc",
)
RESOLUTION = Reference(
    "Compact", "un-document", (Author("General Assembly"),), year="2018", title="Compact", symbol="A/RES/1/2"
)
LETTERS = st.text(st.characters(categories=["Lu", "Ll"]), min_size=2, max_size=12)


@pytest.mark.parametrize("form", FORMATS)
def test_a_reference_comes_back_as_it_went_out(form: str):
    out, back = FORMATS[form]
    assert back(out([ARTICLE, RESOLUTION])) == (ARTICLE, RESOLUTION)


@given(title=LETTERS, family=LETTERS, year=st.integers(1500, 2099))
def test_title_author_and_year_survive_every_format(title: str, family: str, year: int):
    given_one = replace(ARTICLE, text=title, title=title, authors=(Author(family, "A."),), year=str(year))
    for out, back in FORMATS.values():
        (read,) = back(out([given_one]))
        assert (read.title, read.authors, read.year) == (title, given_one.authors, str(year))


def test_what_is_no_csl_or_bibtex_is_refused_in_a_sentence():
    with pytest.raises(DamagedFile, match="CSL-JSON"):
        from_csl("{")
    with pytest.raises(DamagedFile, match="BibTeX"):
        from_bibtex("@article{x, title = ")


def test_citations_become_relations_of_the_citation_ontology():
    text = (
        b"A Title\n\nTowns travel (Osei 2014).\n\nReferences\n\nOsei, K. (2014). Towns. Cities, 3(1), 4-9."
        b" https://doi.org/10.5555/t"
    )
    found = citations(hanse.read(text, name="a.txt"))
    (act,) = json.loads(to_cito("urn:a", found, ["contrasts"]))["@graph"]
    assert act["cito:hasCitedEntity"] == {"@id": "https://doi.org/10.5555/t"}
    assert act["cito:hasCitationCharacterization"] == {"@id": "cito:disputes"}


def test_a_title_alone_does_not_make_a_known_work():
    known = [replace(ARTICLE, doi="", year="1999"), replace(ARTICLE, doi="")]
    assert known_work(replace(ARTICLE, doi=""), known) == 1
    assert known_work(replace(ARTICLE, doi="", year="", authors=()), known) is None
    assert known_work(replace(RESOLUTION, symbol="1/2"), [ARTICLE, RESOLUTION]) == 1
