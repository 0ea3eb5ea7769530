"""asks.csv as offices really save it."""

from __future__ import annotations

import io
import re
import zipfile

import openpyxl
import pytest

from hanse.errors import BadCampaign, DamagedFile, OversizedFile
from hanse.tracing.asks.table import asks_from_csv, asks_from_xlsx

ROWS = [
    ("id", "actor", "date", "text", "kind"),
    ("A1", "Århus", "2030-01-05", "Ferries shall run; also at night", "add"),
    ("A2", "Çeşme", "", "Keep the “lighthouse” clause", "retain"),
]


def table(separator: str = ",") -> str:
    return "\r\n".join(separator.join(f'"{cell}"' for cell in row) for row in ROWS) + "\r\n"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_any_separator_and_mark_gives_the_same_asks(separator: str, encoding: str) -> None:
    found = asks_from_csv(table(separator).encode(encoding))
    assert [(ask.id, ask.actor, ask.date, ask.text, ask.kind) for ask in found.asks] == [
        ("A1", "Århus", "2030-01-05", "Ferries shall run; also at night", "add"),
        ("A2", "Çeşme", None, "Keep the “lighthouse” clause", "retain"),
    ]
    assert found.refused == ()


def test_another_encoding_is_read_and_warned_of() -> None:
    rows = [f"A{n};Orléans;2030-01-05;Les ports doivent être associés à la réunion d'été" for n in range(8)]
    found = asks_from_csv("\n".join(["id;actor;date;text", *rows]).encode("cp1252"))
    assert {ask.actor for ask in found.asks} == {"Orléans"}
    assert "was read as" in found.warnings[0]


def test_headers_may_have_capitals_and_spaces_and_stand_below_empty_rows() -> None:
    found = asks_from_csv(b"\n;;;;\n ID ; Actor;DATE;Text ;Theme\n7;Skagen;2030;Ferries;night\n")
    (ask,) = found.asks
    assert (ask.id, ask.date, ask.theme, ask.kind) == ("7", "2030", "night", "add")


def test_a_missing_column_is_told_with_its_row() -> None:
    with pytest.raises(BadCampaign, match=r"row 1.*“text”"):
        asks_from_csv(b"id,actor,date,words\n1,a,2030,b\n")


def test_a_table_without_header_is_refused() -> None:
    with pytest.raises(BadCampaign, match="row 1"):
        asks_from_csv(b"1,Skagen,2030-01-01,Ferries shall run\n")


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf", b",,,\n"])
def test_an_empty_table_is_refused(data: bytes) -> None:
    with pytest.raises(BadCampaign, match="empty"):
        asks_from_csv(data)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("A1,Skagen,2030-01-05,again,add", "row 2"),
        ("A9,Skagen,2030-01-05,,add", "“text” is empty"),
        (",Skagen,2030-01-05,words,add", "“id” is empty"),
        ("A9,Skagen,2030-01-05,words,wish", "“wish”"),
        ("A9,Skagen,soon,words,add", "“soon”"),
        ("A9,Skagen,03/04/2030,words,add", "two ways"),
        ("A9,Skagen,2030-02-30,words,add", "2030-02-30"),
        ("A9,Skagen,2030-01-05,more, cells, than the header", "more cells"),
        ("A9,Skagen", "“text” is empty"),
    ],
)
def test_a_bad_row_is_refused_by_its_number_and_the_rest_goes_on(row: str, reason: str) -> None:
    found = asks_from_csv(f"id,actor,date,text,kind\nA1,Skagen,2030-01-05,first,add\n{row}\nA3,,,last,\n".encode())
    assert [ask.id for ask in found.asks] == ["A1", "A3"]
    (error,) = found.refused
    assert "row 3" in error.sentence
    assert reason in error.sentence


@pytest.mark.parametrize(
    ("written", "date"),
    [("2030-1-5", "2030-01-05"), ("2030/01/05", "2030-01-05"), ("5.1.2030", "2030-01-05"), ("25/1/2030", "2030-01-25"),
     ("2030-01-05 00:00:00", "2030-01-05"), ("2030-01", "2030-01"), ("2030", "2030")],
)  # fmt: skip
def test_dates_are_read_as_people_write_them(written: str, date: str) -> None:
    (ask,) = asks_from_csv(f"id,actor,date,text\n1,a,{written},words\n".encode()).asks
    assert ask.date == date


def test_a_quote_that_never_closes_is_warned_of() -> None:
    found = asks_from_csv(b'id,actor,date,text\n1,a,2030,"words\n2,b,2030,more\n')
    assert any("never closed" in warning for warning in found.warnings)


def test_a_workbook_is_read_like_a_table() -> None:
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    assert asks_from_xlsx(stream.getvalue()).asks == asks_from_csv(table().encode()).asks


def test_what_is_no_workbook_is_refused() -> None:
    with pytest.raises(BadCampaign, match="workbook"):
        asks_from_xlsx(packed("notes.txt", b"no sheet"))
    with pytest.raises(DamagedFile):
        asks_from_xlsx(b"PK but not really")


def test_a_workbook_that_is_a_zip_bomb_is_refused_unopened() -> None:
    with pytest.raises(OversizedFile, match="zip bomb"):
        asks_from_xlsx(packed("xl/worksheets/sheet1.xml", bytes(20_000_000)))


def test_a_cell_at_the_end_of_the_sheet_does_not_fill_the_memory() -> None:
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    with zipfile.ZipFile(stream) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = re.sub(rb'<dimension ref="[^"]+"', b'<dimension ref="A1:XFD1048576"', sheet)
    assert parts["xl/worksheets/sheet1.xml"] != sheet
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for name, content in parts.items():
            new.writestr(name, content)
    assert asks_from_xlsx(out.getvalue()).asks == asks_from_csv(table().encode()).asks


def packed(name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return out.getvalue()
