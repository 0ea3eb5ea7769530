"""Marked words are escaped, nested properly, and say exactly the passage."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from hanse.reports.marks import Insertion, Layer, joined, marked

SPANS = st.lists(st.tuples(st.integers(0, 45), st.integers(0, 45)), max_size=6)


def test_words_are_escaped_inside_and_outside_marks() -> None:
    assert marked("a < b & c", (Layer("aligned", ((2, 5),)),)) == Markup("a <mark>&lt; b</mark> &amp; c")


def test_the_first_layer_is_never_broken_up_by_the_second() -> None:
    layers = (Layer("caveat", ((2, 8),), label="caveat"), Layer("aligned", ((0, 4), (6, 10)), numbered=True))
    assert marked("0123456789", layers) == Markup(
        '<mark data-pair="0">01</mark><span class="caveat"><mark data-pair="0">23</mark>45<mark data-pair="1">67</mark>'
        '</span><small class="label">caveat</small><mark data-pair="1">89</mark>'
    )


def test_insertions_stand_in_their_places_with_their_authors_inside_and_outside_marks() -> None:
    insertions = [Insertion(2, " & x", "EU"), Insertion(4, "y"), Insertion(9, "z")]
    shown = marked("ab cd", (Layer("aligned", ((3, 5),)),), insertions)
    assert shown == Markup(
        'ab<ins> &amp; x</ins><small class="label">EU</small> <mark>c <ins>y</ins>d <ins>z</ins></mark>'
    )
    assert marked("", (), [Insertion(0, "new")]) == Markup("<ins>new</ins>")


def test_spans_outside_the_text_are_cut_and_empty_ones_left_out() -> None:
    assert marked("abc", (Layer("hit", ((2, 9), (1, 1), (7, 8))),)) == Markup('ab<mark class="hit">c</mark>')


@given(st.text(max_size=40), SPANS, SPANS)
def test_marking_never_changes_the_words(text: str, one: list[tuple[int, int]], other: list[tuple[int, int]]) -> None:
    shown = marked(text, (Layer("caveat", one), Layer("aligned", other, numbered=True)))
    assert Markup(re.sub(r"<[^>]*>", "", shown)).unescape() == Markup(str(Markup.escape(text))).unescape()
    assert shown.count("<mark") == shown.count("</mark>")


def test_neighbouring_pairs_are_run_together_only_where_no_word_stands_between() -> None:
    asked, drafted = "one two three", "one two or three"
    pairs = joined(asked, ((0, 3), (4, 7), (8, 13)), drafted, ((0, 3), (4, 7), (11, 16)))
    assert pairs == (((0, 7), (8, 13)), ((0, 7), (11, 16)))
