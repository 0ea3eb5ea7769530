"""Anchors find their place again after words were corrected and paragraphs inserted and moved."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

import hanse
from hanse.text.anchors import anchor, attach
from hanse.text.document import Document, Passage

NOUNS = [
    "city",
    "council",
    "harbour",
    "permit",
    "school",
    "budget",
    "charter",
    "mayor",
    "district",
    "shelter",
    "tram",
    "clinic",
    "river",
    "archive",
    "pledge",
    "forum",
]
VERBS = ["supports", "funds", "opens", "reviews", "protects", "registers", "hosts", "welcomes", "repairs", "measures"]


def prose(rng: random.Random, words: int) -> str:
    return " ".join(f"{rng.choice(NOUNS)}{rng.randrange(40)} {rng.choice(VERBS)}" for _ in range(words // 2)) + "."


def document(rng: random.Random, passages: int) -> Document:
    content = tuple(Passage(f"p{n}", prose(rng, rng.randrange(8, 60)), number=str(n)) for n in range(passages))
    return Document("before", content)


def corrupted(rng: random.Random, text: str) -> str:
    words = []
    for word in text.split():
        change = rng.randrange(60)
        if change == 0:
            continue
        words.append(rng.choice(NOUNS) if change == 1 else word[::-1] if change == 2 else word)
    return " ".join(words)


@pytest.mark.parametrize("seed", range(6))
def test_ninety_nine_in_a_hundred_find_their_passage_and_none_another(seed: int) -> None:
    rng = random.Random(seed)
    old = document(rng, 200)
    changed = [Passage(passage.id, corrupted(rng, passage.text), number=passage.number) for passage in old.passages]
    for _ in range(20):
        changed.insert(rng.randrange(len(changed)), changed.pop(rng.randrange(len(changed))))
    for new in range(20):
        changed.insert(rng.randrange(len(changed)), Passage(f"new{new}", prose(rng, 30)))
    result = attach([anchor(old, passage.id) for passage in old.passages], Document("after", tuple(changed)))
    right = sum(old.passages[place].id == found for place, (found, _) in result.attached.items())
    assert right == len(result.attached)
    assert right >= 0.99 * len(old.passages)
    assert sorted([*result.attached, *result.orphans]) == list(range(len(old.passages)))


def test_a_stretch_within_a_passage_is_found_where_it_moved() -> None:
    old = Document(
        "o",
        (Passage("a", "Mayors meet in spring. Harbour towns keep their registers open."), Passage("b", "Ports close.")),
    )
    text = "It was agreed anew. Harbour towns keep all their registers open. Nothing else."
    new = Document("n", (Passage("x", "Ports close."), Passage("y", text)))
    wanted = anchor(old, "a", (23, 63))
    found, (start, end) = attach([wanted], new).attached[0]
    assert (found, text[start:end]) == ("y", "Harbour towns keep all their registers open.")


def test_words_that_stand_twice_are_told_apart_by_their_neighbours() -> None:
    lead = "To this end, we shall:"
    old = Document(
        "o", tuple(Passage(f"p{n}", text) for n, text in enumerate(["Rivers flood.", lead, "Roads crumble.", lead]))
    )
    new = Document(
        "n",
        tuple(
            Passage(f"q{n}", text) for n, text in enumerate(["Snow.", "Roads crumble.", lead, "Rivers flood.", lead])
        ),
    )
    result = attach([anchor(old, "p1"), anchor(old, "p3")], new)
    assert {place: found for place, (found, _) in result.attached.items()} == {0: "q4", 1: "q2"}


def test_words_that_stand_twice_without_a_difference_are_an_orphan() -> None:
    old = Document("o", (Passage("a", "Towns decide."), Passage("b", "Roads crumble when nobody pays for them.")))
    new = Document(
        "n", tuple(Passage(f"q{n}", text) for n, text in enumerate(["Snow.", "Towns decide.", "Ice.", "Towns decide."]))
    )
    assert attach([anchor(old, "a")], new).orphans == (0,)


def test_the_number_alone_never_attaches() -> None:
    old = Document("o", (Passage("a", "Towns decide on shelters.", number="4"),))
    new = Document("n", (Passage("x", "Bridges are painted every second year in May.", number="4"),))
    assert attach([anchor(old, "a")], new).orphans == (0,)


def test_nothing_attaches_to_an_empty_document_and_an_unknown_passage_is_an_error() -> None:
    old = Document.of("Towns decide.")
    assert attach([anchor(old, "p1")], Document("n", ())).orphans == (0,)
    with pytest.raises(KeyError):
        anchor(old, "p9")


def test_a_real_text_corrected_and_rearranged_keeps_its_anchors(shared: Path) -> None:
    path = next((shared / "data" / "texts").glob("*un_edited*"))
    old = hanse.read(path)
    rng = random.Random(7)
    changed = [replace(passage, id=f"new-{passage.id}", text=corrupted(rng, passage.text)) for passage in old.passages]
    for _ in range(len(changed) // 20):
        changed.insert(rng.randrange(len(changed)), changed.pop(rng.randrange(len(changed))))
    for new in range(len(changed) // 20):
        changed.insert(rng.randrange(len(changed)), Passage(f"added{new}", prose(rng, 30)))
    result = attach([anchor(old, passage.id) for passage in old.passages], Document("after", tuple(changed)))
    wrong = [found for place, (found, _) in result.attached.items() if found != f"new-{old.passages[place].id}"]
    assert wrong == []
    assert len(result.attached) >= 0.99 * len(old.passages)


def test_of_two_places_with_the_same_words_the_one_that_is_gone_is_an_orphan() -> None:
    old = Document(
        "o",
        tuple(
            Passage(f"p{n}", text)
            for n, text in enumerate(["Rivers flood in May.", "Our aims", "Roads crumble in June.", "Our aims"])
        ),
    )
    new = Document(
        "n", (Passage("x", "Rivers flood in May."), Passage("y", "Our aims"), Passage("z", "Roads crumble."))
    )
    result = attach([anchor(old, "p1"), anchor(old, "p3")], new)
    assert {place: found for place, (found, _) in result.attached.items()} == {0: "y"}
    assert result.orphans == (1,)


def test_the_same_place_remembered_twice_is_found_twice() -> None:
    old = Document("o", (Passage("a", "Towns decide on shelters."), Passage("b", "Ports close.")))
    assert len(attach([anchor(old, "a"), anchor(old, "a")], old).attached) == 2
