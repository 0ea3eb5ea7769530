"""Where is what? The addresses of the workspace."""

from __future__ import annotations

from django.urls import include, path

from hanse.workspace import front
from hanse.workspace.accounts.speaking import choose

urlpatterns = [
    path("account/", include("hanse.workspace.accounts.sign_in")),
    path("language/", choose, name="language"),
    path("people/", include("hanse.workspace.accounts.urls")),
    path("people/", include("hanse.workspace.focal_points.urls")),
    path("jobs/", include("hanse.workspace.jobs.urls")),
    path("documents/", include("hanse.workspace.documents.urls")),
    path("lineage/", include("hanse.workspace.lineage.urls")),
    path("campaigns/", include("hanse.workspace.campaigns.urls")),
    path("api/", include("hanse.workspace.api.urls")),
    path("audit/", include("hanse.workspace.audit.urls")),
    path("surveys/", include("hanse.workspace.surveys.urls")),
    path("briefings/", include("hanse.workspace.briefings.urls")),
    path("", include("hanse.workspace.news.urls")),
    path("", include("hanse.workspace.pledges.urls")),
    path("", include("hanse.workspace.statements.urls")),
    path("", include("hanse.workspace.engagements.urls")),
    path("", include("hanse.workspace.processes.urls")),
    path("", include("hanse.workspace.impact.urls")),
    path("", include("hanse.workspace.citations.urls")),
    path("", include("hanse.workspace.visibility.urls")),
    path("", include("hanse.workspace.evidence.urls")),
    path("", include("hanse.workspace.registry.exchange.urls")),
    path("", include("hanse.workspace.registry.urls")),
]

handler400 = front.not_understood
handler403 = front.refused
handler404 = front.missing
