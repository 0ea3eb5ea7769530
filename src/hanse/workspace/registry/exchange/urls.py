"""Where do sheets come in and go out?"""

from __future__ import annotations

from django.urls import path

from hanse.workspace.registry import urls  # noqa: F401 (it tells Django what a kind is in an address)
from hanse.workspace.registry.exchange import downloads, views

urlpatterns = [
    path("registry/import/", views.imports, name="imports"),
    path("registry/import/<slug:pk>/", views.looked, name="import"),
    path("registry/import/<slug:pk>/columns/", views.columns, name="import-columns"),
    path("registry/import/<slug:pk>/take/", views.take, name="import-take"),
    path("registry/import/<slug:pk>/names/", views.names, name="import-names"),
    path("registry/import/<slug:pk>/candidates/", views.candidates, name="import-candidates"),
    path("registry/import/<slug:pk>/names/<int:judgement>/undo/", views.unjudge, name="import-unjudge"),
    path("registry/import/<slug:pk>/refused.csv", views.refused, name="import-refused"),
    path("registry/export.zip", downloads.export_all, name="export-all"),
    path("<kind:kind>/export.<slug:form>", downloads.export, name="records-export"),
]
