"""Where are the records? ``/cities/``, ``/networks/uclg/``: each kind under its plural."""

from __future__ import annotations

from django.urls import path, register_converter

from hanse.workspace.registry import views
from hanse.workspace.registry.kinds import KINDS, Kind


class KindConverter:
    regex = "[a-z-]+"

    def to_python(self, value: str) -> Kind:
        if value not in KINDS:
            raise ValueError(value)
        return KINDS[value]

    def to_url(self, value: Kind | str) -> str:
        return value if isinstance(value, str) else value.plural


register_converter(KindConverter, "kind")

urlpatterns = [
    path("<kind:kind>/", views.records, name="records"),
    path("<kind:kind>/<slug:pk>/", views.record, name="record"),
]
