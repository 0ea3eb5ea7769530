"""Square brackets of negotiation, told from those of editors, symbols and notes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanse.text.brackets import brackets
from tests.effort import calls


def read(text: str) -> list[tuple[str, str, str]]:
    return [(bracket.kind, bracket.author, text[slice(*bracket.inner)]) for bracket in brackets(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Towns [shall] act", [("open", "", "shall")]),
        ("Towns [shall/should] act", [("alternative", "", "shall/should")]),
        ("Towns [shall][should] act", [("alternative", "", "shall"), ("alternative", "", "should")]),
        ("[alt 1: ports] [alt 2: piers]", [("alternative", "", "ports"), ("alternative", "", "piers")]),
        ("act [EU: with mayors] now", [("proposal", "EU", "with mayors")]),
        ("[EU, CANZ, Mexico: with ports]", [("proposal", "EU, CANZ, Mexico", "with ports")]),
        ("[with ports - EU, CANZ]", [("proposal", "EU, CANZ", "with ports")]),
        ("[with ports] (EU)", [("proposal", "EU", "with ports")]),
        ("[EU proposal: with ports]", [("proposal", "EU", "with ports")]),
        (
            "[Egypt on behalf of the African Group: ports]",
            [("proposal", "Egypt on behalf of the African Group", "ports")],
        ),
        ("[Coastal Cities Forum: ports]", [("proposal", "Coastal Cities Forum", "ports")]),
        ("[UE: y compris les ports]", [("proposal", "UE", "y compris les ports")]),
        ("[G77: delete]", [("delete", "G77", "delete")]),
        ("[delete]", [("delete", "", "delete")]),
        (
            "by [XX] and [tbc] and [...]",
            [("placeholder", "", "XX"), ("placeholder", "", "tbc"), ("placeholder", "", "...")],
        ),
        ("within [30] days, by [2030]", [("open", "", "30"), ("open", "", "2030")]),
        ("by the end of [2030] [2035]", [("open", "", "2030"), ("open", "", "2035")]),
        ("<Egypt: Piers shall stay>", [("proposal", "Egypt", "Piers shall stay")]),
        ("Piers shall stay. (Holy See, Egypt: delete)", [("delete", "Holy See, Egypt", "delete")]),
        ("grain (Egypt: 20 tons) and rice", []),
        ("[and/or]", [("open", "", "and/or")]),
        ("[Article 4: ports]", [("open", "", "Article 4: ports")]),
        ("[Requests: ports]", [("open", "", "Requests: ports")]),
    ],
)
def test_what_a_bracket_means(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "(EU: no bracket)",
        "as in [A/RES/70/1] and [E/CN.4/2005/102, para. 5]",
        "as noted[1] before",
        "so it says [sic] here",
        "under [EU 2016/679]",
        "under [2018] law",
        "[T]he towns",
        "[emphasis added]",
        "[agreed ad ref]",
        "[on the report of the Third Committee]",
        "found by [Ayse and Brown, 2019; Chen 2017]",
        "see [the page](https://example.org)",
    ],
)
def test_brackets_that_negotiate_nothing(text: str) -> None:
    assert brackets(text) == ()


def test_nested_brackets_have_a_depth() -> None:
    text = "[[small] ports] and [EU: [Japan: old] piers]"
    assert [(text[one.start : one.end], one.depth, one.author) for one in brackets(text)] == [
        ("[[small] ports]", 0, ""),
        ("[small]", 1, ""),
        ("[EU: [Japan: old] piers]", 0, "EU"),
        ("[Japan: old]", 1, "Japan"),
    ]


def test_a_bracket_without_a_partner_reaches_to_the_edge() -> None:
    opened, closed = "Ports [and piers", "ports] and piers"
    assert [(one.start, one.end) for one in brackets(opened)] == [(6, 16)]
    assert [(one.start, one.end) for one in brackets(closed)] == [(0, 6)]


@given(st.text(alphabet="[]abc :EU/1-. ", max_size=60))
def test_any_text_is_read_and_spans_lie_within_it(text: str) -> None:
    for one in brackets(text):
        assert 0 <= one.start <= one.inner[0] <= one.inner[1] <= one.end <= len(text)


@pytest.mark.parametrize("piece", ["[Ports and piers, ", "[EU: a] "])
def test_six_times_the_brackets_are_six_times_the_work(piece: str) -> None:
    assert len(brackets(piece * 3000)) == 3000
    assert calls(lambda: brackets(piece * 3000)) < 7 * calls(lambda: brackets(piece * 500))
