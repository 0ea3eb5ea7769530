"""Where do other programs read? The API at /api/v1, described by itself in OpenAPI 3.1."""

from collections.abc import Callable
from functools import cache, wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, ValidationError
from pydantic import ValidationError as Malformed

import hanse
from hanse.errors import echoed
from hanse.workspace.api.auth import READERS
from hanse.workspace.api.campaigns import router as campaigns
from hanse.workspace.api.citations import router as citations
from hanse.workspace.api.documents import router as documents
from hanse.workspace.api.downloads import router as downloads
from hanse.workspace.api.records import router as records
from hanse.workspace.languages import speaking

PROBLEM = "application/problem+json"


class Face(NinjaAPI):
    """Django Ninja's, whose description says of what type refusals are."""

    def get_openapi_schema(self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None) -> Any:
        return _description(self, self.get_root_path(path_params or {}) if path_prefix is None else path_prefix)


@cache
def _description(face: Face, path_prefix: str) -> Any:
    """Made once: it is the same for everybody, and a long work."""
    described = NinjaAPI.get_openapi_schema(face, path_prefix=path_prefix)
    for operation in (each for methods in described["paths"].values() for each in methods.values()):
        for status, answer in operation["responses"].items():
            if int(status) >= 400 and "content" in answer:
                answer["content"] = {PROBLEM: answer["content"]["application/json"]}
    return described


api = Face(
    title="Hanse",
    version=hanse.__version__,
    description=(
        "Reads what the pages show, with the same permissions: what somebody may not see is not there, in no list and "
        "no count. Dates are EDTF and may be partial; an empty one is not documented. Send a token as "
        "`Authorization: Bearer TOKEN`, or nothing where the workspace is open to the public. Every answer carries an "
        "ETag: with `If-None-Match` what has not changed comes back as 304 without a body. A parameter that is not "
        "described here is refused with 422, and named."
    ),
    auth=READERS,
    docs_url=None,
    openapi_url="/openapi.json",
    urls_namespace="api",
)


def _as_described(operation: Callable[..., Any]) -> Callable[..., Any]:
    """Refuse what the description does not name: a misspelt filter would else be taken for none."""

    @wraps(operation)
    def asked(request: HttpRequest, *args: Any, **said: Any) -> Any:
        known = _parameters()[request.resolver_match.route]
        if strange := [name for name in request.GET if name not in known]:
            listed = f"are {', '.join(known)}" if known else "is none here"
            refused = {"msg": f"no such parameter; there {listed}"}
            raise ValidationError([{"loc": ["query", echoed(name)], **refused} for name in strange])
        return operation(request, *args, **said)

    return asked


@cache
def _parameters() -> dict[str, tuple[str, ...]]:
    """By route: the query parameters that the description names for it, in order."""
    return {
        path.removeprefix("/").replace("{", "<").replace("}", ">"): tuple(
            each["name"] for each in methods["get"]["parameters"] if each["in"] == "query"
        )
        for path, methods in api.get_openapi_schema()["paths"].items()
        if "get" in methods
    }


api.add_decorator(_as_described)
with speaking("en"):
    for _router in (records(), downloads, documents, citations, campaigns):
        api.add_router("", _router)


def _problem(request: HttpRequest, status: int, title: str, detail: str) -> HttpResponse:
    answer = api.create_response(request, {"title": title, "status": status, "detail": detail}, status=status)
    answer["Content-Type"] = PROBLEM
    return answer


@api.exception_handler(AuthenticationError)
def _who(request: HttpRequest, error: Any) -> HttpResponse:
    answer = _problem(request, 401, "Who asks?", "Send a token as Authorization: Bearer TOKEN, or sign in.")
    answer["WWW-Authenticate"] = "Bearer"
    return answer


@api.exception_handler(Http404)
def _missing(request: HttpRequest, error: Any) -> HttpResponse:
    return _problem(request, 404, "Not found", str(error) or "There is nothing here that you may see.")


@api.exception_handler(ValidationError)
def _refused(request: HttpRequest, error: Any) -> HttpResponse:
    said = (f"{'.'.join(map(str, each.get('loc', ['query'])))}: {each.get('msg', each)}" for each in error.errors)
    return _problem(request, 422, "Not understood", "; ".join(said))


@api.exception_handler(Malformed)
def _malformed(request: HttpRequest, error: Any) -> HttpResponse:
    return _problem(request, 422, "Not understood", "cursor: take it from `next` or `previous` as it stands there")
