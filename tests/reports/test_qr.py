"""An address becomes a square of squares."""

from __future__ import annotations

import re

from qrcode import QRCode
from qrcode.constants import ERROR_CORRECT_M

from hanse.reports.qr import svg


def test_every_dark_module_is_drawn_once() -> None:
    address = "https://hanse.example/statements/été/"
    code = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(address.encode(), optimize=0)
    dark = {(x, y) for y, row in enumerate(code.get_matrix()) for x, on in enumerate(row) if on}
    drawn = [(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)h1v1h-1z", svg(address))]
    assert len(drawn) == len(set(drawn))
    assert set(drawn) == dark


def test_nothing_is_drawn_where_there_is_no_address_or_too_long_a_one() -> None:
    assert svg("") == ""
    assert svg("https://hanse.example/" + "a" * 4000) == ""
