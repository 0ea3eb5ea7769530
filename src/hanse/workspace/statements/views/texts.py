"""What was frozen, to the byte?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from hanse.workspace.accounts.rights import reading
from hanse.workspace.registry.as_of import as_of
from hanse.workspace.statements.pages import show
from hanse.workspace.statements.views.seen import frozen


@reading
def version(request: HttpRequest, pk: str, number: int) -> HttpResponse:
    """A frozen version, with its own signatures."""
    found = frozen(request, pk, number)
    return show(request, found.statement, found, as_of(request))


@reading
def canonical(request: HttpRequest, pk: str, number: int) -> HttpResponse:
    """The canonical text: exactly the bytes whose SHA-256 was fixed."""
    found = frozen(request, pk, number)
    answer = HttpResponse(found.canonical.encode("utf-8"), content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="statement-{found.statement_id}-{found.number}.txt"'
    answer["ETag"] = f'"{found.sha256}"'
    return answer
