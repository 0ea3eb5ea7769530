"""What Word files hold beside plain paragraphs: notes, headers, boxes, tables, controls, fields, symbols."""

from hanse.text import docx
from tests.text.word_files import p, r, style, word_file


def texts(body: str, **parts: str) -> list[tuple[str, str | None]]:
    return [(block.text.strip(), block.furniture) for block in docx.blocks(word_file(body, **parts), "x.docx")]


def cell(inside: str) -> str:
    return f"<w:tc>{inside}</w:tc>"


def field(instruction: str, result: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return f"{mark('begin')}{r(instruction, tag='instrText')}{mark('separate')}{r(result)}{mark('end')}"


def test_footnotes_follow_the_paragraph_that_refers_to_them():
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    separator = f'<w:footnote w:id="0" w:type="separator">{p("---")}</w:footnote>'
    notes = f'{separator}<w:footnote w:id="2">{p("See the ledger.")}</w:footnote>'
    data = word_file(p(r("Towns") + reference + r(" trade.")) + p("Next."), footnotes=notes)
    assert [(block.text, block.label, block.furniture) for block in docx.blocks(data, "x.docx")] == [
        ("Towns1 trade.", "", None),
        ("See the ledger.", "1", "footnote"),
        ("Next.", "", None),
    ]


def test_endnotes_are_counted_in_roman_letters():
    body = p(r("Towns") + '<w:r><w:endnoteReference w:id="5"/></w:r>')
    data = word_file(body, endnotes=f'<w:endnote w:id="5">{p("The end.")}</w:endnote>')
    assert [(block.text, block.label) for block in docx.blocks(data, "x.docx")] == [("Townsi", ""), ("The end.", "i")]


def test_headers_and_footers_come_once_as_furniture():
    section = '<w:sectPr><w:headerReference r:id="header"/><w:footerReference r:id="footer"/></w:sectPr>'
    body = p("One.") + p("", section) + p("Two.") + section
    assert texts(body, header=p("Draft 3"), footer=p(field("PAGE", "7") + r(" of the compact"))) == [
        ("Draft 3", "header"),
        ("One.", None),
        ("Two.", None),
        ("of the compact", "footer"),
        ("7", "page number"),
    ]


def test_tables_come_row_by_row_and_nested_ones_in_their_cell():
    inner = f"<w:tbl><w:tr>{cell(p('c'))}{cell(p('d'))}</w:tr></w:tbl>"
    table = f"<w:tbl><w:tr>{cell(p('a'))}{cell(p('b') + inner + p('e'))}</w:tr><w:tr>{cell(p('f'))}</w:tr></w:tbl>"
    found = docx.blocks(word_file(p("before") + table + p("after")), "x.docx")
    assert [block.text for block in found] == ["before", "a", "b", "c", "d", "e", "f", "after"]
    assert [block.cell for block in found] == [False, *[True] * 6, False]


def test_text_boxes_come_once_after_their_paragraph():
    box = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline><a:graphic><a:graphicData>"
        f"<wps:wsp><wps:txbx><w:txbxContent>{p('boxed words')}</w:txbxContent></wps:txbx></wps:wsp>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
        f"<w:txbxContent>{p('boxed words')}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    assert texts(p(r("Beside.") + box) + p("Next.")) == [("Beside.", None), ("boxed words", None), ("Next.", None)]


def test_content_controls_links_and_smart_tags_are_read_through():
    body = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p('in a control')}</w:sdtContent></w:sdt>"
        + p(f"<w:hyperlink>{r('a link')}</w:hyperlink>" + r(" and ") + f"<w:smartTag>{r('a tag')}</w:smartTag>")
        + p(f"<w:sdt><w:sdtContent>{r('inline control')}</w:sdtContent></w:sdt>")
    )
    assert [text for text, _ in texts(body)] == ["in a control", "a link and a tag", "inline control"]


def test_fields_show_their_result_and_never_their_instruction():
    body = p(r("See paragraph ") + field(" REF _Ref1 ", "12") + r(".")) + p(
        f'<w:fldSimple w:instr="TITLE">{r("Compact")}</w:fldSimple>'
    )
    assert texts(body) == [("See paragraph 12.", None), ("Compact", None)]


def test_a_table_of_contents_is_furniture():
    styles = style("TOC1", called="toc 1")
    body = p("Chapter one 4", '<w:pStyle w:val="TOC1"/>') + p("Chapter one")
    assert texts(body, styles=styles) == [("Chapter one 4", "other"), ("Chapter one", None)]


def test_tabs_breaks_hyphens_and_symbols_become_plain_characters():
    inside = (
        "<w:r><w:t>policy</w:t><w:noBreakHyphen/><w:t>making</w:t><w:tab/><w:t>co</w:t><w:softHyphen/>"
        '<w:t>operation</w:t><w:br/><w:t>line\u00a0two</w:t></w:r><w:r><w:t xml:space="preserve"> </w:t>'
        '<w:sym w:font="Symbol" w:char="F0B7"/></w:r>'
    )
    assert texts(p(inside)) == [("policy-making cooperation line two •", None)]


def test_hidden_words_are_set_apart_and_not_lost():
    assert texts(p(r("Shown.") + r("Hidden.", "<w:vanish/>"))) == [("Shown.", None), ("Hidden.", "other")]


def test_headings_are_known_by_style_name_outline_level_and_inheritance():
    styles = (
        style("berschrift2", called="heading 2")
        + style("Kapitel", based="berschrift2")
        + style("Own", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>')
    )
    names = ("berschrift2", "Kapitel", "Own")
    body = "".join(p("x", f'<w:pStyle w:val="{name}"/>') for name in names) + p("x", '<w:outlineLvl w:val="0"/>')
    assert [block.heading for block in docx.blocks(word_file(body, styles=styles), "x.docx")] == [2, 2, 3, 1]


def test_pages_are_counted_where_word_left_its_marks():
    broken = "<w:r><w:lastRenderedPageBreak/><w:t>second</w:t></w:r>"
    found = docx.blocks(word_file(p("first") + p(broken) + p("third")), "x.docx")
    assert [block.page for block in found] == [1, 2, 2]
    assert docx.blocks(word_file(p("first")), "x.docx")[0].page is None


def test_an_embedded_file_is_reported():
    layout = docx.layout(word_file(p("Words.") + '<w:altChunk r:id="x"/>'), "parts.docx")
    assert layout.warnings[0].startswith("parts.docx: another file is embedded")


def test_strict_open_xml_is_read_like_the_usual_one():
    data = word_file(p("Strict words."))
    import io
    import zipfile

    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(
                name,
                old.read(name).replace(
                    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                    b"http://purl.oclc.org/ooxml/wordprocessingml/main",
                ),
            )
    assert docx.blocks(buffer.getvalue(), "strict.docx")[0].text == "Strict words."


def test_alternatives_without_a_form_are_passed_over():
    empty = "<mc:AlternateContent/>"
    found = docx.blocks(word_file(empty + p("Words.", empty) + empty), "odd.docx")
    assert [block.text for block in found] == ["Words."]
