"""Which date does a cell write?"""

from __future__ import annotations

import pytest

from hanse.errors import HanseError
from hanse.workspace.registry.exchange.dates import Order, edtf, order_of


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("2018-03-12", "2018-03-12"),
        ("2018-03", "2018-03"),
        ("2018", "2018"),
        ("2018.0", "2018"),
        ("2018~", "2018~"),
        ("199X", "199X"),
        ("1990s", "199X"),
        ("12.3.2018", "2018-03-12"),
        ("12. 3. 2018", "2018-03-12"),
        ("03.2018", "2018-03"),
        ("3/2018", "2018-03"),
        ("13/3/2018", "2018-03-13"),
        ("3/13/2018", "2018-03-13"),
        ("3/3/2018", "2018-03-03"),
        ("2018/03/12", "2018-03-12"),
        ("2018-03-12 00:00:00", "2018-03-12"),
        ("2018-03-12T09:30:00Z", "2018-03-12"),
        ("20180312", "2018-03-12"),
        ("43171", "2018-03-12"),
        ("43171.0", "2018-03-12"),
        ("March 2018", "2018-03"),
        ("12 March 2018", "2018-03-12"),
        ("March 12, 2018", "2018-03-12"),
        ("12th of March 2018", "2018-03-12"),
        ("Mar-2018", "2018-03"),
        ("12-Mar-2018", "2018-03-12"),
        ("12 mars 2018", "2018-03-12"),
        ("1er janvier 2018", "2018-01-01"),
        ("12. März 2018", "2018-03-12"),
        ("12 de marzo de 2018", "2018-03-12"),
        ("12 Março 2018", "2018-03-12"),
        ("12 марта 2018 г.", "2018-03-12"),
        ("12 Mart 2018", "2018-03-12"),
        ("12 مارس 2018", "2018-03-12"),
        ("١٢/٣/٢٠١٨".replace("/", "."), "2018-03-12"),
        ("12 במרץ 2018", "2018-03-12"),
        ("12 मार्च 2018", "2018-03-12"),
        ("2018年3月12日", "2018-03-12"),
        ("2018년 3월", "2018-03"),
        ("ngày 12 tháng 3 năm 2018", "2018-03-12"),
        ("since 2018", "2018"),
        ("Since March 2018", "2018-03"),
        ("depuis 2018", "2018"),
        ("seit dem 12.3.2018", "2018-03-12"),
        ("in 2018", "2018"),
        ("ca. 2018", "2018~"),
        ("2018/19", "2018~"),
        ("2018-2019", "2018~"),
        ("1999/2000", "1999~"),
        ("1999/00", "1999~"),
        ("2018/03", "2018-03"),
        ("n/a", ""),
        ("unknown", ""),
        ("–", ""),
    ],
)
def test_dates_as_people_write_them(cell, meant):
    assert edtf(cell) == meant


@pytest.mark.parametrize(("cell", "meant"), [("2018/19", "2019~"), ("until 2019", "2019"), ("present", "")])
def test_an_end_is_read_as_an_end(cell, meant):
    assert edtf(cell, edge="until") == meant


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ("3/12/2018", "can be 3 December or 12 March 2018; write 2018-12-03 or 2018-03-12, or say"),
        ("2010/11", "can be November 2010 or the two years 2010 and 2011"),
        ("31.2.2018", "is no day of the calendar"),
        ("2018-13-01", "is no day of the calendar"),
        ("12/3/18", "which century"),
        ("listopad 2018", "October or November"),
        ("soon", "is no date that can be read"),
        ("2010-2015", "time between two dates"),
        ("12 Foo 2018", "no date that can be read"),
        ("12 March 2018 13 April 2019", "no date that can be read"),
        ("99999", "no date that can be read"),
        ("present", "no date that can be read"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(cell, sentence):
    with pytest.raises(HanseError, match=sentence):
        edtf(cell, edge="since")


def test_a_column_settles_what_a_cell_leaves_open():
    assert order_of(["3/12/2018", "25/12/2018"]) == Order("day first")
    assert edtf("3/12/2018", order_of(["3/12/2018", "25/12/2018"])) == "2018-12-03"
    assert edtf("3/12/2018", order_of(["3/12/2018", "12/25/2018"])) == "2018-03-12"
    assert order_of(["25/12/2018", "12/25/2018"]).numeric == ""
    assert edtf("2010/11", order_of(["2010/11", "2018/19"])) == "2010~"
    assert edtf("2010/11", order_of(["2010/11", "2018/02"])) == "2010-11"
