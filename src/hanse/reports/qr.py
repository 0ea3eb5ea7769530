"""How does paper lead to the page? An address as a QR code, drawn in vectors."""

from __future__ import annotations

from qrcode import QRCode  # type: ignore[import-untyped]
from qrcode.constants import ERROR_CORRECT_M  # type: ignore[import-untyped]
from qrcode.exceptions import DataOverflowError  # type: ignore[import-untyped]


def svg(address: str) -> str:
    """The code of an address as an SVG of one path; empty for no address, and for one longer than a code holds.

    It fills its box: who places it leaves four modules of white around it, as ISO/IEC 18004 asks.
    """
    if not address:
        return ""
    code = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(address.encode("utf-8"), optimize=0)
    try:
        code.make(fit=True)
    except (DataOverflowError, ValueError):
        return ""
    rows = code.get_matrix()
    size = len(rows)
    squares = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" shape-rendering="crispEdges">'
        f'<path d="{squares}"/></svg>'
    )
