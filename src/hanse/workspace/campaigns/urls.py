"""Where are campaigns found?"""

from __future__ import annotations

from django.urls import path

from hanse.workspace.campaigns import views

urlpatterns = [
    path("", views.campaigns, name="campaigns"),
]
