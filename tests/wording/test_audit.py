"""Claims about words are supported or contrasted by a text, with passages, and never without what the count omits."""

from __future__ import annotations

from pathlib import Path

import pytest

from hanse.errors import HanseError
from hanse.text.document import Document, Furniture, Passage
from hanse.wording.audit import Audit, WordClaim, audit, read_claims, stored
from tests.conftest import lacking

TEXTS = Path(__file__).resolve().parents[3] / "shared" / "data" / "texts"
NO_CITY = WordClaim("a", "x", "No city.", ("city|cities", "mayor|mayors"), 0, 0)
URBAN_ONCE = WordClaim("b", "x", "Urban once.", ("urban",), 1, 1)


def one(text: str | Document, claim: WordClaim) -> Audit:
    (found,) = audit(text, [claim])
    return found


def test_absence_is_supported_and_the_other_words_for_it_are_shown() -> None:
    found = one("Local authorities and municipalities shall be consulted on their capacities.", NO_CITY)
    assert (found.verdict, found.count) == ("supported", 0)
    assert [each.place.words for each in found.kin] == ["Local authorities", "municipalities"]
    assert any("local authorities" in each.sentence for each in found.omits if each.kind == "kin")


def test_absence_is_contrasted_with_every_passage() -> None:
    content = (
        Passage(id="p1", text="Cities act.", number="1"),
        Passage(id="p2", text="A mayor met cities.", number="2", page=3),
    )
    found = one(Document(id="d", content=content), NO_CITY)
    assert (found.verdict, found.count) == ("contrasted", 3)
    assert [(each.number, each.page, each.place.words) for each in found.evidence] == [
        ("1", None, "Cities"),
        ("2", 3, "mayor"),
        ("2", 3, "cities"),
    ]


def test_titles_annexes_and_footnotes_can_turn_the_verdict_and_that_is_said() -> None:
    content = (
        Passage(id="p1", text="Urban matters", kind="heading"),
        Passage(id="p2", text="In urban areas."),
        Passage(id="p3", text="Urban annexes", headings=("Annex",)),
        Furniture(text="The urban footnote", kind="footnote"),
    )
    found = one(Document(id="d", content=content), URBAN_ONCE)
    assert (found.verdict, found.count, found.depends) == ("contrasted", 3, True)
    assert {each.name: (each.count, each.verdict) for each in found.readings} == {
        "the whole text, with titles and annexes": (3, "contrasted"),
        "without titles and headings": (2, "contrasted"),
        "without annexes": (2, "contrasted"),
        "without titles, headings and annexes": (1, "supported"),
        "with footnotes, headers and footers": (4, "contrasted"),
    }


def test_words_that_begin_alike_are_named_as_not_counted() -> None:
    found = one("Urban growth and urbanization.", URBAN_ONCE)
    assert found.verdict == "supported"
    assert any(each.kind == "likes" and "“urbanization” 1" in each.sentence for each in found.omits)


def test_every_audit_says_how_long_the_text_was() -> None:
    assert any("3 words" in each.sentence for each in one("Three words here.", NO_CITY).omits)


def test_the_stored_claims_have_sources_and_ids_of_their_own() -> None:
    claims = stored()
    assert len({each.id for each in claims}) == len(claims) >= 6
    assert all(each.source and each.about and each.says for each in claims)


def test_the_stored_claims_on_migration_hold_of_the_objectives_that_are_here() -> None:
    file = TEXTS / "gcm_2018_objectives_un_edited.txt"
    if not file.is_file():
        lacking("the text is not on this machine")
    found = {each.claim.id: each for each in audit(file.read_text(encoding="utf-8"))}
    assert found["gcm-no-city-no-mayor"].verdict == found["gcm-urban-once"].verdict == "supported"
    assert len(found["gcm-no-city-no-mayor"].kin) == 9
    assert found["gcr-cities-once"].verdict == "contrasted"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("x = 1", "no claim in it"),
        ("[[claim]]\nid = 'a'", "has no about"),
        ("[[claim]]\nid = 'a'\nabout = 'b'\nsays = 'c'", "has no words"),
        (
            "[[claim]]\nid = 'a'\nabout = 'b'\nsays = 'c'\nwords = ['d']\nleast = 2\nmost = 1",
            "no bounds that can be met",
        ),
        ("[[", "is no TOML"),
    ],
)
def test_a_broken_file_of_claims_is_refused_in_one_sentence(content: str, said: str, tmp_path: Path) -> None:
    file = tmp_path / "claims.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(HanseError, match=said):
        read_claims(file)


def test_claims_of_ones_own_are_read(tmp_path: Path) -> None:
    file = tmp_path / "claims.toml"
    file.write_text(
        '[[claim]]\nid = "p"\nabout = "b"\nsays = "c"\nwords = ["port|ports"]\nleast = 2\n', encoding="utf-8"
    )
    (claim,) = read_claims(file)
    assert one("Ports and a port.", claim).verdict == "supported"
    assert one("A port.", claim).verdict == "contrasted"
