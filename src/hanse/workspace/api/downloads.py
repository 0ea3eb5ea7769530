"""How does somebody take all of a kind? One file: CSV that an import takes back, JSON, or Parquet; with a licence."""

import json
from collections.abc import Callable, Iterator
from itertools import islice
from tempfile import TemporaryFile
from typing import IO, Any

from django.conf import settings
from django.db import models
from django.http import FileResponse, Http404, HttpRequest
from ninja import Router, Schema
from pydantic import Field

from hanse.workspace.accounts.rights import Handling
from hanse.workspace.api.records import on_day
from hanse.workspace.api.schemas import REFUSALS
from hanse.workspace.api.written import written
from hanse.workspace.audit.models import Verb
from hanse.workspace.audit.pending import note
from hanse.workspace.registry.exchange.columns import rows_from
from hanse.workspace.registry.exchange.exporting import csv_of
from hanse.workspace.registry.kinds import KINDS, Kind

router = Router(tags=["downloads"])
AT_ONCE = 2000
"""Records that are in memory together."""


class Download(Schema):
    """One kind of record, whole, in three forms."""

    kind: str
    what: str
    csv: str = Field(description="its address; a sheet that an import takes back unchanged")
    json_: str = Field(alias="json", description="its address; records as the lists of the API give them")
    parquet: str = Field(description="its address; columns with types, for analysis")
    licence: str = Field(description="under which the records may be used")


@router.get(
    "/downloads",
    response={200: list[Download], 401: REFUSALS[401], 422: REFUSALS[422]},
    summary="What can be taken whole",
    by_alias=True,
    url_name="root-downloads",
)
def downloads(request: HttpRequest) -> Any:
    root = request.path.rstrip("/")
    return [
        {
            "kind": kind.plural,
            "what": str(kind.labels),
            **{form: f"{root}/{kind.plural}.{form}" for form in FORMS},
            "licence": settings.HANSE_DATA_LICENCE,
        }
        for kind in KINDS.values()
    ]


@router.get(
    "/downloads/{name}",
    response={200: None, **REFUSALS},
    summary="All records of a kind in one file, as memberships.csv",
    openapi_extra={
        "responses": {
            200: {
                "description": "the file; its licence is in the header Link",
                "content": {
                    "text/csv": {},
                    "application/json": {},
                    "application/vnd.apache.parquet": {},
                },
            }
        }
    },
)
def download(request: HttpRequest, name: str, as_of: str | None = None, undated: bool = False) -> Any:
    plural, _, form = name.rpartition(".")
    if plural not in KINDS or form not in FORMS:
        raise Http404(f"There is no file {name}; /downloads lists them.")
    kind = KINDS[plural]
    made, mime = FORMS[form]
    file = TemporaryFile()  # noqa: SIM115  # FileResponse closes it
    found = on_day(kind, kind.records().visible_to(request.user), as_of, undated)
    if found.filter(handling=Handling.RESTRICTED).exists():
        note(Verb.DOWNLOADED, person=request.user, model=kind.model._meta.label_lower, said=name)
    made(kind, rows_from(found, kind), request.user, file)
    file.seek(0)
    answer = FileResponse(file, as_attachment=True, filename=name, content_type=mime)
    answer["Link"] = f'<{settings.HANSE_DATA_LICENCE}>; rel="license"'
    return answer


def _csv(kind: Kind, records: Any, user: Any, file: IO[bytes]) -> None:
    file.writelines(csv_of(kind, records, user, mark=False))


def _json(kind: Kind, records: Any, user: Any, file: IO[bytes]) -> None:
    about = {"kind": kind.plural, "licence": settings.HANSE_DATA_LICENCE}
    file.write(json.dumps(about).removesuffix("}").encode() + b', "records": [')
    for place, batch in enumerate(_batches(kind, records, user)):
        lines = ",\n".join(json.dumps(each, ensure_ascii=False) for each in batch)
        file.write((",\n" if place else "\n").encode() + lines.encode())
    file.write(b"\n]}\n")


def _parquet(kind: Kind, records: Any, user: Any, file: IO[bytes]) -> None:
    import pyarrow
    from pyarrow import parquet

    about = {"licence": settings.HANSE_DATA_LICENCE, "kind": kind.plural}
    columns = pyarrow.schema(list(_columns(kind)), metadata=about)
    with parquet.ParquetWriter(file, columns) as table:
        for batch in _batches(kind, records, user):
            table.write_table(pyarrow.Table.from_pylist([_flat(each) for each in batch], schema=columns))


def _batches(kind: Kind, records: Any, user: Any) -> Iterator[list[dict[str, Any]]]:
    coming = records.iterator(AT_ONCE)
    while batch := list(islice(coming, AT_ONCE)):
        yield written(kind, batch, user)


def _columns(kind: Kind) -> Iterator[tuple[str, Any]]:
    import pyarrow

    for name in ("id", "handling", "note"):
        yield name, pyarrow.string()
    for field in kind.fields():
        if field.is_relation:
            yield f"{field.name}_id", pyarrow.string()
        yield field.name, _type(field)
    yield "address", pyarrow.string()


def _type(field: models.Field) -> Any:
    import pyarrow

    if isinstance(field, models.BooleanField):
        return pyarrow.bool_()
    if isinstance(field, models.FloatField | models.DecimalField):
        return pyarrow.float64()
    return pyarrow.int64() if isinstance(field, models.IntegerField) else pyarrow.string()


def _flat(said: dict[str, Any]) -> dict[str, Any]:
    """With a column for the id and one for the name of what a record names."""
    flat: dict[str, Any] = {}
    for name, value in said.items():
        if isinstance(value, dict):
            flat |= {f"{name}_id": value["id"], name: value["name"]}
        else:
            flat[name] = value
    return flat


FORMS: dict[str, tuple[Callable[..., None], str]] = {
    "csv": (_csv, "text/csv"),
    "json": (_json, "application/json"),
    "parquet": (_parquet, "application/vnd.apache.parquet"),
}
