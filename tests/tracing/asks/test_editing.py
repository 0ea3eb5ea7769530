"""Asks are edited, merged, split and discarded without changing the ones given."""

from __future__ import annotations

import pytest

from hanse.errors import HanseError
from hanse.tracing.asks import discarded, edited, merged, split
from hanse.tracing.board import Ask

FIRST = Ask("a-1", "fund night ferries", "Skagen", "2030-02-01", document="a", passage="p1", span=(10, 28))
SECOND = Ask("b-1", "pay for night ferries", "Basel", "2030-01-05", handling="internal")


def test_editing_keeps_id_and_place() -> None:
    ask = edited(FIRST, text="  fund  all ferries ", theme="funding", kind="replace")
    assert (ask.id, ask.text, ask.theme, ask.kind, ask.span) == (
        "a-1",
        "fund all ferries",
        "funding",
        "replace",
        (10, 28),
    )
    assert FIRST.text == "fund night ferries"


def test_editing_refuses_empty_words_and_unknown_fields() -> None:
    with pytest.raises(HanseError, match="needs words"):
        edited(FIRST, text=" ")
    with pytest.raises(TypeError):
        edited(FIRST, id="other")


def test_merging_joins_actors_and_takes_the_earliest_date_and_the_strictest_handling() -> None:
    ask = merged([FIRST, SECOND])
    assert ask.text == "fund night ferries pay for night ferries"
    assert (ask.id, ask.actor, ask.date, ask.handling) == ("a-1", "Skagen; Basel", "2030-01-05", "internal")
    assert merged([FIRST, SECOND], text="fund ferries").text == "fund ferries"


def test_merging_an_ask_with_one_that_holds_it_keeps_the_longer_words() -> None:
    assert merged([FIRST, edited(SECOND, text="please fund night ferries")]).text == "please fund night ferries"


def test_merging_refuses_one_ask_and_different_kinds() -> None:
    with pytest.raises(HanseError, match="fewer than two"):
        merged([FIRST])
    with pytest.raises(HanseError, match="different kinds"):
        merged([FIRST, edited(SECOND, kind="delete")])


def test_splitting_gives_each_part_its_own_id_and_place() -> None:
    one, two = split(FIRST, ["fund night", "ferries"])
    assert (one.id, one.span, two.id, two.span) == ("a-1.1", (10, 20), "a-1.2", (21, 28))
    with pytest.raises(HanseError, match="two or more"):
        split(FIRST, ["all"])


def test_discarding_leaves_the_others() -> None:
    assert discarded([FIRST, SECOND], "a-1") == (SECOND,)
    with pytest.raises(KeyError):
        discarded([FIRST], "nothing")
