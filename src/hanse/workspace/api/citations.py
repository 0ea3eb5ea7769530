"""What can be read of who cites a text? The passages that cite a document, and how often with which stance."""

from collections.abc import Iterable
from typing import Any, Literal

from django.http import Http404, HttpRequest
from ninja import Query, Router, Schema
from ninja.pagination import paginate
from pydantic import Field

from hanse.workspace.api.paging import ByCursor
from hanse.workspace.api.schemas import REFUSALS, Named
from hanse.workspace.citations.cited import of_document
from hanse.workspace.citations.models import CitingPassage
from hanse.workspace.documents.models import Document

router = Router(tags=["documents"])

Stance = Literal["supports", "contrasts", "mentions", "unsure"]


class Citation(Schema):
    """Words of a document that cite another one."""

    id: str
    document: Named = Field(description="the text that cites")
    reference: str = Field(description="the entry of its references")
    text: str = Field(description="the words that cite, as they stand")
    prefix: str = Field(description="the sentence before, in the same passage")
    suffix: str = Field(description="the sentence after")
    section: str = Field(description="the heading above it")
    stance: Stance = Field(description="what people judged; else what is proposed")
    judged: bool = Field(description="whether people judged it")
    proposed: Stance = Field(description="what the machine proposes")
    confidence: float = Field(description="of what is proposed, from 0 to 1")
    function: Literal["background", "method", "result"]
    own: bool = Field(description="whether the texts share an author")
    address: str = Field(description="its page, from the root of the workspace")


class CitationFilters(Schema):
    stance: Stance | None = Field(None, description="what people judged; else what is proposed")
    judged: bool | None = Field(None, description="true: judged by people; false: proposed only")
    own: bool | None = Field(None, description="true: by the text's own authors; false: by others")


@router.get(
    "/documents/{pk}/citations",
    response={200: list[Citation], **REFUSALS},
    summary="The passages that cite one document, without those of manuscripts",
    operation_id="list_citations",
)
@paginate(ByCursor, write=lambda found, user: _said(found))
def citations(request: HttpRequest, pk: str, wanted: CitationFilters = Query(...)) -> Any:  # noqa: B008
    document = Document.objects.visible_to(request.user).filter(pk=pk).first()
    if document is None:
        raise Http404(f"There is no document {pk}.")
    found = of_document(document, request.user).select_related("document", "reference")
    if wanted.stance is not None:
        found = found.filter(settled=wanted.stance)
    if wanted.judged is not None:
        found = found.exclude(judged="") if wanted.judged else found.filter(judged="")
    return found if wanted.own is None else found.filter(own=wanted.own)


def _said(found: Iterable[CitingPassage]) -> list[dict[str, Any]]:
    same = ("id", "text", "prefix", "suffix", "section", "confidence", "function", "own")
    return [
        {
            **{name: getattr(each, name) for name in same},
            "document": {
                "id": each.document_id,
                "name": each.document.title,
                "address": each.document.get_absolute_url(),
            },
            "reference": each.reference.text,
            "stance": each.settled,
            "judged": bool(each.judged),
            "proposed": each.stance,
            "address": each.get_absolute_url(),
        }
        for each in found
    ]
