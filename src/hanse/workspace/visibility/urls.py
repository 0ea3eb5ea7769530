"""Where is what? The addresses of this room."""

from __future__ import annotations

from django.urls import path

from hanse.workspace.visibility.views import named

urlpatterns = [
    path("documents/<slug:pk>/wording/", named.of_document, name="document-wording"),
]
