"""What leaves the house? The campaign's folder, the board as page, table, sheet; restricted only if said outright."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hanse.errors import HanseError, RestrictedDocument
from hanse.tracing.board import Board
from hanse.workspace.accounts.rights import Handling, Right, needs
from hanse.workspace.audit.models import Verb
from hanse.workspace.audit.pending import note
from hanse.workspace.campaigns.audience import audience, open_audience
from hanse.workspace.campaigns.folder_out import packed
from hanse.workspace.campaigns.judging import told
from hanse.workspace.campaigns.models import Campaign
from hanse.workspace.campaigns.views import one
from hanse.workspace.languages import Language, speaking, spoken

Judged = Mapping[tuple[str, str], str]
"""Ids of ask and draft to what people made of the finding, as a sentence."""
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Form:
    """One way in which the board leaves the house; ``told`` to a person in the language of the page, else to programs
    in English."""

    name: str
    what: Promise
    why: Promise
    mime: str
    make: Callable[[Board, Judged, bool], bytes]
    told: bool = False


def _html(board: Board, judged: Judged, restricted: bool) -> bytes:
    from hanse.reports.board import html

    return html(board, judged=judged, include_restricted=restricted).encode()


def _pdf(board: Board, judged: Judged, restricted: bool) -> bytes:
    from hanse.reports.board_print import pdf

    return pdf(board, judged=judged, include_restricted=restricted)


def _csv(board: Board, judged: Judged, restricted: bool) -> bytes:
    from hanse.reports.tables import csv

    return csv(board, judged=judged, include_restricted=restricted).encode("utf-8-sig")


def _xlsx(board: Board, judged: Judged, restricted: bool) -> bytes:
    from hanse.reports.tables import xlsx

    return xlsx(board, judged=judged, include_restricted=restricted)


def _docx(board: Board, judged: Judged, restricted: bool) -> bytes:
    from hanse.reports.sheet import docx

    return docx(board, include_restricted=restricted)


def _json(board: Board, judged: Judged, restricted: bool) -> bytes:
    from hanse.reports.handling import permit

    permit(board, include_restricted=restricted)
    return (json.dumps(board.to_json(), ensure_ascii=False, indent=1) + "\n").encode()


FORMS = (
    Form(
        "sheet.docx",
        gettext_lazy("Language sheet"),
        gettext_lazy("in Word: current text, proposed text, precedent"),
        WORD,
        _docx,
        told=True,
    ),
    Form(
        "board.html",
        gettext_lazy("Board as one page"),
        gettext_lazy("works from a mail attachment, without a network"),
        "text/html",
        _html,
        told=True,
    ),
    Form(
        "board.pdf",
        gettext_lazy("Board as PDF"),
        gettext_lazy("to print: the grid, then each ask with its latest finding"),
        "application/pdf",
        _pdf,
        told=True,
    ),
    Form(
        "board.xlsx",
        gettext_lazy("Board as a workbook"),
        gettext_lazy("the grid, the findings, the asks"),
        EXCEL,
        _xlsx,
    ),
    Form(
        "board.csv",
        gettext_lazy("Findings as a table"),
        gettext_lazy("one row for each ask in each draft"),
        "text/csv",
        _csv,
    ),
    Form("board.json", gettext_lazy("Board as data"), gettext_lazy("for other programs"), "application/json", _json),
)


@needs(Right.EXPORT)
def downloads(request: HttpRequest, pk: str) -> HttpResponse:
    """What can be had; with restricted texts in a list of its own."""
    campaign = one(request, pk)
    whole = campaign.handling == Handling.RESTRICTED
    restricted = whole or audience(campaign, request.user) == Handling.RESTRICTED
    context = {"campaign": campaign, "forms": FORMS, "restricted": restricted, "whole": whole}
    return render(request, "campaigns/downloads.html", context)


@needs(Right.EXPORT)
def download(request: HttpRequest, pk: str, name: str) -> HttpResponse:
    """One file. Without ``?restricted=yes`` it is made as if nothing restricted were there, the campaign included."""
    campaign = one(request, pk)
    said = request.GET.get("restricted") == "yes"
    level = (audience if said else open_audience)(campaign, request.user)
    try:
        if campaign.handling == Handling.RESTRICTED and not said:
            raise RestrictedDocument(_("the campaign itself is restricted"), do=_("take it from the list that says so"))
        answer = _folder(campaign, level) if name == "campaign.zip" else _board(campaign, level, name, said)
    except HanseError as error:
        messages.error(request, error.sentence)
        return redirect("campaign-downloads", pk=pk)
    if said and level == Handling.RESTRICTED:
        note(Verb.DOWNLOADED, person=request.user, model="campaigns.campaign", record=campaign.pk, said=name)
    return answer


def _folder(campaign: Campaign, level: str) -> HttpResponse:
    return FileResponse(packed(campaign, level), as_attachment=True, filename=called(campaign, "campaign.zip"))


def _board(campaign: Campaign, level: str, name: str, said: bool) -> HttpResponse:
    from hanse.workspace.campaigns.retracing import board

    form = next((each for each in FORMS if each.name == name), None)
    if form is None:
        raise Http404
    held = board(campaign, level)
    with speaking(spoken() if form.told else Language.ENGLISH):
        made = form.make(held, told(campaign, level), said)
    disposition = f'attachment; filename="{called(campaign, name)}"'
    return HttpResponse(made, content_type=form.mime, headers={"Content-Disposition": disposition})


def called(campaign: Campaign, name: str) -> str:
    """A file's name: the campaign's title in plain letters, then what it is."""
    from django.utils.text import slugify

    return f"{slugify(campaign.title)[:60] or 'campaign'}-{name}"
