"""Where is the API? Under /api/v1; no sign-in page stands before it, for it asks for keys itself."""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from django.views.decorators.http import conditional_page

from hanse.workspace.accounts.rights import public
from hanse.workspace.api import views
from hanse.workspace.api.face import api


def _read(view: Any) -> Any:
    """With an ETag; kept by nobody in between, for two visitors may see two things."""

    @wraps(view)
    def reading(request: HttpRequest, *args: Any, **said: Any) -> HttpResponse:
        answer = view(request, *args, **said)
        answer["Cache-Control"] = "private, no-cache"
        answer["Vary"] = "Authorization, Cookie"
        return answer

    return public(conditional_page(reading))


PATTERNS, _app, _namespace = api.urls
for _each in PATTERNS:
    _each.callback = _read(_each.callback)

urlpatterns = [
    path("", views.about, name="api-about"),
    path("tokens/", views.make, name="api-token-make"),
    path("tokens/<int:pk>/end/", views.end, name="api-token-end"),
    path("v1/", include((PATTERNS, _app), namespace=_namespace)),
]
