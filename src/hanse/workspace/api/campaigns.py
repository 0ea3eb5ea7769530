"""What can be read of a campaign? What it is, and its board as it was traced for whoever asks."""

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest
from ninja import Router, Schema
from ninja.pagination import paginate
from pydantic import Field

from hanse.errors import HanseError
from hanse.workspace.api.paging import ByCursor
from hanse.workspace.api.schemas import REFUSALS, Problem
from hanse.workspace.campaigns.audience import audience
from hanse.workspace.campaigns.models import Campaign
from hanse.workspace.campaigns.retracing import board as traced

router = Router(tags=["campaigns"])


class CampaignSaid(Schema):
    """Asks, drafts and people working toward one text."""

    id: str
    title: str
    forum: str
    handling: str
    fictional: bool = Field(description="an example: nothing in it happened")
    address: str


class BoardSaid(Schema):
    """As `hanse trace DIR --json` prints it."""

    title: str
    forum: str
    asks: list[dict[str, Any]]
    drafts: list[dict[str, Any]]
    cells: list[dict[str, Any]] = Field(description="a finding for every ask in every draft")
    watch: list[dict[str, Any]]


@router.get(
    "/campaigns",
    response={200: list[CampaignSaid], 401: REFUSALS[401], 422: REFUSALS[422]},
    summary="The campaigns",
    operation_id="list_campaigns",
)
@paginate(ByCursor, write=lambda found, user: _said(found))
def campaigns(request: HttpRequest) -> Any:
    return Campaign.objects.visible_to(request.user)


@router.get(
    "/campaigns/{pk}", response={200: CampaignSaid, **REFUSALS}, summary="One campaign", operation_id="get_campaigns"
)
def campaign(request: HttpRequest, pk: str) -> Any:
    return _said([_one(request, pk)])[0]


@router.get(
    "/campaigns/{pk}/board",
    response={200: BoardSaid, 409: Problem, **REFUSALS},
    summary="The board of a campaign: asks, drafts, and a finding in every cell",
    operation_id="get_board",
)
def board(request: HttpRequest, pk: str) -> Any:
    found = _one(request, pk)
    try:
        return traced(found, audience(found, request.user)).to_json()
    except HanseError as error:
        return 409, {"title": "Not up to date", "status": 409, "detail": error.sentence}


def _one(request: HttpRequest, pk: str) -> Campaign:
    found = Campaign.objects.visible_to(request.user).filter(pk=pk).first()
    if found is None:
        raise Http404(f"There is no campaign {pk}.")
    return found


def _said(found: Iterable[Campaign]) -> list[dict[str, Any]]:
    names = [name for name in CampaignSaid.model_fields if name != "address"]
    return [{**{name: getattr(each, name) for name in names}, "address": each.get_absolute_url()} for each in found]
