"""How is a long list read? By cursor: no page is missed or met twice while others write."""

from collections.abc import Callable, Iterable
from typing import Any

from django.http import HttpRequest
from ninja import Field, Schema
from ninja.errors import ValidationError
from ninja.pagination import CursorPagination

Write = Callable[[Iterable[Any], Any], list[dict[str, Any]]]
"""Records and the user who reads them, to plain values."""

MOST = 1000
"""Records on a page, at most."""


class ByCursor(CursorPagination):
    """Django Ninja's, by id; the records of a page are written all at once."""

    class Input(Schema):
        page_size: int = Field(100, ge=1, le=MOST, description="records on a page")
        cursor: str | None = Field(None, description="from `next` or `previous`, as it stands there")

    def __init__(self, write: Write, **said: Any) -> None:
        super().__init__(ordering=("pk",), page_size=100, max_page_size=MOST, **said)
        self.write = write

    def _find_position(self, queryset: Any, cursor: Any) -> Any:
        if "\0" in (cursor.p or ""):  # PostgreSQL refuses it
            raise ValidationError([{"loc": ["cursor"], "msg": "take it from `next` or `previous` as it stands there"}])
        return super()._find_position(queryset, cursor)

    def paginate_queryset(self, queryset: Any, pagination: Any, request: HttpRequest, **params: Any) -> Any:
        page = super().paginate_queryset(queryset, pagination, request, **params)
        return {**page, "results": self.write(page["results"], request.user)}
