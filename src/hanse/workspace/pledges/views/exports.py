"""How do pledges leave the house in the layouts of the two compacts? As CSV or XLSX, of what the list shows."""

from __future__ import annotations

import csv
import io

from django.contrib.humanize.templatetags.humanize import intcomma
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from hanse.errors import HanseError
from hanse.workspace.accounts.rights import reading
from hanse.workspace.languages import speaking
from hanse.workspace.pledges.choosing import Choice, chosen, published
from hanse.workspace.pledges.layouts import LAYOUTS, Layout, rows
from hanse.workspace.registry.as_of import as_of
from hanse.workspace.registry.exchange.downloads import XLSX
from hanse.workspace.registry.exchange.exporting import LONGEST_CELL
from hanse.workspace.registry.exchange.formulas import quoted
from hanse.workspace.registry.exchange.xstring import escaped
from hanse.workspace.registry.kinds import KINDS


@reading
def export(request: HttpRequest, layout: str, form: str) -> HttpResponse:
    """The published pledges of the list as it is filtered, in an official layout."""
    made = LAYOUTS.get(layout)
    if made is None or form not in ("csv", "xlsx"):
        raise Http404
    held, day = published(request.user), as_of(request)
    choice = Choice(request.GET, held, request.user)
    with speaking("en"):
        found = rows(made, chosen(held, choice.wanted(), request.user, day), request.user)
    try:
        content = as_csv(made, found) if form == "csv" else as_xlsx(made, found)
    except HanseError as error:
        context = {"kind": KINDS["pledges"], "problem": error.sentence}
        return render(request, "registry/exchange/refused.html", context, status=422)
    kind = "text/csv; charset=utf-8" if form == "csv" else XLSX
    name = f"pledges-{layout}{'-' + day.day.isoformat() if day.past else ''}.{form}"
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def as_csv(layout: Layout, found: list[list[str]]) -> bytes:
    """UTF-8 with a byte order mark; what a spreadsheet could run is quoted."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(layout.header)
    writer.writerows([quoted(cell) for cell in row] for row in found)
    return ("\ufeff" + out.getvalue()).encode()


def as_xlsx(layout: Layout, found: list[list[str]]) -> bytes:
    """A workbook of one sheet of texts. Raises HanseError where a text is longer than a cell."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(f"{layout.name.upper()} pledges")
    sheet.freeze_panes = "A2"
    sheet.append([_cell(sheet, name, bold=True) for name in layout.header])
    for row in found:
        sheet.append([_cell(sheet, cell) for cell in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(sheet: object, text: str, *, bold: bool = False) -> WriteOnlyCell:
    said = escaped(quoted(text))
    if len(said) > LONGEST_CELL:
        told = _("a text is longer than a cell of XLSX (%(n)s)") % {"n": intcomma(LONGEST_CELL)}
        raise HanseError(told, do=_("take CSV"))
    cell = WriteOnlyCell(sheet, said)
    cell.data_type = "s"
    if bold:
        cell.font = Font(bold=True)
    return cell
