"""Where are lineages found?"""

from __future__ import annotations

from django.urls import path

from hanse.workspace.lineage import views

urlpatterns = [
    path("", views.lineage, name="lineage"),
    path("of-job/<str:pk>/", views.of_job, name="lineage-of-job"),
    path("search-all/", views.search_all, name="lineage-search-all"),
]
