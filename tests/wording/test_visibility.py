"""Every count opens onto its places."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanse.errors import HanseError
from hanse.text.document import Document, Furniture, Passage, Proposal
from hanse.wording.named import read_lexicon, shipped, shipped_file
from hanse.wording.visibility import GROUPS, visibility

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


def test_inflections_and_synonyms_are_shown_with_their_numbers() -> None:
    report = visibility("Cities and the city met. Cities left. Towns stayed.")
    assert report.count("cities").forms == (("cities", 2), ("city", 1), ("towns", 1))


def test_company_is_who_is_named_in_the_same_sentences() -> None:
    report = visibility("Mayors host refugees. Refugees and mayors met States. Cities grew.")
    assert report.count("mayors").company == (("refugees", 2), ("states", 1))
    assert report.count("cities").company == ()


def test_titles_and_annexes_are_counted_apart() -> None:
    document = Document(
        id="d",
        language="en",
        content=(
            Passage(id="p1", text="The New Urban Agenda", kind="title"),
            Passage(id="p2", text="Urban areas grow."),
            Passage(id="p3", text="Annex II", kind="heading"),
            Passage(id="p4", text="Urban growth", headings=("Annex II",)),
        ),
    )
    assert visibility(document).count("urban").parts == (("annex", 1), ("heading", 1), ("text", 1))


def test_every_count_says_what_it_omits() -> None:
    report = visibility("Local authorities met. A city network helped local authorities.")
    said = {(each.group, each.kind): each.mentions for each in report.omits}
    assert said["cities", "kin"] == said["mayors", "kin"] == 3
    assert said["cities", "inside"] == 1
    assert {each.kind for each in report.omits if not each.group} == {"names", "senses"}


def test_footnotes_and_tracked_insertions_are_named_as_not_counted() -> None:
    proposal = Proposal(author="EU", text=" and cities", span=(6, 6), tracked=True)
    content = (
        Passage(id="p1", text="States act.", proposals=(proposal,)),
        Furniture(text="See Cities, p. 3", kind="footnote"),
    )
    report = visibility(Document(id="d", language="en", content=content))
    assert report.count("cities").mentions == 0
    assert {(each.group, each.kind, each.mentions) for each in report.omits if each.group == "cities"} == {
        ("cities", "furniture", 1),
        ("cities", "proposed", 1),
    }


@pytest.mark.parametrize(
    ("text", "group", "expected"),
    [
        ("Those who met the WHO", "organisations", 1),
        ("l'état de la question devant les États", "states", 1),
        ("Мэры городов встретили беженцев на странице", "states", 0),
        ("Мэры городов встретили беженцев из этих стран", "states", 1),
        ("Мэры городов встретили беженцев", "refugees", 1),
        ("市长和城市与地方政府", "mayors", 1),
        ("رؤساء البلديات والمدن", "mayors", 1),
    ],
)
def test_six_languages_are_read_and_acronyms_keep_their_capitals(text: str, group: str, expected: int) -> None:
    assert visibility(text).count(group).mentions == expected


def test_the_shipped_lexicon_has_every_group_in_six_languages() -> None:
    assert shipped().groups == GROUPS
    assert all(set(shipped().words[group]) == {"en", "fr", "es", "ar", "ru", "zh"} for group in GROUPS)


def test_a_lexicon_of_ones_own_is_said_with_version_and_hash(tmp_path: Path) -> None:
    file = tmp_path / "ports.toml"
    file.write_text('name = "Ports"\nversion = "3"\n[ports]\nen = ["port|harbour city|cities"]\n', encoding="utf-8")
    report = visibility("Port cities met a harbour city.", lexicon=read_lexicon(file))
    assert (report.count("ports").mentions, report.lexicon, report.version) == (2, "Ports", "3")
    assert len(report.sha256) == 64 != visibility("").sha256


def test_the_shipped_file_can_be_read_as_ones_own(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_bytes(shipped_file())
    assert read_lexicon(tmp_path / "mine.toml") == shipped()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("name = ", "is no TOML"),
        ('version = "1"', "has no name"),
        ('name = "x"\nversion = "1"', "has no group of words"),
        ('name = "x"\nversion = "1"\n[a]\nen = "city"', "is no list of words"),
        ('name = "x"\nversion = "1"\n[a]\nde = ["stadt"]', "is not read"),
    ],
)
def test_a_broken_lexicon_is_refused_in_one_sentence(content: str, said: str, tmp_path: Path) -> None:
    file = tmp_path / "broken.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(HanseError, match=said):
        read_lexicon(file)


WORDS = st.sampled_from(
    ["city", "cities", "network", "mayor", "local", "authorities", "who", "WHO", "States", "refugee", "and", ".", "the"]
)


@given(st.lists(WORDS, max_size=40))
def test_mentions_never_overlap_and_every_one_opens_onto_its_words(words: list[str]) -> None:
    text = " ".join(words)
    report = visibility(text)
    spans = sorted(place.span for count in report.total for place in count.places)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    for count in report.total:
        assert count.mentions == len(count.places) == sum(number for _, number in count.forms)
        assert all(text[slice(*place.span)] == place.words for place in count.places)


@given(st.text(max_size=80), st.sampled_from(["en", "fr", "es", "ar", "ru", "zh", "und", "xx"]))
def test_any_text_in_any_language_is_counted(text: str, language: str) -> None:
    document = Document(id="d", content=(Passage.of(text),), language=language)
    assert visibility(document) == visibility(document)
