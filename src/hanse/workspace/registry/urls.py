"""Where are the records? ``/cities/``, ``/networks/uclg/``: each kind under its plural, and beneath it what is done."""

from __future__ import annotations

from django.urls import path, register_converter

from hanse.workspace.registry import views
from hanse.workspace.registry.instruments.gap import ratification_gap
from hanse.workspace.registry.instruments.readmission import readmission
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
    path("registry/", views.registry, name="registry"),
    path("registry/suggest/<slug:what>/", views.suggest, name="suggest"),
    path("registry/duplicates/", views.duplicates, name="duplicates"),
    path("registry/duplicates/judge/", views.judge, name="duplicates-judge"),
    path("registry/duplicates/judgements/<int:pk>/undo/", views.take_back, name="judgement-undo"),
    path("registry/merge/<slug:pk>/", views.merge, name="merge"),
    path("registry/<kind:kind>/count/", views.count, name="records-count"),
    path("registry/<kind:kind>/add/", views.add, name="record-add"),
    path("registry/<kind:kind>/removed/", views.removed, name="records-removed"),
    path("instruments/ratification-gap/", ratification_gap, name="ratification-gap"),
    path("instruments/readmission/", readmission, name="readmission"),
    path("<kind:kind>/", views.records, name="records"),
    path("<kind:kind>/<slug:pk>/", views.record, name="record"),
    path("<kind:kind>/<slug:pk>/edit/", views.edit, name="record-edit"),
    path("<kind:kind>/<slug:pk>/history/", views.history, name="record-history"),
    path("<kind:kind>/<slug:pk>/history/<int:entry>/restore/", views.restore, name="record-restore"),
    path("<kind:kind>/<slug:pk>/remove/", views.remove, name="record-remove"),
    path("<kind:kind>/<slug:pk>/bring-back/", views.bring_back, name="record-bring-back"),
    path("<kind:kind>/<slug:pk>/sources/add/", views.attest, name="record-attest"),
    path("<kind:kind>/<slug:pk>/claims/add/", views.claim, name="record-claim"),
    path("<kind:kind>/<slug:pk>/translate/", views.translate, name="record-translate"),
]
