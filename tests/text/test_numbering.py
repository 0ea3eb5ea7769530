"""Numbers at the start of paragraphs, and what only looks like one."""

from __future__ import annotations

import pytest

from hanse.text.numbering import label_of, roman_value


@pytest.mark.parametrize(
    ("text", "printed", "number"),
    [
        ("1. Towns", "1.", "1"),
        ("1.1.1 Towns", "1.1.1", "1.1.1"),
        ("17.Towns", "17.", "17"),
        ("12 bis. Towns", "12 bis.", "12 bis"),
        ("(a) towns", "(a)", "(a)"),
        ("(a bis) towns", "(a bis)", "(a bis)"),
        ("b) towns", "b)", "(b)"),
        ("(iv) towns", "(iv)", "(iv)"),
        ("OP3 Asks", "OP3", "OP3"),
        ("OP 12 ter. Asks", "OP 12 ter.", "OP12 ter"),
        ("PP5 alt 1 Noting", "PP5 alt 1", "PP5 alt 1"),
        ("PP5 alt. Noting", "PP5 alt.", "PP5 alt"),
        ("OP5(a) Asks", "OP5(a)", "OP5(a)"),
        ("5 alt Asks", "5 alt", "5 alt"),
        ("5. alt 1 Asks", "5. alt 1", "5 alt 1"),
        ("5.bis Asks", "5.bis", "5 bis"),
        ("5-bis. Asks", "5-bis.", "5 bis"),
        ("5 (alternative 2). Asks", "5 (alternative 2).", "5 alt 2"),
        ("OP5.alt1 Asks", "OP5.alt1", "OP5 alt 1"),
        ("OP5 (alt. 1) Asks", "OP5 (alt. 1)", "OP5 alt 1"),
        ("OP12. bis Asks", "OP12. bis", "OP12 bis"),
        ("(OP5) Asks", "(OP5)", "OP5"),
        ("[OP5 Asks]", "[OP5", "OP5"),
        ("Article 4", "Article 4", "Article 4"),
        ("Art. 4. Ports", "Art. 4.", "Article 4"),
        ("Artículo 4.- Puertos", "Artículo 4.-", "Artículo 4"),
        ("Статья 4", "Статья 4", "Статья 4"),
        ("المادة 4", "المادة 4", "المادة 4"),
        ("第四条 城市", "第四条", "第四条"),
        ("OBJECTIVE 15: Ports", "OBJECTIVE 15:", "Objective 15"),
        ("Objectif 15 : Ports", "Objectif 15 :", "Objectif 15"),
        ("ANNEX I", "ANNEX I", "Annex I"),
        ("II. Ports", "II.", "II"),
        ("• towns", "•", ""),
        ("一、城市", "一、", "一"),
        ("(أ) المدن", "(أ)", "(أ)"),
    ],
)
def test_a_label_is_read(text: str, printed: str, number: str) -> None:
    label = label_of(text)
    assert label is not None
    assert (label.printed, label.number) == (printed, number)


@pytest.mark.parametrize(
    "text",
    [
        "2030 Agenda",
        "12 towns signed",
        "2018. That year",
        "5. March 2018",
        "5 altogether new towns",
        "5 (alternative towns) were named",
        "3 alternatives",
        "1.5 million",
        "10-11 December",
        "(2018) year",
        "(EU) rule",
        "Article 4 of the pact says",
        "Objective 15 is met",
        "Part of it",
        "e.g. towns",
        "A town",
        "",
    ],
)
def test_what_is_no_label(text: str) -> None:
    assert label_of(text) is None


def test_roman_numerals_are_checked() -> None:
    assert [roman_value(word) for word in ("i", "iv", "XIX", "xl", "iix", "d")] == [1, 4, 19, 40, 0, 0]
