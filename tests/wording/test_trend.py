"""Who speaks of cities when they speak of migration, year by year."""

from __future__ import annotations

from hanse.text.document import Document, Passage
from hanse.wording.trend import trend


def speech(actor: str, year: str, text: str) -> Document:
    return Document(id=f"{actor}-{year}", content=(Passage.of(text),), date=year, actor=actor, language="en")


SPEECHES = (
    speech("KEN", "2018", "Migration is a fact. Our cities host many. Peace matters. We love trade. Towns grow."),
    speech("FJI", "2018", "Cities must adapt. The sea rises. It is late. Migrants leave us."),
    speech("PER", "2019", "We speak of refugees and of mayors."),
    speech("LAO", "2019", "We speak of trade."),
)


def test_a_year_says_who_speaks_of_both() -> None:
    found = trend(SPEECHES)
    assert [
        (year.year, year.speeches, year.of_migration, year.of_both, year.share, year.actors) for year in found.years
    ] == [
        (2018, 2, 2, 1, 0.5, ("KEN",)),
        (2019, 2, 1, 1, 1.0, ("PER",)),
    ]


def test_every_number_opens_onto_its_places() -> None:
    found = trend(SPEECHES)
    assert [[place.words for place in each.together] for each in found.speeches] == [["cities"], [], ["mayors"], []]
    assert found.speeches[0].cities == 2
    assert [name for name, _, _ in found.lexicons] == ["Who is named", "Migration"]


def test_actor_and_year_are_read_from_an_id_where_nothing_else_tells() -> None:
    found = trend([Document(id="KEN-2019", content=(Passage.of("Migrants in cities"),))])
    assert (found.speeches[0].actor, found.years[0].year) == ("KEN", 2019)


def test_a_text_without_a_year_is_counted_apart() -> None:
    found = trend([Document(id="x", content=(Passage.of("Migrants in cities"),))])
    assert (found.undated, found.years) == (1, ())


def test_other_languages_are_read_too() -> None:
    found = trend([Document(id="FRA-2020", language="fr", content=(Passage.of("Les migrations dans les villes."),))])
    assert found.years[0].of_both == 1
