"""Automatic numbers of Word files: labels exactly as Word shows them, one authored file for each case."""

import pytest

from hanse.text import docx
from hanse.text.number_formats import written
from tests.text.word_files import abstract, ins, level, num, numbered, p, r, starts, style, word_file

PLAIN = level(0, "%1.") + level(1, "%1.%2") + level(2, "(%3)", "lowerLetter")


def labels(body: str, numbering: str, styles: str = "") -> list[str]:
    data = word_file(body, numbering=numbering, **({"styles": styles} if styles else {}))
    return [block.label for block in docx.blocks(data, "numbers.docx")]


def test_levels_count_within_the_level_above():
    body = "".join(numbered("x", 1, depth) for depth in (0, 1, 1, 2, 2, 1, 2, 0, 1))
    assert labels(body, abstract(0, PLAIN) + num(1, 0)) == [
        "1.", "1.1", "1.2", "(a)", "(b)", "1.3", "(a)", "2.", "2.1",
    ]  # fmt: skip


def test_depth_is_handed_on():
    data = word_file(numbered("x", 1, 0) + numbered("x", 1, 2), numbering=abstract(0, PLAIN) + num(1, 0))
    assert [block.level for block in docx.blocks(data, "depth.docx")] == [0, 2]


def test_a_style_carries_the_number():
    styles = style("Para", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    numbering = abstract(0, level(0, "%1.", more='<w:pStyle w:val="Para"/>')) + num(1, 0)
    assert labels(numbered("x", style="Para") * 2, numbering, styles) == ["1.", "2."]


def test_the_level_tied_to_a_style_decides_its_depth():
    styles = style("Chapter", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') + style(
        "Clause", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    )
    numbering = abstract(
        0,
        level(0, "Article %1", more='<w:pStyle w:val="Chapter"/>'),
        level(1, "%1.%2", more='<w:pStyle w:val="Clause"/>'),
    ) + num(1, 0)
    body = "".join(numbered("x", style=name) for name in ("Chapter", "Clause", "Clause", "Chapter", "Clause"))
    assert labels(body, numbering, styles) == ["Article 1", "1.1", "1.2", "Article 2", "2.1"]


def test_a_style_inherits_its_number_from_the_one_it_is_based_on():
    styles = style("Para", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') + style("Kin", based="Para")
    assert labels(numbered("x", style="Kin") * 2, abstract(0, PLAIN) + num(1, 0), styles) == ["1.", "2."]


def test_number_zero_switches_an_inherited_number_off():
    styles = style("Para", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    body = numbered("x", style="Para") + numbered("x", 0, style="Para") + numbered("x", style="Para")
    assert labels(body, abstract(0, PLAIN) + num(1, 0), styles) == ["1.", "", "2."]


def test_a_style_based_on_a_numbered_one_can_switch_the_number_off():
    styles = style("Para", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') + style(
        "Bare", '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>', based="Para"
    )
    body = numbered("x", style="Para") + numbered("x", style="Bare") + numbered("x", style="Para")
    assert labels(body, abstract(0, PLAIN) + num(1, 0), styles) == ["1.", "", "2."]


def test_a_paragraph_keeps_its_styles_list_and_takes_a_level_of_its_own():
    styles = style("Para", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    body = numbered("x", style="Para") + numbered("x", level=1, style="Para")
    assert labels(body, abstract(0, PLAIN) + num(1, 0), styles) == ["1.", "1.1"]


def test_a_list_goes_on_after_an_interruption():
    body = numbered("x", 1, 0) * 2 + p("Between.") + numbered("x", 1, 0)
    assert labels(body, abstract(0, PLAIN) + num(1, 0)) == ["1.", "2.", "", "3."]


def test_two_lists_of_one_abstract_list_count_on_together():
    body = numbered("x", 1, 0) * 2 + numbered("x", 2, 0)
    assert labels(body, abstract(0, PLAIN) + num(1, 0) + num(2, 0)) == ["1.", "2.", "3."]


def test_two_abstract_lists_count_apart():
    body = numbered("x", 1, 0) + numbered("x", 2, 0) + numbered("x", 1, 0)
    numbering = abstract(0, PLAIN) + abstract(1, level(0, "(%1)", "lowerRoman")) + num(1, 0) + num(2, 1)
    assert labels(body, numbering) == ["1.", "(i)", "2."]


def test_a_start_override_begins_anew_once():
    body = numbered("x", 1, 0) * 2 + numbered("x", 2, 0) * 2
    assert labels(body, abstract(0, PLAIN) + num(1, 0) + num(2, 0, starts(0, 1))) == ["1.", "2.", "1.", "2."]


def test_a_start_override_may_begin_anywhere():
    body = numbered("x", 1, 0) + numbered("x", 2, 0) * 2
    assert labels(body, abstract(0, PLAIN) + num(1, 0) + num(2, 0, starts(0, 12))) == ["1.", "12.", "13."]


def test_a_list_may_start_at_another_number():
    assert labels(numbered("x", 1, 0) * 2, abstract(0, level(0, "%1.", start=7)) + num(1, 0)) == ["7.", "8."]


def test_a_level_that_never_restarts_counts_through():
    levels = level(0, "Chapter %1", "upperRoman") + level(1, "%2.", more='<w:lvlRestart w:val="0"/>')
    body = "".join(numbered("x", 1, depth) for depth in (0, 1, 1, 0, 1))
    assert labels(body, abstract(0, levels) + num(1, 0)) == ["Chapter I", "1.", "2.", "Chapter II", "3."]


def test_a_level_may_restart_only_after_the_outermost():
    levels = level(0, "%1") + level(1, "%1.%2") + level(2, "(%3)", more='<w:lvlRestart w:val="1"/>')
    body = "".join(numbered("x", 1, depth) for depth in (0, 1, 2, 1, 2, 0, 1, 2))
    assert labels(body, abstract(0, levels) + num(1, 0)) == ["1", "1.1", "(1)", "1.2", "(2)", "2", "2.1", "(1)"]


def test_legal_numbering_turns_roman_chapters_into_digits():
    levels = level(0, "Article %1", "upperRoman") + level(1, "Section %1.%2", more="<w:isLgl/>")
    body = "".join(numbered("x", 1, depth) for depth in (0, 0, 1))
    assert labels(body, abstract(0, levels) + num(1, 0)) == ["Article I", "Article II", "Section 2.1"]


def test_an_override_may_redefine_a_level():
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "OP%1", start=1)}</w:lvlOverride>'
    assert labels(numbered("x", 2, 0) * 2, abstract(0, PLAIN) + num(2, 0, override)) == ["OP1", "OP2"]


def test_a_list_linked_to_a_list_style_takes_its_levels():
    numbering = (
        abstract(0, more='<w:numStyleLink w:val="Harbour"/>')
        + abstract(1, level(0, "PP%1"), more='<w:styleLink w:val="Harbour"/>')
        + num(1, 0)
        + num(2, 1)
    )
    styles = style("Harbour", '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>', kind="numbering")
    assert labels(numbered("x", 1, 0) * 2, numbering, styles) == ["PP1", "PP2"]


def test_bullets_are_shown_as_bullets():
    numbering = abstract(0, level(0, "\uf0b7", "bullet"), level(1, "–", "bullet")) + num(1, 0)
    assert labels(numbered("x", 1, 0) + numbered("x", 1, 1), numbering) == ["•", "–"]


def test_a_level_before_any_outer_one_shows_the_outer_start():
    assert labels(numbered("x", 1, 1) + numbered("x", 1, 0), abstract(0, PLAIN) + num(1, 0)) == ["1.1", "1."]


def test_a_list_that_the_file_lacks_gives_no_number():
    assert labels(numbered("x", 9, 0), abstract(0, PLAIN) + num(1, 0)) == [""]


def test_an_empty_numbered_paragraph_counts():
    data = word_file(
        numbered("one", 1, 0) + numbered("", 1, 0) + numbered("three", 1, 0), numbering=abstract(0, PLAIN) + num(1, 0)
    )
    assert [(block.label, block.text) for block in docx.blocks(data, "gap.docx")] == [("1.", "one"), ("3.", "three")]


def test_inserted_paragraphs_do_not_shift_the_numbers_of_the_base_text():
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    inserted = p(ins(r("new")), f"{number}<w:rPr>{ins('')}</w:rPr>")
    body = numbered("one", 1, 0) + inserted + numbered("two", 1, 0)
    data = word_file(body, numbering=abstract(0, PLAIN) + num(1, 0))
    assert [(block.label, block.text) for block in docx.blocks(data, "inserted.docx")] == [
        ("1.", "one"),
        ("2.", "new"),
        ("2.", "two"),
    ]


@pytest.mark.parametrize(
    ("number", "form", "label"),
    [
        (4, "decimal", "4"),
        (4, "decimalZero", "04"),
        (4, "lowerRoman", "iv"),
        (1999, "upperRoman", "MCMXCIX"),
        (3, "lowerLetter", "c"),
        (28, "lowerLetter", "bb"),
        (2, "upperLetter", "B"),
        (1, "ordinal", "1st"),
        (12, "ordinal", "12th"),
        (23, "ordinal", "23rd"),
        (21, "cardinalText", "Twenty-one"),
        (20, "ordinalText", "Twentieth"),
        (112, "ordinalText", "One hundred twelfth"),
        (5, "none", ""),
        (21, "chineseCounting", "二十一"),
        (105, "chineseCounting", "一百〇五"),
        (2, "russianLower", "б"),
        (3, "decimalEnclosedCircle", "③"),
        (3, "aFormatOfTomorrow", "3"),
    ],
)
def test_numbers_are_written_in_every_format(number, form, label):
    assert written(number, form) == label


@pytest.mark.parametrize(("language", "label"), [("fr-FR", "1er"), ("es-ES", "1º"), ("de-DE", "1."), ("en-GB", "1st")])
def test_ordinals_follow_the_documents_language(language, label):
    styles = f'<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="{language}"/></w:rPr></w:rPrDefault></w:docDefaults>'
    assert labels(numbered("x", 1, 0), abstract(0, level(0, "%1", "ordinal")) + num(1, 0), styles) == [label]
