"""Hard PDF pages: columns, furniture, notes, line numbers, hyphens, ligatures, other scripts."""

import io
import re
from pathlib import Path

import pypdfium2
import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont

import hanse
from hanse.text import pdf
from tests.effort import calls
from tests.text.printed_pages import BODY, HEADING, HEIGHT, RAGGED, WIDTH, columned, drawn, paragraph, typed

FILES = Path(__file__).parent / "files"


def texts(data: bytes) -> list[str]:
    return [block.text.strip() for block in pdf.blocks(data, "x.pdf") if not block.furniture]


def furniture(data: bytes) -> list[tuple[str, str]]:
    return [(block.text.strip(), block.furniture) for block in pdf.blocks(data, "x.pdf") if block.furniture]


@pytest.mark.parametrize("columns", [1, 2, 3])
@pytest.mark.parametrize("style", [BODY, RAGGED])
def test_numbered_paragraphs_in_columns_come_in_order(columns, style):
    numbered = [f"{number}. {paragraph(number)}" for number in range(1, 41)]
    data = columned("The compact of harbours and towns", [(text, style) for text in numbered], columns)
    assert texts(data) == ["The compact of harbours and towns", *numbered]


def test_headings_between_columns_of_text_keep_their_place():
    wanted = []
    for part in range(1, 6):
        wanted.append((f"Objective {part}: Keep the lamps lit", HEADING))
        wanted.extend((f"{part}.{item} {paragraph(part * item)}", BODY) for item in range(1, 6))
    data = columned("The compact", wanted)
    found = [block for block in pdf.blocks(data, "x.pdf") if not block.furniture]
    assert [block.text.strip() for block in found][1:] == [text for text, _ in wanted]
    assert [block.heading > 0 for block in found][1:] == [style is HEADING for _, style in wanted]


def test_headers_footers_and_page_numbers_are_set_apart():
    def margin(canvas, page):
        canvas.setFont("Times-Roman", 9)
        canvas.drawString(72, HEIGHT - 40, "League of Harbours")
        canvas.drawRightString(WIDTH - 72, HEIGHT - 40, "Second draft")
        canvas.drawCentredString(WIDTH / 2, 40, f"{page}")

    numbered = [f"{number}. {paragraph(number)}" for number in range(1, 61)]
    data = columned("The compact", [(text, BODY) for text in numbered], margin=margin)
    assert texts(data) == ["The compact", *numbered]
    pages = max(block.page for block in pdf.blocks(data, "x.pdf"))
    assert pages > 1
    kinds = [kind for _, kind in furniture(data)]
    assert kinds.count("header") == kinds.count("page number") == pages


def test_numbered_headings_that_open_pages_are_no_headers():
    def page(number):
        def draw(canvas):
            typed(canvas, [f"Objective {number + 3}"], top=790, size=14)
            typed(canvas, [paragraph(number, 1), paragraph(number + 2, 1)], top=740)

        return draw

    found = texts(drawn(*map(page, (1, 2, 3, 4))))
    assert [text for text in found if text.startswith("Objective")] == [
        f"Objective {number}" for number in (4, 5, 6, 7)
    ]


def test_footnotes_are_set_apart_and_their_marks_do_not_stick_to_words():
    def page(canvas):
        text = canvas.beginText(72, 700)
        text.setFont("Times-Roman", 11)
        text.textOut("The league welcomes the towns")
        text.setFont("Times-Roman", 7)
        text.setRise(4)
        text.textOut("3")
        text.setRise(0)
        text.setFont("Times-Roman", 11)
        text.textOut(" and asks every one of them for a ledger of 20 km")
        text.setFont("Times-Roman", 7)
        text.setRise(4)
        text.textOut("2")
        text.setRise(0)
        text.setFont("Times-Roman", 11)
        text.textOut(".")
        canvas.drawText(text)
        canvas.line(72, 120, 200, 120)
        typed(canvas, ["3 As listed in the annex to the first ledger,", "which was lost."], top=106, size=8)

    data = drawn(page)
    document = hanse.read(data, name="x.pdf")
    assert [one.text for one in document.passages] == [
        "The league welcomes the towns and asks every one of them for a ledger of 20 km2."
    ]
    assert [(one.text, one.kind, one.within) for one in document.furniture] == [
        ("3", "footnote", 29),
        ("3 As listed in the annex to the first ledger, which was lost.", "footnote", None),
    ]


def test_line_numbers_in_the_margin_are_set_apart():
    lines = [line for number in range(1, 8) for line in re.findall(r".{1,80}(?:\s|$)", paragraph(number))]

    def page(canvas):
        typed(canvas, [line.strip() for line in lines])
        for index in range(len(lines)):
            canvas.setFont("Times-Roman", 8)
            canvas.drawRightString(60, 760 - index * 1.25 * 11, str(index + 1))

    data = drawn(page)
    assert " ".join(texts(data)).split() == " ".join(lines).split()
    assert furniture(data) == [(" ".join(str(index + 1) for index in range(len(lines))), "line number")]


def test_every_fifth_line_counted_flush_left_includes_the_first_number():
    lines = [line.strip() for number in range(1, 8) for line in re.findall(r".{1,70}(?:\s|$)", paragraph(number))]

    def page(canvas):
        typed(canvas, lines)
        for index in range(4, len(lines), 5):
            canvas.setFont("Times-Roman", 7)
            canvas.drawString(50, 760 - index * 1.25 * 11, str(index + 1))

    data = drawn(page)
    assert " ".join(texts(data)).split() == " ".join(lines).split()
    assert furniture(data) == [(" ".join(str(index + 1) for index in range(4, len(lines), 5)), "line number")]


def test_numbers_of_paragraphs_are_no_line_numbers():
    def page(canvas):
        top = 760.0
        for number in range(1, 9):
            canvas.setFont("Times-Roman", 11)
            canvas.drawString(72, top, f"{number}.")
            lines = [line.strip() for line in re.findall(r".{1,75}(?:\s|$)", paragraph(number))]
            top = typed(canvas, lines, top=top, left=100) - 8

    assert texts(drawn(page)) == [f"{number}. {paragraph(number)}" for number in range(1, 9)]


def test_hyphens_at_line_ends_are_undone_only_where_the_line_made_them():
    data = drawn(
        lambda canvas: typed(
            canvas,
            [
                "Towns that keep policy-making open and decen-",
                "tralised offices for the well-being of policy-",
                "making guilds take part in the non-",
                "discrimination pact of 2018-",
                "2020 with Franco-",
                "German partners, on long- and short-",
                "term plans of a short-term kind.",
            ],
        )
    )
    assert texts(data) == [
        "Towns that keep policy-making open and decentralised offices for the well-being of policy-making guilds take "
        "part in the non-discrimination pact of 2018-2020 with Franco-German partners, on long- and short-term plans "
        "of a short-term kind."
    ]


def test_ligatures_and_soft_hyphens_become_plain_letters():
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))

    def page(canvas):
        canvas.setFont("Vera", 11)
        canvas.drawString(72, 700, "The o\ufb01ce \ufb02ies \ufb01fty co\u00adopera\u00adtion \ufb02ags")

    assert texts(drawn(page)) == ["The ofice flies fifty cooperation flags"]


def test_a_paragraph_goes_on_over_the_page_with_the_page_of_its_start():
    def first(canvas):
        typed(canvas, ["1. The league of harbours meets every spring in the town whose turn it is and"], top=90)

    def second(canvas):
        typed(canvas, ["decides on the ledgers of the past year.", "2. It closes its doors at night."], top=760)

    found = pdf.blocks(drawn(first, second), "x.pdf")
    assert [(block.page, block.text) for block in found] == [
        (
            1,
            "1. The league of harbours meets every spring in the town whose turn it is and decides on the ledgers of "
            "the past year.",
        ),
        (2, "2. It closes its doors at night."),
    ]


def test_struck_and_bold_words_are_known():
    def page(canvas):
        canvas.setFont("Times-Roman", 11)
        canvas.drawString(72, 700, "Towns may")
        canvas.line(103, 703, 125, 703)
        canvas.setFont("Times-Bold", 11)
        canvas.drawString(128, 700, "shall")
        canvas.setFont("Times-Roman", 11)
        canvas.drawString(155, 700, "meet in spring.")

    (block,) = pdf.blocks(drawn(page), "x.pdf")
    assert [(run.text.strip(), run.bold, run.struck) for run in block.runs] == [
        ("Towns", False, False),
        ("may", False, True),
        ("shall", True, False),
        ("meet in spring.", False, False),
    ]


@pytest.mark.parametrize("boxed", [True, False])
def test_a_drawn_table_is_read_cell_by_cell(boxed):
    rows = [
        (
            ["Current text: towns should", "lodge who arrives."],
            ["Proposed text: towns shall lodge", "and feed who arrives,", "by day and by night."],
        ),
        (["Nothing is said about", "horses."], ["Stables are open too."]),
        (["20. One line."], ["20. Another line."]),
    ]

    def page(canvas):
        typed(canvas, ["Before the table stands a line of text that crosses both columns of the table."], top=760)
        top = 740.0
        for row in rows:
            bottom = top - 14 * max(map(len, row)) - 8
            for index, cell in enumerate(row):
                left = 72 + index * 200
                typed(canvas, cell, top=top - 13, left=left + 4)
                if boxed:
                    canvas.rect(left, bottom, 200, top - bottom)
            if not boxed:
                canvas.line(72, top, 472, top)
                canvas.line(272, bottom, 272, top)
                canvas.line(72, bottom, 472, bottom)
            top = bottom
        typed(canvas, ["After the table the text goes on over the whole width of this page again."], top=top - 30)

    found = [block for block in pdf.blocks(drawn(page), "x.pdf") if not block.furniture]
    cells = [" ".join(cell) for row in rows for cell in row]
    assert [block.text for block in found if block.cell] == cells
    assert [block.cell for block in found] == [False, *[True] * 6, False]


def test_a_frame_around_a_page_is_no_table():
    def page(canvas):
        canvas.rect(50, 50, WIDTH - 100, HEIGHT - 100)
        typed(canvas, [paragraph(1, 1), paragraph(2, 1)])

    assert not any(block.cell for block in pdf.blocks(drawn(page), "x.pdf"))


def test_a_watermark_across_the_page_is_set_apart():
    def page(canvas):
        typed(canvas, [paragraph(1, 1), paragraph(2, 1)])
        canvas.saveState()
        canvas.translate(200, 400)
        canvas.rotate(45)
        canvas.setFont("Times-Roman", 60)
        canvas.drawString(0, 0, "ZERO DRAFT")
        canvas.restoreState()

    data = drawn(page)
    assert " ".join(texts(data)) == f"{paragraph(1, 1)} {paragraph(2, 1)}"
    assert furniture(data) == [("ZERO DRAFT", "other")]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_pages_that_are_shown_turned_read_the_same(turn):
    def page(canvas):
        canvas.setPageRotation(turn)
        if turn == 180:
            canvas.translate(WIDTH, HEIGHT)
        elif turn == 90:
            canvas.translate(WIDTH, 0)
        else:
            canvas.translate(0, HEIGHT)
        canvas.rotate(turn)
        typed(canvas, [f"1. {paragraph(1, 1)}", f"2. {paragraph(2, 1)}"], top=500)

    assert texts(drawn(page)) == [f"1. {paragraph(1, 1)}", f"2. {paragraph(2, 1)}"]


def test_headers_are_known_on_pages_whose_corner_is_not_at_nought():
    def page(number):
        def draw(canvas):
            typed(canvas, ["League of Harbours"], top=790, size=9)
            typed(canvas, [paragraph(number, 1), paragraph(number + 2, 1)], top=740)

        return draw

    document = pypdfium2.PdfDocument(drawn(*map(page, (1, 2, 3))))
    for sheet in document:
        sheet.set_mediabox(-50, 400, 545, 842)
    buffer = io.BytesIO()
    document.save(buffer)
    assert furniture(buffer.getvalue()) == [("League of Harbours", "header")] * 3


def test_arabic_comes_in_logical_order_with_its_signs():
    source = (FILES / "arabic.html").read_text(encoding="utf-8")
    wanted = [re.sub(r"<.*?>", "", line) for line in re.findall(r"<(?:h1|p)>.*?</(?:h1|p)>", source)]
    assert texts((FILES / "arabic.pdf").read_bytes()) == wanted


def test_chinese_lines_are_joined_without_spaces():
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))

    def page(canvas):
        canvas.setFont("STSong-Light", 12)
        for index, line in enumerate(
            (
                "各港口城市应当向所有来客开放登记簿，并在七日之内",
                "答复每一份申请；城市之间应当互相通报船只和旅客",
                "的情况。",
            )
        ):
            canvas.drawString(72, 700 - index * 20, line)

    assert texts(drawn(page)) == [
        "各港口城市应当向所有来客开放登记簿，并在七日之内答复每一份申请；城市之间应当互相通报船只和旅客的情况。"
    ]


def test_a_page_without_text_among_others_is_a_warning():
    data = drawn(
        lambda canvas: typed(canvas, [paragraph(1, 1)]), lambda canvas: canvas.rect(100, 100, 300, 300, fill=1)
    )
    (warning,) = pdf.layout(data, "half.pdf").warnings
    assert "page 2" in warning
    assert "OCR" in warning


def test_the_same_bytes_give_the_same_blocks():
    data = columned("The compact", [(paragraph(number), BODY) for number in range(30)])
    assert pdf.blocks(data, "x.pdf") == pdf.blocks(data, "x.pdf")


def test_four_times_the_pages_are_four_times_the_work():
    short, long = (
        columned("The compact", [(f"{number}. {paragraph(number, 6)}", BODY) for number in range(1, size)])
        for size in (60, 240)
    )
    assert max(block.page for block in pdf.blocks(long, "x.pdf")) > 20
    assert calls(lambda: pdf.blocks(long, "x.pdf")) < 5 * calls(lambda: pdf.blocks(short, "x.pdf"))


def noted(canvas, header, lines, notes, top=700):
    """A page of a law review: a running head in small letters, little text, and notes that fill the rest."""
    if header:
        canvas.setFont("Times-Roman", 8)
        canvas.drawString(72, HEIGHT - 40, header)
    typed(canvas, lines, top=top, size=11)
    height = 560.0
    for mark, note in notes:
        canvas.setFont("Times-Roman", 5)
        canvas.drawString(72, height + 3, mark)
        width = canvas.stringWidth(mark, "Times-Roman", 5)
        for place, line in enumerate(note):
            canvas.setFont("Times-Roman", 8)
            canvas.drawString(72 + (0 if place else width), height, line)
            height -= 10


def test_notes_that_fill_more_of_the_page_than_its_text_are_notes_and_the_running_head_is_none_of_it():
    long = [f"Observation {number} on the ledgers of the towns, kept since the year of the flood." for number in (1, 2)]
    notes = [(str(number), [f"Ledgers of the league, {number}", *long, *long]) for number in range(1, 4)]
    later = [(str(number), [f"Ledgers of the league, {number}", *long, *long]) for number in range(4, 7)]
    kept = "Harbour towns keep their ledgers open to every guild that asks for them, and to"
    text = [kept, *["others, as the guilds of the coast have asked of all the towns since the first year"] * 4]
    rest = ["of the flood, a promise which creates a duty to report that nobody has denied since"] * 4
    rest.append("then.")
    data = drawn(
        lambda canvas: noted(canvas, "", text, notes), lambda canvas: noted(canvas, "Ledgers 2", rest, later, top=760)
    )
    assert texts(data) == [" ".join([*text, *rest])]
    assert [kind for _, kind in furniture(data)].count("footnote") == 6
    assert ("Ledgers 2", "header") in furniture(data)


def test_the_rest_of_a_list_in_small_print_at_the_top_of_a_column_is_no_note():
    def page(canvas):
        typed(canvas, [paragraph(number)[:70] for number in range(20)], top=760, size=11)
        left = ["Ahn, Jo. 2013. Towns That Were Counted for", "Others. Ledgers and Ports"]
        right = ["5 (3): 210–33. Berg, Mette. 2011. Careers", "between Towns. Ledgers 3 (2): 51–70."]
        for place in range(2):
            typed(canvas, left[place : place + 1], top=300 - 10 * place, size=8)
            typed(canvas, right[place : place + 1], top=300 - 10 * place, left=320, size=8)

    assert not [text for text, kind in furniture(drawn(page)) if kind == "footnote"]
