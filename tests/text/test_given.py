"""What is no text is refused in one sentence, whoever takes it."""

import copy
import json
import pickle
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import pytest

import hanse
from hanse import Document, HanseError, Passage
from hanse.text.given import wording

SAID = "States shall consult mayors."
NO_TEXT = [None, b"States", float("nan"), 5, [None], {"a": 1}]
TAKERS: dict[str, Callable[[Any], object]] = {
    "uptake, ask": lambda bad: hanse.uptake(bad, SAID),
    "uptake, new": lambda bad: hanse.uptake(SAID, bad),
    "uptake, record": lambda bad: hanse.uptake(SAID, SAID, record=[bad]),
    "likeness": lambda bad: hanse.likeness(SAID, bad),
    "direction, old": lambda bad: hanse.direction(bad, SAID),
    "direction, new": lambda bad: hanse.direction(SAID, bad),
    "lineage, phrase": lambda bad: hanse.lineage(bad, [SAID]),
    "lineage, documents": lambda bad: hanse.lineage("mayors", [bad]),
    "trace, asks": lambda bad: hanse.trace([bad], [SAID]),
    "trace, drafts": lambda bad: hanse.trace([SAID], [bad]),
    "strength": hanse.strength,
    "visibility": lambda bad: hanse.visibility([bad]),
    "reuse": lambda bad: hanse.reuse([bad]),
}


@pytest.mark.parametrize("bad", NO_TEXT, ids=repr)
@pytest.mark.parametrize("taker", TAKERS)
def test_what_is_no_text_is_refused_in_one_sentence(taker: str, bad: object) -> None:
    with pytest.raises(HanseError, match=r"a \w+ is no text; hand over a str, a Passage or a Document\."):
        TAKERS[taker](bad)


@pytest.mark.parametrize("bad", [None, b"States", 5], ids=repr)
def test_what_does_not_hold_several_texts_is_refused_too(bad: Any) -> None:
    takers: list[Callable[[], object]] = [
        lambda: hanse.uptake(SAID, SAID, record=bad),
        lambda: hanse.lineage("mayors", bad),
        lambda: hanse.trace(bad, [SAID]),
        lambda: hanse.trace([SAID], bad),
        lambda: hanse.visibility(bad),
    ]
    for take in takers:
        with pytest.raises(HanseError, match="is no text"):
            take()


def test_what_is_no_file_is_refused() -> None:
    with pytest.raises(HanseError, match="a NoneType is no file"):
        hanse.read(None)  # type: ignore[arg-type]


def test_the_words_of_a_document_are_those_of_its_passages_line_by_line() -> None:
    assert wording(Document(id="d", content=(Passage.of("One."), Passage.of("Two.")))) == "One.\nTwo."
    assert hanse.strength(Passage.of(SAID)) == hanse.strength(SAID)


@pytest.mark.parametrize(
    "found",
    [hanse.uptake(SAID, SAID), hanse.likeness(SAID, "Mayors shall be consulted."), hanse.direction(SAID, "Go.")],
    ids=lambda each: type(each).__name__,
)
def test_a_result_never_changes_and_can_be_hashed_pickled_copied_and_written_as_json(found: Any) -> None:
    again = pickle.loads(pickle.dumps(found))
    assert again == found == copy.deepcopy(found)
    assert hash(again) == hash(found)
    assert json.loads(json.dumps(asdict(found)["features"])) == found.features
    name = next(iter(found.features))
    features = again.features
    for change in (
        lambda: features.__setitem__(name, 7.0),
        lambda: features.__delitem__(name),
        lambda: features.update({name: 7.0}),
        lambda: features.pop(name),
        lambda: features.setdefault("more", 1.0),
        features.clear,
    ):
        with pytest.raises(TypeError, match="cannot be changed"):
            change()
    assert again == found


def test_the_types_of_results_are_on_the_face() -> None:
    assert type(hanse.uptake(SAID, SAID)) is hanse.Uptake
    assert type(hanse.direction(SAID, SAID)) is hanse.Direction
    assert type(hanse.strength(SAID)) is hanse.Strength
    assert type(hanse.visibility(SAID)) is hanse.Visibility
    assert type(hanse.trace([SAID], [SAID]).cells[0]) is hanse.Cell
    assert type(hanse.reuse([])) is hanse.Matches
