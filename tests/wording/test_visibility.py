"""Every count opens onto its places."""

from hanse.text.document import Document, Passage
from hanse.wording.visibility import visibility

DOCUMENT = Document(
    id="d1",
    language="en",
    content=(
        Passage(id="p1", text="Cities and mayors welcome refugees."),
        Passage(id="p2", text="States and the network of cities met IOM."),
    ),
)


def test_a_count_says_how_often_and_where() -> None:
    report = visibility([DOCUMENT])
    cities = report.count("cities")
    assert report.words == 13
    assert (cities.mentions, cities.documents) == (1, 1)
    assert cities.per_thousand == 1000 / 13
    assert [(place.document, place.passage, place.span) for place in cities.places] == [("d1", "p1", (0, 6))]


def test_the_longest_phrase_decides_the_group() -> None:
    report = visibility(DOCUMENT)
    assert report.count("networks").mentions == 1
    assert report.count("cities").mentions == 1


def test_strings_in_any_of_three_languages_are_texts_too() -> None:
    report = visibility(["Les villes et les maires accueillent les réfugiés.", "Los municipios y los Estados"])
    assert report.count("cities").mentions == 1
    assert report.count("local authorities").mentions == 1
    assert report.count("refugees").mentions == 1
    assert [id for id, _ in report.documents] == ["text1", "text2"]


def test_an_empty_text_has_rates_of_zero() -> None:
    assert visibility("").count("states").per_thousand == 0.0
