"""Where is what? The addresses of this room."""

from __future__ import annotations

from django.urls import path

from hanse.workspace.impact import freezing, pages
from hanse.workspace.impact.ledger.urls import urlpatterns as of_ledger
from hanse.workspace.impact.report.urls import urlpatterns as of_reports

urlpatterns = [
    *of_ledger,
    *of_reports,
    path("impact/", pages.impact, name="impact"),
    path("impact/indicators/<slug:key>/", pages.indicator, name="indicator"),
    path("impact/indicators/<slug:key>/counted/", pages.counted_list, name="indicator-counted"),
    path("impact/indicators/<slug:key>/freeze/", freezing.freeze, name="indicator-freeze"),
    path("impact/indicators/<slug:key>/keep/", freezing.keep, name="indicator-keep"),
    path("impact/snapshots/<slug:pk>/", freezing.snapshot, name="snapshot"),
    path("impact/snapshots/<slug:pk>/json/", freezing.download, name="snapshot-json"),
]
