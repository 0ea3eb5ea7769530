"""Where is what? The addresses of this room."""

from __future__ import annotations

from django.urls import path

from hanse.workspace.visibility.views import bound, claims, entry, lexicon, moved, named, trend

urlpatterns = [
    path("wording/", entry.wording, name="wording"),
    path("wording/claims/", claims.claims, name="wording-claims"),
    path("wording/claims/new/", claims.new, name="wording-claim-new"),
    path("wording/trend/", trend.trend, name="wording-trend"),
    path("wording/trend/count/", trend.count, name="wording-trend-count"),
    path("wording/lexicon/", lexicon.in_force, name="lexicon"),
    path("wording/lexicon/file/", lexicon.file, name="lexicon-file"),
    path("wording/lexicon/edit/<slug:language>/", lexicon.edit, name="lexicon-edit"),
    path("wording/lexicon/<int:number>/", lexicon.version, name="lexicon-version"),
    path("wording/lexicon/<int:number>/file/", lexicon.file, name="lexicon-version-file"),
    path("wording/lexicon/<int:number>/back/", lexicon.back, name="lexicon-back"),
    path("documents/<slug:pk>/wording/", named.of_document, name="document-wording"),
    path("documents/<slug:pk>/wording/binding/", bound.of_document, name="document-binding"),
    path("documents/<slug:pk>/wording/binding/read/", bound.read, name="document-binding-read"),
    path("documents/<slug:pk>/wording/drafts/", moved.of_document, name="document-wording-drafts"),
    path("documents/<slug:pk>/wording/claims/", claims.of_document, name="document-wording-claims"),
    path("documents/<slug:pk>/wording/claims/<slug:claim>/propose/", claims.propose, name="wording-claim-propose"),
    path("documents/<slug:pk>/wording/claims/<slug:claim>/meant/", claims.meant, name="wording-claim-meant"),
]
