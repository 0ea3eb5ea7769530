"""Whatever takes a text says in a sentence what is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import hanse
from hanse.errors import HanseError

TAKES_TEXTS: dict[str, Callable[[object], object]] = {
    "ask": lambda given: hanse.uptake(given, "Quays stay open."),  # type: ignore[arg-type]
    "new text": lambda given: hanse.uptake("Quays stay open.", given),  # type: ignore[arg-type]
    "record": lambda given: hanse.uptake("Quays stay open.", "Quays close.", record=[given]),  # type: ignore[list-item]
    "draft": lambda given: hanse.trace(["Quays stay open."], [given]),  # type: ignore[list-item]
    "phrase": lambda given: hanse.lineage(given, ["Quays stay open."]),  # type: ignore[arg-type]
    "documents": lambda given: hanse.lineage("open quays", [given]),  # type: ignore[list-item]
    "passage": lambda given: hanse.likeness(given, "Quays stay open."),  # type: ignore[arg-type]
    "corpus": lambda given: hanse.reuse([given]),  # type: ignore[list-item]
}


@pytest.mark.parametrize("taken", TAKES_TEXTS)
@pytest.mark.parametrize("given", [None, 7, b"Quays stay open."])
def test_what_is_no_text_is_refused_in_a_sentence(taken: str, given: object) -> None:
    with pytest.raises(HanseError, match=f"a {type(given).__name__} is no text; hand over a str"):
        TAKES_TEXTS[taken](given)
