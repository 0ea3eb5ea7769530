"""Where is what? The addresses of this room."""

from __future__ import annotations

from django.urls import path

from hanse.workspace.citations import document_page  # noqa: F401  (what it adds to the page of a document)
from hanse.workspace.citations.views import checking, cited, citing, entry, judging

urlpatterns = [
    path("citations/", entry.citations, name="citations"),
    path("citations/watch/", entry.watch, name="citations-watch"),
    path("citations/seen/", judging.seen, name="citations-seen"),
    path("citations/check/", checking.upload, name="manuscript"),
    path("citations/works/<slug:key>/", cited.work, name="work"),
    path("citations/passages/<slug:pk>/", judging.passage, name="citing-passage"),
    path("citations/passages/<slug:pk>/judge/", judging.judge, name="citing-passage-judge"),
    path("citations/passages/<slug:pk>/evidence/", judging.evidence, name="citing-passage-evidence"),
    path("documents/<slug:pk>/cited/", cited.cited, name="cited"),
    path("documents/<slug:pk>/cited/badge.svg", cited.badge, name="cited-badge"),
    path("documents/<slug:pk>/cited/citations.jsonld", cited.exchange, name="cited-exchange"),
    path("documents/<slug:pk>/references/", citing.references, name="document-references"),
    path("documents/<slug:pk>/references/read/", citing.read, name="document-references-read"),
    path("documents/<slug:pk>/references/bring/", citing.bring, name="document-references-bring"),
    path("documents/<slug:pk>/references/check/", checking.check, name="reference-check"),
    path("documents/<slug:pk>/references/check.csv", checking.table, name="reference-check-table"),
    path("documents/<slug:pk>/references/references.<slug:form>", citing.exchange, name="document-references-exchange"),
]
