"""What can be read of the registry? A list and a record for every kind, registered in one loop."""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest
from ninja import Query, Router
from ninja.errors import ValidationError
from ninja.pagination import paginate

from hanse.text.dates import days
from hanse.workspace.accounts.rights import Right, may
from hanse.workspace.api.paging import ByCursor
from hanse.workspace.api.schemas import REFUSALS, Changed, Problem, filters, schema, whole
from hanse.workspace.api.written import attested, written
from hanse.workspace.history import changes
from hanse.workspace.registry.fields import found as named
from hanse.workspace.registry.kinds import KINDS, Kind


def router() -> Router:
    """All endpoints of records."""
    made = Router(tags=["registry"])
    for kind in KINDS.values():
        _register(made, kind)
    _history(made)
    return made


def _history(made: Router) -> None:
    @made.get(
        "/{plural}/{pk}/history",
        response={200: list[Changed], **REFUSALS},
        summary="Who changed what about a record, when and why, newest first; for those who keep the registry",
        operation_id="get_history",
    )
    def history(request: HttpRequest, plural: str, pk: str) -> Any:
        kind = KINDS.get(plural)
        keeper = kind is not None and may(request.user, Right.RECORD)
        record = kind.records().visible_to(request.user).filter(pk=pk).first() if keeper else None
        if record is None:
            raise Http404(f"There is no history of a record {pk} that you may see.")
        return [
            {
                "who": each.who,
                "when": each.when,
                "what": each.what,
                "why": each.why,
                "fields": [{"field": name, "before": old, "after": new} for name, old, new in each.fields],
            }
            for each in changes(record)
        ]


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
    found = on_day(kind, found, wanted.pop("as_of", None), wanted.pop("undated", False))
    if (words := wanted.pop("q", "")).strip():
        found = named(found, words, user)
    for name, value in wanted.items():
        field = kind.model._meta.get_field(name)
        if field.is_relation and field.related_model._meta.model_name == "contenttype":
            found = found.filter(**{f"{name}__model": value})
        elif field.is_relation:
            found = found.filter(**{f"{name}__in": field.related_model.objects.visible_to(user).filter(pk=value)})
        else:
            found = found.filter(**{field.attname: value})
    return found


def on_day(kind: Kind, found: Any, given: str | None, undated: bool) -> Any:
    """Those that held on the last day that a date can mean, or those that no date places; all where none is given."""
    if given is None:
        return found
    day = days(given)
    if day is None:
        raise ValidationError([{"loc": ["query", "as_of"], "msg": "write 2010, 2010-05 or 2010-05-31"}])
    return found.undated(day[1]) if undated else found.on(day[1])
