"""What can be read of the registry? A list and a record for every kind, registered in one loop."""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest
from ninja import Query, Router
from ninja.errors import ValidationError
from ninja.pagination import paginate

from hanse.text.dates import days
from hanse.workspace.api.paging import ByCursor
from hanse.workspace.api.schemas import REFUSALS, Problem, filters, schema, whole
from hanse.workspace.api.written import attested, written
from hanse.workspace.registry.kinds import KINDS, Kind


def router() -> Router:
    """All endpoints of records."""
    made = Router(tags=["registry"])
    for kind in KINDS.values():
        _register(made, kind)
    return made


def _register(made: Router, kind: Kind) -> None:
    listed, narrowed = schema(kind), filters(kind)
    single = whole(kind, listed)

    @made.get(
        f"/{kind.plural}",
        response={200: list[listed], 401: Problem, 422: Problem},
        summary=f"The {kind.labels}",
        operation_id=f"list_{kind.plural.replace('-', '_')}",
    )
    @paginate(ByCursor, write=partial(written, kind))
    def listing(request: HttpRequest, wanted: narrowed = Query(...)) -> Any:  # noqa: B008
        return _narrowed(kind, request.user, wanted.dict(exclude_none=True))

    @made.get(
        f"/{kind.plural}/{{pk}}",
        response={200: single, **REFUSALS},
        summary=f"One of the {kind.labels}, with its sources",
        operation_id=f"get_{kind.plural.replace('-', '_')}",
    )
    def one(request: HttpRequest, pk: str) -> Any:
        record = kind.records().visible_to(request.user).filter(pk=pk).first()
        if record is None:
            raise Http404(f"There is no record {pk} among the {kind.labels}.")
        return {**written(kind, [record], request.user)[0], "attestations": attested(record, request.user)}


def _narrowed(kind: Kind, user: Any, wanted: dict[str, Any]) -> Any:
    found = kind.records().visible_to(user)
    given, undated = wanted.pop("as_of", None), wanted.pop("undated", False)
    if given is not None:
        day = days(given)
        if day is None:
            raise ValidationError([{"loc": ["query", "as_of"], "msg": "write 2010, 2010-05 or 2010-05-31"}])
        found = found.undated(day[1]) if undated else found.as_of(day[1])
    for name, value in wanted.items():
        field = kind.model._meta.get_field(name)
        if field.is_relation and field.related_model._meta.model_name == "contenttype":
            found = found.filter(**{f"{name}__model": value})
        else:
            found = found.filter(**{field.attname: value})
    return found
