"""Where is what? The addresses of this room."""

from __future__ import annotations

from django.urls import path

from hanse.workspace.evidence.views import badge, evidence, found

urlpatterns = [
    path("claims/<slug:pk>/evidence/add/", evidence.add, name="evidence-add"),
    path("claims/<slug:pk>/badge.svg", badge.badge, name="claim-badge"),
    path("claims/<slug:pk>/embed/", badge.embed, name="claim-embed"),
    path("registry/evidence/add/", evidence.choose, name="evidence-choose"),
    path("evidence/<slug:pk>/judge/", evidence.say, name="evidence-judge"),
    path("evidence/judgements/<slug:pk>/withdraw/", evidence.unsay, name="evidence-unsay"),
    path("evidence/<slug:pk>/withdraw/", evidence.take_away, name="evidence-withdraw"),
    path("evidence/<slug:pk>/return/", evidence.bring_back, name="evidence-return"),
    path("documents/<slug:pk>/claims/", found.claims, name="document-claims"),
    path("documents/<slug:pk>/claims/<slug:key>/", found.decide, name="document-claim"),
    path("documents/<slug:pk>/claims/<slug:key>/undo/", found.undo, name="document-claim-undo"),
]
