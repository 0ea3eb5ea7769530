"""Marked words are cut out of a passage without losing any of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hanse.reports.runs import runs


def test_words_bear_all_the_marks_that_lie_on_them() -> None:
    made = runs("States shall consult, as appropriate, cities.", [("aligned", [(7, 21)]), ("caveat", [(14, 36)])])
    assert made == [
        ("States ", ()),
        ("shall c", ("aligned",)),
        ("onsult,", ("aligned", "caveat")),
        (" as appropriate", ("caveat",)),
        (", cities.", ()),
    ]


spans = st.lists(st.tuples(st.integers(-5, 60), st.integers(-5, 60)), max_size=6)


@given(st.text(max_size=50), spans, spans)
def test_joined_the_runs_are_the_text(text: str, one: list[tuple[int, int]], other: list[tuple[int, int]]) -> None:
    made = runs(text, [("aligned", one), ("caveat", other)])
    assert "".join(words for words, _ in made) == text
    for mark, spans in (("aligned", one), ("caveat", other)):
        marked = "".join("1" if mark in marks else "0" for words, marks in made for _ in words)
        assert marked == "".join("1" if any(a <= at < b for a, b in spans) else "0" for at in range(len(text)))
