"""How binding drafts are, paragraph by paragraph, and how that moved."""

from __future__ import annotations

import pytest

from hanse.errors import HanseError
from hanse.text.document import Document, Passage
from hanse.wording.binding import binding

OLD = Document(
    id="zero",
    language="en",
    content=(
        Passage(id="h", text="Commitments", kind="heading"),
        Passage(id="1", number="1", text="States shall consult local authorities on migration policy."),
        Passage(id="2", number="2", text="States should fund reception centres in cities."),
        Passage(id="3", number="3", text="States will publish the list of border posts every year."),
    ),
)
NEW = Document(
    id="final",
    language="en",
    content=(
        Passage(id="h", text="Commitments", kind="heading"),
        Passage(
            id="1", number="1", text="States should consult local authorities on migration policy, as appropriate."
        ),
        Passage(id="2", number="2", text="States shall fund reception centres in cities."),
        Passage(id="4", number="3", text="Mayors may attend the annual forum on return and readmission."),
    ),
)


def test_a_draft_says_how_many_paragraphs_bind() -> None:
    (found,) = binding(OLD)
    assert dict(found.levels) == {5: 1, 4: 1, 3: 1, 2: 0, 1: 0, 0: 0}
    assert (found.binding, found.mean, found.caveated) == (2 / 3, 4.0, 0.0)
    assert found.bearers == (("states", 3),)
    assert found.moves == ()


def test_every_paragraph_says_how_it_moved() -> None:
    _, final = binding([OLD, NEW])
    assert [(each.number, each.move, each.level_before) for each in final.paragraphs if each.force] == [
        ("1", "weaker", 5),
        ("2", "stronger", 3),
        ("3", "new", None),
    ]
    assert final.paragraphs[1].why == "5 to 3, 1 more caveat or hedge"
    assert [(each.number, each.move) for each in final.dropped] == [("3", "dropped")]
    assert dict(final.moves) == {"new": 1, "stronger": 1, "weaker": 1, "as strong": 0, "dropped": 1}


def test_a_caveat_alone_weakens() -> None:
    first, second = "Cities shall register births.", "Cities shall register births, where possible."
    assert binding([first, second])[1].paragraphs[0].move == "weaker"


def test_the_same_draft_twice_does_not_move() -> None:
    _, again = binding([OLD, OLD])
    assert dict(again.moves) == {"new": 0, "stronger": 0, "weaker": 0, "as strong": 3, "dropped": 0}


def test_items_take_the_force_of_their_chapeau() -> None:
    content = (
        Passage(id="c", text="States shall:"),
        Passage(id="a", text="Fund cities;", label="(a)", kind="item", chapeau="c"),
    )
    (found,) = binding(Document(id="d", language="en", content=content))
    assert [each.force.level for each in found.paragraphs if each.force] == [5, 5]


def test_an_empty_draft_has_shares_of_zero() -> None:
    empty, full = binding(["", "Cities shall act."])
    assert (empty.binding, empty.mean, empty.caveated, empty.paragraphs) == (0.0, 0.0, 0.0, ())
    assert full.paragraphs[0].move == "new"


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(HanseError, match="is no text"):
        binding([3])  # type: ignore[list-item]
