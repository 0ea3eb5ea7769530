"""Tracked changes of Word files: base text, proposals and authors, never merged."""

from hanse.text import docx
from tests.text.word_files import dele, ins, p, r, style, word_file


def runs(body: str, **parts: str) -> list[list[tuple[str, str, str]]]:
    return [
        [(run.change, run.author, run.text) for run in block.runs]
        for block in docx.blocks(word_file(body, **parts), "x.docx")
    ]


def ended(change: str, author: str = "Ada") -> str:
    """Properties of a paragraph whose end was inserted or deleted."""
    return f"<w:rPr>{ins('', author, change)}</w:rPr>"


def test_insertions_and_deletions_stand_apart_with_their_authors():
    body = p(r("Towns ") + dele("may", "Ada") + ins(r("shall"), "Bo") + r(" meet."))
    assert runs(body) == [[("", "", "Towns "), ("delete", "Ada", "may"), ("insert", "Bo", "shall"), ("", "", " meet.")]]


def test_a_change_keeps_its_date():
    block = docx.blocks(word_file(p(ins(r("new")))), "x.docx")[0]
    assert block.runs[0].date == "2018-03-05T10:00:00Z"


def test_a_move_is_a_deletion_and_an_insertion():
    body = p(ins(r("moved words"), tag="moveFrom") + r("stay")) + p(ins(r("moved words"), tag="moveTo"))
    assert runs(body) == [[("delete", "Ada", "moved words"), ("", "", "stay")], [("insert", "Ada", "moved words")]]


def test_a_wholly_inserted_paragraph_is_all_insertion():
    body = p("Before.") + p(ins(r("New paragraph.")), ended("ins")) + p("After.")
    assert runs(body) == [[("", "", "Before.")], [("insert", "Ada", "New paragraph.")], [("", "", "After.")]]


def test_a_paragraph_typed_after_another_is_an_insertion_of_its_own():
    body = p(r("Before."), ended("ins")) + p(ins(r("Typed."))) + p("After.")
    assert runs(body) == [[("", "", "Before.")], [("insert", "Ada", "Typed.")], [("", "", "After.")]]


def test_a_paragraph_that_somebody_would_split_stays_whole():
    body = p(r("Towns meet. "), ended("ins")) + p("They trade.")
    assert runs(body) == [[("", "", "Towns meet. "), ("insert", "Ada", "\n"), ("", "", "They trade.")]]


def test_paragraphs_that_somebody_would_join_stay_two():
    found = docx.blocks(word_file(p(r("One."), ended("del")) + p("Two.")), "x.docx")
    assert [(block.text, block.mark) for block in found] == [("One.", "delete"), ("Two.", "")]


def test_a_deletion_within_anothers_insertion_stays_an_insertion_with_its_opponent():
    block = docx.blocks(word_file(p(r("Base ") + ins(dele("contested", "Bo"), "Ada"))), "x.docx")[0]
    assert [(run.change, run.author, run.against) for run in block.runs] == [("", "", ""), ("insert", "Ada", "Bo")]


def test_an_inserted_table_row_makes_its_words_insertions():
    def line(text: str, properties: str = "") -> str:
        return f"<w:tr><w:trPr>{properties}</w:trPr><w:tc>{p(text)}</w:tc></w:tr>"

    assert runs(f"<w:tbl>{line('old')}{line('new', ins('', 'Bo'))}{line('gone', ins('', 'Bo', 'del'))}</w:tbl>") == [
        [("", "", "old")],
        [("insert", "Bo", "new")],
        [("delete", "Bo", "gone")],
    ]


def test_changes_of_formatting_are_no_proposals():
    changed = "<w:b/><w:rPrChange w:id='1' w:author='Ada'><w:rPr/></w:rPrChange>"
    block = docx.blocks(word_file(p(r("Bold now", changed))), "x.docx")[0]
    assert [(run.change, run.bold) for run in block.runs] == [("", True)]


def test_bold_and_struck_runs_are_handed_on():
    body = p(r("plain ") + r("bold ", "<w:b/>") + r("struck ", "<w:strike/>") + r("twice", "<w:dstrike/>"))
    block = docx.blocks(word_file(body), "x.docx")[0]
    assert [(run.text, run.bold, run.struck) for run in block.runs] == [
        ("plain ", False, False),
        ("bold ", True, False),
        ("struck twice", False, True),
    ]


def test_bold_comes_from_styles_and_two_bold_styles_undo_each_other():
    styles = style("Loud", "<w:rPr><w:b/></w:rPr>") + style("Strong", "<w:rPr><w:b/></w:rPr>", kind="character")
    strong, plain = '<w:rStyle w:val="Strong"/>', '<w:b w:val="0"/>'
    loud = '<w:pStyle w:val="Loud"/>'
    body = p(r("a") + r("b", plain) + r("c", strong), loud) + p(r("d", strong) + r("e"))
    found = docx.blocks(word_file(body, styles=styles), "x.docx")
    assert [[(run.text, run.bold) for run in block.runs] for block in found] == [
        [("a", True), ("bc", False)],
        [("d", True), ("e", False)],
    ]


def test_a_comment_has_its_author_words_and_place():
    marked = '<w:commentRangeStart w:id="3"/>' + r("twenty towns") + '<w:commentRangeEnd w:id="3"/>'
    body = p(r("Some ") + marked + r(" met."))
    comments = f'<w:comment w:id="3" w:author="Bo" w:date="2018-03-06T00:00:00Z">{p("How many?")}</w:comment>'
    block = docx.blocks(word_file(body, comments=comments), "x.docx")[0]
    (comment,) = block.comments
    assert (comment.author, comment.text, block.text[slice(*comment.span)]) == ("Bo", "How many?", "twenty towns")
