"""Where is the log?"""

from __future__ import annotations

from django.urls import path

from hanse.workspace.audit import views

urlpatterns = [
    path("", views.audit, name="audit"),
    path("export.csv", views.export, name="audit-export"),
]
