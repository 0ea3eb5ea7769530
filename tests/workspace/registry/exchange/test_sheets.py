"""Which files are tables, and what is said of those that are not, or not quite?"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

import pytest
from openpyxl import Workbook

from hanse.errors import UnreadableFile
from hanse.workspace.registry.exchange.sheets import table


@pytest.fixture
def read(tmp_path):
    """The table of a file of these bytes, text or workbook."""

    def read_(content, name="members.csv", **said):
        path = tmp_path / name
        if isinstance(content, Workbook):
            content.save(path)
        else:
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return table(path, name, **said)

    return read_


def book(*rows, title="Members"):
    made = Workbook()
    made.active.title = title
    for row in rows:
        made.active.append(row)
    return made


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_any_usual_encoding_and_separator_is_read(read, encoding, separator):
    lines = ["City,Country,Joined", "Malmö,Sweden,2010", "Besançon,France,2011", "Łódź,Poland,2012"]
    text = "\r\n".join(lines[:3] if encoding == "cp1252" else lines).replace(",", separator) + "\r\n"
    found = read(text.encode(encoding))
    assert found.header == ["City", "Country", "Joined"]
    assert found.rows[1] == ["Besançon", "France", "2011"]
    assert found.numbers[:2] == [2, 3]
    assert found.flaws == ()


def test_a_chosen_encoding_that_makes_no_text_is_refused(read):
    with pytest.raises(UnreadableFile, match="binary data"):
        read("City,Country\nRabat,MA\n".encode("utf-16"), encoding="cp1252")


def test_a_guessed_encoding_is_said_and_a_wrong_one_refused_with_its_row(read):
    data = "City,Country\nRabat,Morocco\nBesançon,France\n".encode("cp1252")
    assert "Windows-1252" in " ".join(read(data).said)
    with pytest.raises(UnreadableFile, match=r"a letter of row 3 is not in UTF-8; choose another encoding"):
        read(data, encoding="utf-8")


def test_letters_that_were_lost_before_are_told_by_row_and_column(read):
    found = read("City,Country\nMÃ¼nchen,Germany\nK\ufffdln,Germany\nMünchen,Germany\n")
    assert [(each.row, each.column) for each in found.flaws] == [(2, "City"), (3, "City")]
    assert "letters of “MÃ¼nchen” were lost" in found.flaws[0].sentence


def test_the_header_is_found_under_a_title(read):
    found = read("List of members\n,\nSecretariat,2018\n\nCity,Country,Since\nRabat,Morocco,2010\n")
    assert (found.header, found.header_row, found.numbers) == (["City", "Country", "Since"], 5, [6])
    assert "The header was found in row 5." in found.said


def test_headings_that_stand_twice_are_told(read):
    assert "“City” stands over the columns A, C" in read("City,Country,City\nRabat,Morocco,Salé\n").said[0]


def test_sixty_columns_are_read(read):
    found = read(",".join(f"c{n}" for n in range(60)) + "\n" + ",".join("x" * 60) + "\n")
    assert (len(found.header), len(found.rows[0])) == (60, 60)


def test_a_quotation_mark_that_is_not_closed_is_told_with_its_row(read):
    rows = "".join(f"City{n},Country\n" for n in range(30))
    with pytest.raises(UnreadableFile, match="row 3: a quotation mark is opened and not closed"):
        read(f'City,Country\nRabat,Morocco\n"Salé,Morocco\n{rows}')


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "x.csv", "there is nothing in it"),
        (b"City,Country\n", "x.csv", "there is no row under its header"),
        (b"%PDF-1.7 ...", "x.xlsx", "this is a PDF, no sheet; export the table as XLSX or CSV"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "x.xls", "Excel file of before 2007"),
        (b"<html><table></table>", "x.csv", "web page"),
        (b"PK\x03\x04 broken", "x.xlsx", "truncated or damaged"),
        (b"City,Country\n", "x.xlsx", "the name promises XLSX but the file is none"),
        (b"\x89PNG\r\n", "x.csv", "a picture"),
        ("City,Country\nRa\x00bat,MA\n".encode("utf-16"), "x.csv", "binary data"),
    ],
)
def test_what_is_no_table_is_refused_with_a_sentence(read, content, name, sentence):
    with pytest.raises(UnreadableFile, match=sentence):
        read(content, name)


def test_a_zip_that_is_no_workbook_and_one_that_is_a_bomb_are_refused(read):
    for members, sentence in (({"a.txt": b"x"}, "no Excel workbook"), ({"xl/workbook.xml": bytes(60_000_000)}, "bomb")):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in members.items():
                archive.writestr(name, content)
        with pytest.raises(UnreadableFile, match=sentence):
            read(packed.getvalue(), "x.xlsx")


def test_a_workbook_is_read_as_it_shows_its_values(read):
    made = book(["City", "Joined", "Year", "Id", "Part"])
    made.active.append(["Rabat", datetime(2018, 3, 12), 2018, 2538475.0, 1.5])
    made.active.append(["Salé", datetime(2018, 3, 1), 2018, 1, True])
    made.active["B3"].number_format = "mmm yyyy"
    found = read(made, "m.xlsx")
    assert found.rows == [["Rabat", "2018-03-12", "2018", "2538475", "1.5"], ["Salé", "2018-03", "2018", "1", "yes"]]


def test_escaped_characters_are_read_but_for_those_that_no_text_can_hold(read):
    found = read(book(["City", "Note"], ["Rabat_x0007_", "a_x0000_b_xD83D_"]), "m.xlsx")
    assert found.rows == [["Rabat\x07", "a_x0000_b_xD83D_"]]


def test_cells_merged_over_rows_are_flawed_or_filled(read):
    made = book(
        ["Members of the league", None], ["City", "Country"], ["Rabat", "Morocco"], ["Salé", None], ["Lyon", "France"]
    )
    made.active.merge_cells("A1:B1")
    made.active.merge_cells("B3:B4")
    found = read(made, "m.xlsx")
    assert [(each.row, each.column) for each in found.flaws] == [(3, "Country"), (4, "Country")]
    assert "the cells B3 to B4 are merged into one; split them" in found.flaws[0].sentence
    filled = read(made, "m.xlsx", fill=True)
    assert filled.flaws == ()
    assert filled.rows[1] == ["Salé", "Morocco"]


def test_formulas_give_their_saved_value_or_are_told_and_never_run(read):
    made = book(["City", "Joined"], ["Rabat", "=2000+18"], ["Salé", 2019])
    found = read(made, "m.xlsx")
    assert [(each.row, each.column) for each in found.flaws] == [(2, "Joined")]
    assert "B2 holds a formula whose value was not saved" in found.flaws[0].sentence
    assert found.rows[0] == ["Rabat", ""]


def test_the_first_sheet_that_is_not_hidden_is_read_and_others_can_be_chosen(read):
    made = book(["City"], ["Hidden place"], title="Old")
    made.active.sheet_state = "hidden"
    second = made.create_sheet("Members 2024")
    for row in (["City", "Country"], ["Rabat", "Morocco"]):
        second.append(row)
    found = read(made, "m.xlsx")
    assert (found.sheet, found.rows) == ("Members 2024", [["Rabat", "Morocco"]])
    assert "the file also has “Old” (hidden)" in found.said[0]
    assert read(made, "m.xlsx", sheet="Old").rows == [["Hidden place"]]
    with pytest.raises(UnreadableFile, match="no sheet “Else”"):
        read(made, "m.xlsx", sheet="Else")


def test_more_rows_than_are_taken_are_refused_before_they_fill_the_memory(read, monkeypatch):
    monkeypatch.setattr("hanse.workspace.registry.exchange.sheets.MOST_ROWS", 100)
    with pytest.raises(UnreadableFile, match="row 101: it has more than 100 rows"):
        read("City\n" + "Rabat\n" * 200)
