"""What can be read of the texts? Documents, and the passages of one."""

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest
from ninja import Query, Router, Schema
from ninja.pagination import paginate
from pydantic import Field

from hanse.workspace.api.paging import ByCursor
from hanse.workspace.api.schemas import REFUSALS
from hanse.workspace.documents.models import Document, Passage

router = Router(tags=["documents"])


class DocumentSaid(Schema):
    """One state of a text."""

    id: str
    title: str
    date: str = Field(description="EDTF; empty where it is not documented")
    actor: str
    symbol: str
    kind: str
    adopted: bool
    handling: str
    language: str
    words: int
    address: str


class PassageSaid(Schema):
    """One numbered paragraph, clause or item; its text without its number."""

    id: str
    number: str
    text: str
    status: str
    page: int | None
    address: str


class DocumentWhole(DocumentSaid):
    passages: list[PassageSaid]


class DocumentFilters(Schema):
    symbol: str | None = Field(None, max_length=100)
    kind: str | None = Field(None, max_length=100)
    adopted: bool | None = None


@router.get(
    "/documents",
    response={200: list[DocumentSaid], 401: REFUSALS[401], 422: REFUSALS[422]},
    summary="The documents",
    operation_id="list_documents",
)
@paginate(ByCursor, write=lambda found, user: _said(found))
def documents(request: HttpRequest, wanted: DocumentFilters = Query(...)) -> Any:  # noqa: B008
    return Document.objects.visible_to(request.user).filter(**wanted.dict(exclude_none=True))


@router.get(
    "/documents/{pk}",
    response={200: DocumentWhole, **REFUSALS},
    summary="One document, with its passages",
    operation_id="get_documents",
)
def document(request: HttpRequest, pk: str) -> Any:
    found = Document.objects.visible_to(request.user).filter(pk=pk).first()
    if found is None:
        raise Http404(f"There is no document {pk}.")
    return {**_said([found])[0], "passages": [_passage(each) for each in found.passages.select_related("document")]}


def _said(found: Iterable[Document]) -> list[dict[str, Any]]:
    names = [name for name in DocumentSaid.model_fields if name != "address"]
    return [{**{name: getattr(each, name) for name in names}, "address": each.get_absolute_url()} for each in found]


def _passage(each: Passage) -> dict[str, Any]:
    said = {name: getattr(each, name) for name in ("number", "text", "status", "page")}
    return {"id": each.pid, **said, "address": each.get_absolute_url()}
